package org.epsilonet.snippets;

import java.util.List;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;

/** All installed families on one function with a jump: the error at equal budget, and the bits at equal error. */
public final class CompareFamilies {
    private CompareFamilies() {}

    /** Prints one line per family. */
    public static void main(String[] args) {
        // [compare families]
        Samples data =
                Formula.of("jump", x -> x < 0.3 ? Math.sin(6 * x) : x * x - 1).sampledOn(1024);
        EncoderOptions within = EncoderOptions.relative(1e-2, LpNorm.L2);

        System.out.printf("%-32s %12s %10s %s%n", "family", "error, M=32", "bits", "infinity-encodable");
        for (ApproximationFamily family : Families.available()) {
            if (family.supports(data.domain())) {
                double error =
                        family.approximate(data, 32, LpNorm.L2).distance().value();
                Encoding file = Encoder.encode(data, within, List.of(family));
                String bits = file.reached() ? String.valueOf(file.bits()) : "-";
                Object verdict =
                        family.encodability(data.domain(), LpNorm.L2).verdict().kind();
                System.out.printf("%-32s %12.2e %10s %s%n", family.id(), error, bits, verdict);
            }
        }
        // [end]
    }
}
