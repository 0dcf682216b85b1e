package org.epsilonet.comparator.entropy;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * The axes of the ball of mixed smoothness \(\sum_{k\in\mathbb Z^2}\prod_i\max(1,|k_i|)^{2r}|c_k|^2 \le 1\) on the
 * two-dimensional torus, by length: \(P^{-r}\) as often as there are \(k\) with \(\prod_i\max(1,|k_i|) = P\). Up to \(P\) there
 * are \(1 + 4P + 4\sum_{i\le P}\lfloor P/i\rfloor\), hence at most \(1 + 4P(2+\ln P)\).
 *
 * @see EllipsoidEntropy
 */
public final class CrossAxes {
    /** Products up to here are counted exactly. */
    private static final int COUNTED = 1 << 20;

    private CrossAxes() {}

    /**
     * The axes, none beyond the products counted: for lower bounds.
     *
     * @param r the order of mixed smoothness, positive
     */
    public static LongToDoubleFunction shortened(double r) {
        return n -> n > Counts.UP_TO[COUNTED] ? 0 : Math.pow(product(n), -r);
    }

    /**
     * The axes, a little too long beyond the products counted: for upper bounds.
     *
     * @param r the order of mixed smoothness, positive
     */
    public static LongToDoubleFunction lengthened(double r) {
        return n -> Math.pow(n > Counts.UP_TO[COUNTED] ? Math.max(COUNTED, atLeast(n)) : product(n), -r);
    }

    private static int product(long n) {
        int found = Arrays.binarySearch(Counts.UP_TO, n);
        return found >= 0 ? found : -found - 1;
    }

    /** A number below the \(P\) with \(1+4P(2+\ln P) = n\): every other iterate is, when the first is too large. */
    private static double atLeast(long n) {
        double p = n;
        for (int i = 0; i < 5; i++) {
            p = (n - 1) / (4 * (2 + Math.log(p)));
        }
        return p * (1 - 0x1p-40);
    }

    /** Made when first asked for. */
    private static final class Counts {
        static final long[] UP_TO = counts();

        private static long[] counts() {
            int[] divisors = new int[COUNTED + 1];
            for (int i = 1; i <= COUNTED; i++) {
                for (int multiple = i; multiple <= COUNTED; multiple += i) {
                    divisors[multiple]++;
                }
            }
            long[] upTo = new long[COUNTED + 1];
            upTo[0] = 0;
            for (int p = 1; p <= COUNTED; p++) {
                upTo[p] = upTo[p - 1] + (p == 1 ? 1 : 0) + 4 + 4L * divisors[p];
            }
            return upTo;
        }
    }
}
