package org.epsilonet.cli;

import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.InputBox;
import picocli.CommandLine.Option;

/** {@code --domain} and {@code --norm}: for which inputs a statement about a model holds, and how errors are measured. */
final class DomainOptions {
    @Option(
            names = "--domain",
            paramLabel = "LO,HI",
            description = "The inputs: the box [LO, HI] in every coordinate; -1,1 by default.")
    private String domain = "-1,1";

    @Option(
            names = "--norm",
            paramLabel = "NORM",
            description = "How errors are measured: sup (the default), l2, or lP.")
    private String norm = "sup";

    /**
     * @throws IllegalArgumentException if it is not two numbers, the smaller one first
     */
    InputBox box() {
        String[] ends = domain.split(",", -1);
        try {
            if (ends.length == 2) {
                return new InputBox(Double.parseDouble(ends[0].strip()), Double.parseDouble(ends[1].strip()));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--domain " + domain + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(wrong());
    }

    private String wrong() {
        return "--domain " + domain + ": not LO,HI: two numbers, the smaller one first";
    }

    /**
     * @throws IllegalArgumentException if there is no such norm
     */
    LpNorm lp() {
        return LpNorm.named(norm);
    }
}
