package org.epsilonet.families.wavelets.filter;

import java.util.Arrays;
import org.apache.commons.numbers.core.DD;

/** Finite sequences in double-double arithmetic, as polynomials in \(z^{-1}\). */
public final class Filters {
    private Filters() {}

    /** Read backwards. */
    public static DD[] reversed(DD[] filter) {
        DD[] mirrored = new DD[filter.length];
        for (int k = 0; k < filter.length; k++) {
            mirrored[k] = filter[filter.length - 1 - k];
        }
        return mirrored;
    }

    /** The high-pass filter \(g_k = (-1)^k h_{L-1-k}\) that belongs to an orthonormal low-pass filter. */
    public static DD[] quadratureMirror(DD[] h) {
        return alternated(reversed(h), false);
    }

    /** Changes every second sign: those with odd index, or those with even index. */
    static DD[] alternated(DD[] filter, boolean even) {
        DD[] g = filter.clone();
        for (int k = even ? 0 : 1; k < g.length; k += 2) {
            g[k] = g[k].negate();
        }
        return g;
    }

    /** Each number rounded to the nearest double. */
    public static double[] rounded(DD[] filter) {
        return Arrays.stream(filter).mapToDouble(DD::doubleValue).toArray();
    }

    /** The product of two polynomials. */
    static DD[] product(DD[] a, DD[] b) {
        DD[] product = new DD[a.length + b.length - 1];
        Arrays.fill(product, DD.ZERO);
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                product[i + k] = product[i + k].add(a[i].multiply(b[k]));
            }
        }
        return product;
    }

    /** The sum of two symmetric filters of lengths of one parity, their centres put together. */
    static DD[] centredSum(DD[] a, DD[] b) {
        DD[] sum = placed(a.length >= b.length ? a : b, Math.max(a.length, b.length), 0);
        DD[] shorter = a.length >= b.length ? b : a;
        int offset = (sum.length - shorter.length) / 2;
        for (int k = 0; k < shorter.length; k++) {
            sum[offset + k] = sum[offset + k].add(shorter[k]);
        }
        return sum;
    }

    /** Between zeros. */
    static DD[] placed(DD[] filter, int length, int offset) {
        DD[] padded = new DD[length];
        Arrays.fill(padded, DD.ZERO);
        System.arraycopy(filter, 0, padded, offset, filter.length);
        return padded;
    }

    static DD[] times(DD[] filter, DD factor) {
        return Arrays.stream(filter).map(x -> x.multiply(factor)).toArray(DD[]::new);
    }

    /** \(\sum_k a_k b_{k+shift}\). */
    static DD correlation(DD[] a, DD[] b, int shift) {
        DD sum = DD.ZERO;
        for (int k = Math.max(0, -shift); k < Math.min(a.length, b.length - shift); k++) {
            sum = sum.add(a[k].multiply(b[k + shift]));
        }
        return sum;
    }
}
