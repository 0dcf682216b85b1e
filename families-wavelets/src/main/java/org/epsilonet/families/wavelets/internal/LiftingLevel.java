package org.epsilonet.families.wavelets.internal;

import org.epsilonet.api.function.Stretches;
import org.epsilonet.families.wavelets.filter.LiftingFactors;
import org.epsilonet.families.wavelets.filter.LiftingStep;

/**
 * One level by lifting: to the even samples and the odd samples in turn sums over the other sequence are added, then both
 * are scaled.
 *
 * <p>A neighbour beyond an end is extrapolated from the nearest members of its own sequence with the weights of smallest
 * norm that are exact on polynomials. On these each step acts as on the whole line at every level: details vanish up to
 * the ends, and the low-pass coefficients are samples of a polynomial again.
 *
 * <p>All steps are done to a short piece of the line before the next, so that its numbers stay in the nearest cache; what
 * the pieces share is computed twice, with the same result.
 *
 * @param length how many numbers
 * @param factors the steps and scales
 * @param extrapolation for each distance beyond an end, from 1 on, the weights of the members from the end on; no sequence
 *     is shorter
 */
record LiftingLevel(int length, LiftingFactors factors, double[][] extrapolation) implements Level {
    /** Numbers of each parity in a piece. */
    private static final int PIECE = 1 << 10;

    @Override
    public void analyze(double[] x, int at, double[] low, int lowAt, double[] high, int highAt) {
        forEachPiece((piece, begin, end) -> {
            double[] even = piece.even.values;
            double[] odd = piece.odd.values;
            int first = piece.even.low();
            separate(x, at + 2 * first, even, piece.even.high() - first, odd, piece.odd.high() - first);
            for (LiftingStep step : factors.steps()) {
                piece.lift(step, 1);
            }
            int odds = Math.min(end, length - lows()) - begin;
            multiply(even, begin - first, end - first, factors.low());
            divide(odd, begin - first, begin - first + odds, factors.high());
            System.arraycopy(even, begin - first, low, lowAt + begin, end - begin);
            System.arraycopy(odd, begin - first, high, highAt + begin, odds);
        });
    }

    @Override
    public void synthesize(double[] low, int lowAt, double[] high, int highAt, double[] x, int at) {
        forEachPiece((piece, begin, end) -> {
            double[] even = piece.even.values;
            double[] odd = piece.odd.values;
            int first = piece.even.low();
            int evens = piece.even.high() - first;
            int odds = piece.odd.high() - first;
            System.arraycopy(low, lowAt + first, even, 0, evens);
            System.arraycopy(high, highAt + first, odd, 0, odds);
            divide(even, 0, evens, factors.low());
            multiply(odd, 0, odds, factors.high());
            for (int m = factors.steps().size() - 1; m >= 0; m--) {
                piece.lift(factors.steps().get(m), -1);
            }
            merge(even, odd, begin - first, end - first, Math.min(end, length - lows()) - first, x, at + 2 * begin);
        });
    }

    private static void multiply(double[] x, int begin, int end, double by) {
        for (int k = begin; k < end; k++) {
            x[k] *= by;
        }
    }

    private static void divide(double[] x, int begin, int end, double by) {
        for (int k = begin; k < end; k++) {
            x[k] /= by;
        }
    }

    private static void separate(double[] x, int at, double[] even, int evens, double[] odd, int odds) {
        for (int k = 0; k < odds; k++) {
            even[k] = x[at + 2 * k];
            odd[k] = x[at + 2 * k + 1];
        }
        if (odds < evens) {
            even[odds] = x[at + 2 * odds];
        }
    }

    private static void merge(double[] even, double[] odd, int begin, int evenEnd, int oddEnd, double[] x, int at) {
        for (int k = begin; k < oddEnd; k++) {
            x[at + 2 * (k - begin)] = even[k];
            x[at + 2 * (k - begin) + 1] = odd[k];
        }
        if (oddEnd < evenEnd) {
            x[at + 2 * (oddEnd - begin)] = even[oddEnd];
        }
    }

    @Override
    public Level resized(int newLength) {
        return new LiftingLevel(newLength, factors, extrapolation);
    }

    /** What is done to one piece: the members from {@code begin} up to before {@code end} are its own. */
    @FunctionalInterface
    private interface Work {
        void on(LiftingStretch piece, int begin, int end);
    }

    private void forEachPiece(Work work) {
        int reach = reach();
        Stretches.forEach(lows(), (begin, end) -> {
            int pieces = Math.max(1, (end - begin) / PIECE);
            int most = (end - begin) / pieces + 1 + 2 * reach;
            LiftingStretch piece = new LiftingStretch(lows(), length - lows(), Math.min(most, lows()), extrapolation);
            for (int i = 0; i < pieces; i++) {
                int from = begin + Stretches.bound(i, pieces, end - begin);
                int to = begin + Stretches.bound(i + 1, pieces, end - begin);
                piece.moveTo(Math.max(0, from - reach), Math.min(lows(), to + reach));
                work.on(piece, from, to);
            }
        });
    }

    /** How far away members matter to what the steps make of one. */
    private int reach() {
        int reach = 0;
        for (LiftingStep step : factors.steps()) {
            reach += Math.abs(step.offset()) + step.taps().length;
        }
        return reach;
    }
}
