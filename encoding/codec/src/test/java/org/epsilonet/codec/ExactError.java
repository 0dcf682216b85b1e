package org.epsilonet.codec;

import java.math.BigDecimal;
import org.epsilonet.api.function.LpNorm;

/** Whether samples are within an error of others, in exact decimal arithmetic and without any code of the encoder's. */
final class ExactError {
    private ExactError() {}

    /**
     * Whether \(\frac1N\sum|a_i-b_i|^p \le E^p\), or all \(|a_i-b_i| \le E\).
     *
     * @param a samples
     * @param b as many
     * @param norm sup, or p a whole number
     * @param error \(E\)
     */
    static boolean isAtMost(double[] a, double[] b, LpNorm norm, double error) {
        BigDecimal bound = new BigDecimal(error);
        BigDecimal largest = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < a.length; i++) {
            if (a[i] == b[i]) {
                continue;
            }
            BigDecimal miss =
                    new BigDecimal(a[i]).subtract(new BigDecimal(b[i])).abs();
            largest = largest.max(miss);
            sum = norm.isSup() ? sum : sum.add(miss.pow((int) norm.p()));
        }
        return norm.isSup()
                ? largest.compareTo(bound) <= 0
                : sum.compareTo(bound.pow((int) norm.p()).multiply(BigDecimal.valueOf(a.length))) <= 0;
    }

    /** The range of samples times a factor. */
    static BigDecimal rangeTimes(double[] samples, double factor) {
        double low = samples[0];
        double high = samples[0];
        for (double v : samples) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return new BigDecimal(high).subtract(new BigDecimal(low)).multiply(new BigDecimal(factor));
    }
}
