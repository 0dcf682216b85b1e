package org.epsilonet.comparator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.internal.DifferenceCode;

/**
 * Rate and distortion on one set of data: for a series of errors the shortest code that was measured, beside a baseline
 * that knows nothing of approximation: {@linkplain DifferenceCode uniform quantization, differences, LZMA2}.
 *
 * <p>Bits of a family are those of the codes at the budgets of the comparison, nothing is interpolated; bits of both sides count
 * what follows a file's header.
 *
 * @param data name of the data
 * @param norm the norm of all errors
 * @param samples how many samples there are
 * @param baseline the baseline, by falling error; errors that it does not reach are left out
 * @param best the shortest code, by falling error
 */
public record RateDistortion(String data, LpNorm norm, int samples, List<Coded> baseline, List<Best> best) {
    /** The name of the baseline. */
    public static final String BASELINE = "quantize+difference+xz";

    /** More errors than this are thinned out to powers of ten. */
    private static final int MOST_TARGETS = 30;

    private static final double[] SERIES = {1, 2, 5};

    /**
     * A code of the baseline.
     *
     * @param target the error that was asked for
     * @param step the step of the quantization
     * @param error the error, measured on every sample
     * @param bits length of the compressed differences
     */
    public record Coded(double target, double step, double error, long bits) {}

    /**
     * The shortest code within an error.
     *
     * @param target the error that was asked for
     * @param code id of the family, or {@link #BASELINE}; empty where none reaches the error
     * @param budget the budget of the family; 0 for the baseline
     * @param bits its length; -1 where there is none
     * @param error the error of that code; NaN where there is none
     * @param baselineBits length of the baseline; -1 where it does not reach the error
     */
    public record Best(double target, Optional<String> code, int budget, long bits, double error, long baselineBits) {}

    /** Copies the lists. */
    public RateDistortion {
        baseline = List.copyOf(baseline);
        best = List.copyOf(best);
    }

    /**
     * Measures the baseline at the errors 1, 2, 5 times a power of ten that the families span, and finds the shortest code
     * for each.
     *
     * @param data the data
     * @param norm the norm of the comparison
     * @param result a comparison on these data
     */
    public static RateDistortion of(Samples data, LpNorm norm, ComparisonResult result) {
        List<PairResult> pairs = result.pairs().stream()
                .filter(pair -> pair.functionClass().equals(data.name()))
                .toList();
        List<Coded> baseline = new ArrayList<>();
        List<Best> best = new ArrayList<>();
        Optional<Coded> shortest = Optional.empty();
        // From the smallest error up: what serves it serves the larger ones too, and may be shorter than their own
        // code.
        for (double target : targets(data, pairs)) {
            Optional<Coded> own = DifferenceCode.within(data, norm, target);
            if (own.isPresent() && own.get().bits() <= shortest.map(Coded::bits).orElse(Long.MAX_VALUE)) {
                shortest = own;
            }
            shortest.ifPresent(s -> baseline.add(0, new Coded(target, s.step, s.error, s.bits)));
            best.add(0, best(target, pairs, shortest));
        }
        return new RateDistortion(data.name(), norm, data.size(), baseline, best);
    }

    private static Best best(double target, List<PairResult> pairs, Optional<Coded> baseline) {
        long baselineBits = baseline.map(Coded::bits).orElse(-1L);
        Best best = baseline.map(b -> new Best(target, Optional.of(BASELINE), 0, b.bits, b.error, b.bits))
                .orElse(new Best(target, Optional.empty(), 0, -1, Double.NaN, -1));
        for (PairResult pair : pairs) {
            for (Point p : pair.points()) {
                boolean reaches = p.bits() >= 0 && p.quantizedError() <= target;
                if (reaches && (best.bits < 0 || p.bits() < best.bits)) {
                    best = new Best(
                            target, Optional.of(pair.family()), p.budget(), p.bits(), p.quantizedError(), baselineBits);
                }
            }
        }
        return best;
    }

    /** From the smallest to the largest error of a family after quantization. */
    private static List<Double> targets(Samples data, List<PairResult> pairs) {
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (PairResult pair : pairs) {
            for (Point p : pair.points()) {
                if (p.quantizedError() > 0 && p.quantizedError() < Double.POSITIVE_INFINITY) {
                    largest = Math.max(largest, p.quantizedError());
                    smallest = Math.min(smallest, p.quantizedError());
                }
            }
        }
        // A double has no finer values: below that errors are rounding.
        double rounding = 1e-15 * LpNorm.SUP.of(data.values());
        List<Double> targets = new ArrayList<>();
        if (largest > 0) {
            int first = (int) Math.floor(Math.log10(largest));
            int last = (int) Math.floor(Math.log10(Math.max(smallest, rounding)));
            for (int exponent = last; exponent <= first; exponent++) {
                for (double factor : SERIES) {
                    double target = Double.parseDouble((int) factor + "e" + exponent);
                    if (target <= largest && target >= smallest && target > rounding) {
                        targets.add(target);
                    }
                }
            }
        }
        return targets.size() > MOST_TARGETS
                ? targets.stream().filter(RateDistortion::isPowerOfTen).toList()
                : targets;
    }

    private static boolean isPowerOfTen(double target) {
        return target == Double.parseDouble("1e" + Math.round(Math.log10(target)));
    }
}
