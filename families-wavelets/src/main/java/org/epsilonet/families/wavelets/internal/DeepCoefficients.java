package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;

/**
 * The wavelet coefficients of a formula on [0, 1] that matter, down to scale {@value DeepCascade#FINEST}: all of them on
 * the coarse scales, on finer ones those whose wavelets meet a singularity or an end of the interval. Near these,
 * low-pass coefficients come from the samples themselves through all scales; elsewhere from a rule exact on polynomials.
 *
 * <p><b>Cost:</b> with budgets up to \(M\), \(32M\) values of the formula and about as many again for each scale that is
 * rough, at most; for finitely many singularities a number of order \(\log\) each.
 */
final class DeepCoefficients {
    private static final int SMALLEST_START = 14;

    /** How many uniform cells there are for each term, as a power of two. */
    private static final int LOG_CELLS_PER_TERM = 5;

    /** Cells are halved for coefficients so many times smaller than the last that is likely to be chosen. */
    private static final double SAFETY = 4;

    private static final int MOST_HALVED_PER_TERM = 4;

    /** Relative to values of size 1, what is left of a coefficient that should be zero. */
    private static final double ROUNDING = 0x1p-50;

    private final DeepCascade cascade;
    private final Formula formula;
    private final int start;
    private final CellSet[] needed = new CellSet[DeepCascade.FINEST + 1];
    /** Of the needed coefficients of a scale, those that are made from finer ones. */
    private final BitSet[] made = new BitSet[DeepCascade.FINEST];

    private long[] deep = new long[1024];
    private double[] deepValues = new double[1024];
    private int deepCount;
    private double largest;
    private final Terms terms;

    private DeepCoefficients(DeepCascade cascade, Formula formula, LpNorm norm, int budget) {
        this.cascade = cascade;
        this.formula = formula;
        int logBudget = 32 - Integer.numberOfLeadingZeros(budget - 1);
        this.start = Math.max(SMALLEST_START, logBudget + LOG_CELLS_PER_TERM);
        double exponent = exponent(norm);
        double[] values = new double[1 << start];
        for (int k = 0; k < values.length; k++) {
            values[k] = formula.at(Singularities.centre(k, start));
            largest = Math.max(largest, Math.abs(values[k]));
        }
        Singularities rough = new Singularities(
                formula,
                start,
                values,
                cascade.system().moments(),
                threshold(values, exponent, budget),
                exponent,
                MOST_HALVED_PER_TERM * budget);
        double[] lows = lows(rough, values.length);
        cascade.analyze(lows, start);
        this.terms = Terms.of(cascade, lows, Arrays.copyOf(deep, deepCount), deepValues, exponent);
    }

    /**
     * Analyzes a formula.
     *
     * @param cascade the wavelets
     * @param formula the function
     * @param norm decides which coefficients matter
     * @param budget for up to so many terms
     */
    static Terms of(DeepCascade cascade, Formula formula, LpNorm norm, int budget) {
        return new DeepCoefficients(cascade, formula, norm, budget).terms;
    }

    /**
     * \(\|\psi_j\|_p \sim 2^{j e}\) for wavelets of norm 1 in \(L^2\), with the larger of \(e\) and 0; in the supremum norm
     * less than that. There what is omitted on all scales may meet in one point: below a threshold \(\tau\) for every
     * scale that would be \(\tau\) times their number, with one that is \(2^{-j/8}\) times smaller on coarse scales the sum
     * is geometric.
     */
    static double exponent(LpNorm norm) {
        return norm.isSup() ? 0.375 : Math.max(0, 0.5 - 1 / norm.p());
    }

