package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.cli.output.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Bounds on the bits that any code of a class needs. */
@Command(
        name = "entropy",
        description = {
            "Bound the bits that any encoder needs to reach an error on every function of a class.",
            "The bounds are for the metric entropy H(E), of which a code of fixed length needs the next integer. '?': no"
                    + " bound with constants is known."
        })
final class EntropyCommand implements Callable<Integer> {
    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Parameters(
            paramLabel = "CLASS",
            description = "A function class, as listed by 'classes', or a class file (.json).")
    private String functionClass = "";

    @Option(names = "--error", required = true, paramLabel = "E", description = "The error, > 0.")
    private double error;

    @Option(
            names = "--norm",
            paramLabel = "NORM",
            description = "l2, sup, l1 or lP; by default the usual one of the class.")
    private @Nullable String norm;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!(error > 0) || error == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("--error must be finite and > 0, was " + error);
        }
        FunctionClass c = epsilonet.functionClass(functionClass);
        LpNorm metric = norm == null ? c.norm() : LpNorm.named(norm);
        Optional<EntropyBounds> bounds = c.entropy(error, metric);
        double lower = bounds.map(EntropyBounds::bitsLower).orElse(Double.NaN);
        double upper = bounds.map(EntropyBounds::bitsUpper).orElse(Double.NaN);
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            Json.print(
                    out,
                    Json.object(
                            "class", c.id(),
                            "definition", c.definition(),
                            "norm", metric.toString(),
                            "epsilon", error,
                            "bitsLower", Json.number(lower),
                            "bitsUpper", Json.number(upper),
                            "source", bounds.map(EntropyBounds::source).orElse(null)));
        } else {
            Table table = new Table("class", "norm", "error", "bits at least", "bits enough");
            table.row(c.id(), metric.toString(), Table.number(error), bits(lower), bits(upper));
            table.print(out);
            out.println();
            out.println("class:  " + (c.definition().isBlank() ? c.title() : c.definition()));
            out.println("source: "
                    + bounds.map(EntropyBounds::source).orElse("no bound with constants is known in this norm"));
        }
        return 0;
    }

    /** Two decimals as long as they say something. */
    private static String bits(double x) {
        return Math.abs(x) < 1e6 ? Table.exponent(x) : Table.number(x);
    }
}
