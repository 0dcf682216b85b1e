package org.epsilonet.comparator.internal;

import java.util.List;
import java.util.Locale;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.QuantizationRule;

/** What quantization does to a curve as the budget grows: whether the error stalls, and how the bits grow. */
final class Stall {
    /** Over the stalling part the error falls by less than this factor... */
    private static final double FLAT = 2;

    /** ...and by more than this before quantization. */
    private static final double FALLING = 4;

    private Stall() {}

    /** In words, to continue a sentence; empty where the quantized error falls as the other does. */
    static String note(List<Point> points, QuantizationRule rule) {
        List<Point> coded = points.stream().filter(p -> p.quantizedError() > 0).toList();
        if (coded.isEmpty()) {
            return "";
        }
        Point last = coded.get(coded.size() - 1);
        for (Point first : coded) {
            if (first.quantizedError() < FLAT * last.quantizedError()) {
                return first.error() > FALLING * last.error()
                        ? String.format(
                                Locale.ROOT,
                                "; quantized (%s) the error stalls near %.2g from M = %d on, while it still falls to %.2g"
                                        + " before",
                                named(rule),
                                last.quantizedError(),
                                first.budget(),
                                last.error())
                        : "";
            }
        }
        return "";
    }

    private static String named(QuantizationRule rule) {
        if (rule instanceof QuantizationRule.Fixed fixed) {
            return fixed.bits() == 1 ? "1 bit a parameter" : fixed.bits() + " bits a parameter";
        }
        return rule instanceof QuantizationRule.Theorem ? "as the theorem asks" : "by certificate";
    }

    /** The exponent of \(M\) in the number of bits, from the first to the last budget with a code; NaN for fewer than two. */
    static double bitsGrowth(List<Point> points) {
        List<Point> coded = points.stream().filter(p -> p.bits() > 0).toList();
        if (coded.size() < 2) {
            return Double.NaN;
        }
        Point first = coded.get(0);
        Point last = coded.get(coded.size() - 1);
        return Math.log((double) last.bits() / first.bits()) / Math.log((double) last.budget() / first.budget());
    }
}