    /** A part of the last coefficient that is chosen among those of the plain samples. */
    private double threshold(double[] values, double exponent, int budget) {
        double[] sampled = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            sampled[k] = values[k] * root(start);
        }
        cascade.analyze(sampled, start);
        AtomWeights weights = new AtomWeights(cascade, exponent);
        for (int i = 0; i < sampled.length; i++) {
            sampled[i] = Math.abs(sampled[i]) * weights.of(i);
        }
        return OrderStatistics.largest(sampled, budget) / SAFETY;
    }

    /** \(2^{-j/2}\). */
    private static double root(int j) {
        return Math.scalb(j % 2 == 0 ? 1 : Math.sqrt(0.5), -(j / 2));
    }

    /** The low-pass coefficients of the start; on the way the details of the finer scales. */
    private double[] lows(Singularities rough, int cells) {
        needed[start] = new CellSet();
        needed[start].add(0, cells);
        for (int j = start; j < DeepCascade.FINEST; j++) {
            made[j] = new BitSet(Math.toIntExact(needed[j].cells()));
            needed[j + 1] = finer(rough.halved(j).new Walk(), j);
        }
        double[] finer = samples(needed[DeepCascade.FINEST]);
        double[][] details = new double[DeepCascade.FINEST][];
        for (int j = DeepCascade.FINEST - 1; j >= start; j--) {
            double[] lows = new double[Math.toIntExact(needed[j].cells())];
            details[j] = new double[lows.length];
            scale(j, finer, new LocalValues(rough, j), lows, details[j]);
            finer = lows;
        }
        for (int j = start; j < DeepCascade.FINEST; j++) {
            collect(j, details[j]);
        }
        return finer;
    }

    /** Whether a coefficient is made from those one scale finer. */
    private boolean isMade(CellSet.Walk halved, int j, long k) {
        if (!cascade.hasRule(j, k)) {
            return true;
        }
        BandRows low = cascade.level(j).low();
        long first = low.start(k) - 2 * k;
        long last = first + low.weights(k).length - 1;
        int centre = cascade.centre(j);
        int r = cascade.radius();
        return halved.meets(k + Math.min(first, centre - r), k + Math.max(last, centre + r) + 1);
    }

    private CellSet finer(CellSet.Walk halved, int j) {
        LocalLevel level = cascade.level(j);
        CellSet finer = new CellSet();
        int n = 0;
        for (int i = 0; i < needed[j].ranges(); i++) {
            for (long k = needed[j].from(i); k < needed[j].to(i); k++, n++) {
                if (isMade(halved, j, k)) {
                    made[j].set(n);
                    long from = Math.min(level.low().start(k), level.high().start(k));
                    long to = Math.max(
                            level.low().start(k) + level.low().weights(k).length,
                            level.high().start(k) + level.high().weights(k).length);
                    finer.add(from, to);
                }
            }
        }
        return finer;
    }

    private double[] samples(CellSet cells) {
        double[] samples = new double[Math.toIntExact(cells.cells())];
        int n = 0;
        for (int i = 0; i < cells.ranges(); i++) {
            for (long k = cells.from(i); k < cells.to(i); k++) {
                samples[n++] = formula.at(Singularities.centre(k, DeepCascade.FINEST)) * root(DeepCascade.FINEST);
            }
        }
        return samples;
    }

    /** Low-pass coefficients and details of one scale; a detail that is not made is zero. */
    private void scale(int j, double[] finer, LocalValues local, double[] lows, double[] details) {
        LocalLevel level = cascade.level(j);
        CellSet.Walk forLows = needed[j + 1].new Walk();
        CellSet.Walk forDetails = needed[j + 1].new Walk();
        double root = root(j);
        int n = 0;
        for (int i = 0; i < needed[j].ranges(); i++) {
            long from = needed[j].from(i);
            long to = needed[j].to(i);
            local.moveTo(from, to);
            for (long k = from; k < to; k++, n++) {
                if (made[j].get(n)) {
                    lows[n] = dot(level.low(), k, forLows, finer);
                    double detail = dot(level.high(), k, forDetails, finer);
                    details[n] = Math.abs(detail) > ROUNDING * largest * root ? detail : 0;
                } else {
                    lows[n] = local.applied(k) * root;
                }
            }
        }
    }

    private static double dot(BandRows rows, long k, CellSet.Walk walk, double[] finer) {
        double[] weights = rows.weights(k);
        if (weights.length == 0) {
            return 0;
        }
        int at = walk.indexOf(rows.start(k));
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * finer[at + i];
        }
        return sum;
    }

    private void collect(int j, double[] details) {
        int n = 0;
        for (int i = 0; i < needed[j].ranges(); i++) {
            for (long k = needed[j].from(i); k < needed[j].to(i); k++, n++) {
                if (details[n] != 0) {
                    if (deepCount == deep.length) {
                        deep = Arrays.copyOf(deep, 2 * deepCount);
                        deepValues = Arrays.copyOf(deepValues, 2 * deepCount);
                    }
                    deep[deepCount] = (1L << j) + k;
                    deepValues[deepCount++] = details[n];
                }
            }
        }
    }

    /** Values of the formula at cell centres of a scale around a range, each computed when it is first asked for. */
    private final class LocalValues {
        private final int scale;
        private final CellSet.Walk walk;
        private final double[] found;
        private final double[] rule;

        /** The first cell of the rule for \(k\), counted from \(k\). */
        private final int before;

        private long first;
        private double[] known = new double[0];

        LocalValues(Singularities rough, int scale) {
            this.scale = scale;
            this.walk = rough.cells(scale).new Walk();
            this.found = rough.values(scale);
            this.rule = cascade.rule(scale);
            this.before = cascade.centre(scale) - cascade.radius();
        }

        void moveTo(long from, long to) {
            this.first = from + before;
            this.known = new double[Math.toIntExact(to - from) + 2 * cascade.radius()];
            Arrays.fill(known, Double.NaN);
        }

        /** The rule's value for the low-pass coefficient \(k\). */
        double applied(long k) {
            double sum = 0;
            for (int i = 0; i < rule.length; i++) {
                int at = (int) (k + before + i - first);
                if (Double.isNaN(known[at])) {
                    known[at] = value(first + at);
                }
                sum += rule[i] * known[at];
            }
            return sum;
        }

        private double value(long cell) {
            int at = walk.indexOf(cell);
            return at >= 0 ? found[at] : formula.at(Singularities.centre(cell, scale));
        }
    }
}
