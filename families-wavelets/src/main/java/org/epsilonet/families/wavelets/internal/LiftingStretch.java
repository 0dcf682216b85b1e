package org.epsilonet.families.wavelets.internal;

import org.epsilonet.families.wavelets.filter.LiftingStep;

/**
 * A few of the even and odd members of a line, and what lifting steps make of them. Near an end where the line is cut, and
 * not ended, each step leaves fewer members whose neighbours were known; the stretch keeps count of them. Copies of the
 * sources stand beside the targets at one and the same index, as in {@link Polyphase}, for the sake of vector instructions.
 */
final class LiftingStretch {
    private final double[][] extrapolation;
    private final double[] left;
    private final double[] right;
    private final double[] sums;
    private int start;
    /** The even members, and the odd ones. */
    final Half even;

    final Half odd;

    /**
     * @param evens how many even members the line has
     * @param odds how many odd ones
     * @param most how many of each at most are looked at together
     * @param extrapolation as in {@link LiftingLevel}
     */
    LiftingStretch(int evens, int odds, int most, double[][] extrapolation) {
        this.extrapolation = extrapolation;
        this.even = new Half(evens, most);
        this.odd = new Half(odds, most);
        this.left = new double[most];
        this.right = new double[most];
        this.sums = new double[most];
    }

    /** One of the two sequences: members {@code low} up to before {@code high} are known. */
    static final class Half {
        final double[] values;
        private final int members;
        private int low;
        private int high;

        private Half(int members, int most) {
            this.members = members;
            this.values = new double[most];
        }

        int low() {
            return low;
        }

        int high() {
            return high;
        }

        private void moveTo(int begin, int end) {
            low = begin;
            high = Math.min(members, end);
        }
    }

    /** Looks at other members of both sequences; member {@code k} is value {@code k - begin}, to be set by the caller. */
    void moveTo(int begin, int end) {
        start = begin;
        even.moveTo(begin, end);
        odd.moveTo(begin, end);
    }

    /** Adds the sums of a step, or subtracts them. */
    void lift(LiftingStep step, int sign) {
        Half target = step.odd() ? odd : even;
        Half source = step.odd() ? even : odd;
        int width = step.taps().length;
        int first = source.low - step.offset();
        int last = source.high - step.offset() - width + 1;
        target.low = source.low == 0 ? target.low : Math.max(target.low, first);
        target.high = source.high == source.members ? target.high : Math.min(target.high, last);
        int begin = Math.min(target.high, Math.max(target.low, first));
        int end = Math.max(begin, Math.min(target.high, last));
        double[] taps = signed(step.taps(), sign);
        boolean paired = step.isPaired();
        double[] window = new double[width];
        for (int k = target.low; k < begin; k++) {
            target.values[k - start] += sum(taps, window(source, k + step.offset(), window), paired);
        }
        inside(target.values, source.values, taps, paired, begin - start, end - start, step.offset());
        for (int k = end; k < target.high; k++) {
            target.values[k - start] += sum(taps, window(source, k + step.offset(), window), paired);
        }
    }

    private static double[] signed(double[] taps, int sign) {
        double[] signed = taps.clone();
        for (int m = 0; m < taps.length; m++) {
            signed[m] *= sign;
        }
        return signed;
    }

    /** The same as {@link #sum} for all targets whose sources are there. */
    private void inside(
            double[] target, double[] source, double[] taps, boolean paired, int begin, int end, int offset) {
        if (begin >= end) {
            return;
        }
        int terms = paired ? taps.length / 2 : taps.length;
        double[] total = terms == 1 ? target : sums;
        for (int m = 0; m < terms; m++) {
            double[] a = shifted(source, begin, end, offset + m, left);
            if (paired) {
                double[] b = shifted(source, begin, end, offset + taps.length - 1 - m, right);
                if (m == 0 && terms > 1) {
                    setPairs(total, a, b, taps[m], begin, end);
                } else {
                    addPairs(total, a, b, taps[m], begin, end);
                }
            } else if (m == 0 && terms > 1) {
                set(total, a, taps[m], begin, end);
            } else {
                add(total, a, taps[m], begin, end);
            }
        }
        if (terms > 1) {
            add(target, total, 1, begin, end);
        }
    }

    private static double[] shifted(double[] source, int begin, int end, int by, double[] copy) {
        if (by == 0) {
            return source;
        }
        System.arraycopy(source, begin + by, copy, begin, end - begin);
        return copy;
    }

    private static void setPairs(double[] sums, double[] a, double[] b, double t, int begin, int end) {
        for (int i = begin; i < end; i++) {
            sums[i] = t * (a[i] + b[i]);
        }
    }

    private static void addPairs(double[] sums, double[] a, double[] b, double t, int begin, int end) {
        for (int i = begin; i < end; i++) {
            sums[i] += t * (a[i] + b[i]);
        }
    }

    private static void set(double[] sums, double[] a, double t, int begin, int end) {
        for (int i = begin; i < end; i++) {
            sums[i] = t * a[i];
        }
    }

    private static void add(double[] sums, double[] a, double t, int begin, int end) {
        for (int i = begin; i < end; i++) {
            sums[i] += t * a[i];
        }
    }

    /** Symmetric steps add the two members of a pair before they multiply. */
    private static double sum(double[] taps, double[] y, boolean paired) {
        int last = taps.length - 1;
        if (paired) {
            double sum = taps[0] * (y[0] + y[last]);
            for (int m = 1; m < taps.length / 2; m++) {
                sum += taps[m] * (y[m] + y[last - m]);
            }
            return sum;
        }
        double sum = taps[0] * y[0];
        for (int m = 1; m < taps.length; m++) {
            sum += taps[m] * y[m];
        }
        return sum;
    }

    /** Members of a sequence from a place on, those beyond its ends extrapolated. */
    private double[] window(Half source, int first, double[] window) {
        for (int m = 0; m < window.length; m++) {
            int k = first + m;
            if (k < 0) {
                window[m] = beyond(source.values, -start, 1, -k);
            } else {
                window[m] = k < source.members
                        ? source.values[k - start]
                        : beyond(source.values, source.members - 1 - start, -1, k - source.members + 1);
            }
        }
        return window;
    }

    /** The value so many places before {@code first}, extrapolated from the members from there on. */
    private double beyond(double[] y, int first, int direction, int distance) {
        double[] weights = extrapolation[distance - 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * y[first + direction * i];
        }
        return sum;
    }
}
