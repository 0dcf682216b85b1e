package org.epsilonet.families.wavelets.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/**
 * What one end of the interval needs to know of the filter, whatever the level: a pair of filters read away from that
 * end (the right end reads them backwards).
 */
final class Side {
    private final DD[] low;
    private final DD[] high;
    private final double centre;
    private final List<Once<DD[][]>> freeRows;
    private final List<Once<DD[][]>> nextCoordinates;

    /**
     * @param low the low-pass filter, of even length 2N
     * @param high the high-pass filter of the same length
     */
    Side(DD[] low, DD[] high) {
        this.low = low.clone();
        this.high = high.clone();
        this.centre = (3 * half() - 2) / 2.0;
        this.freeRows =
                List.of(new Once<>(() -> computeFreeRows(half())), new Once<>(() -> computeFreeRows(half() + 1)));
        this.nextCoordinates = List.of(
                new Once<>(() -> computeNextCoordinate(half())), new Once<>(() -> computeNextCoordinate(half() + 1)));
    }

    /** \(N\), half the length of the filter. */
    int half() {
        return low.length / 2;
    }

    /** The coordinate \(u = (k-c)/c\) of place k, between -1 and 1 on the boundary block. */
    DD coordinate(int k) {
        return DD.of(k - centre).divide(centre);
    }

    /** Centre \(c\) of the coordinate. */
    double centre() {
        return centre;
    }

    /** An orthonormal basis of what the interior filters from {@code start} on leave free. */
    DD[][] freeRows(int start) {
        return freeRows.get(start - half()).get();
    }

    private DD[][] computeFreeRows(int start) {
        int width = start + low.length - 2;
        List<DD[]> truncated = new ArrayList<>();
        for (int first = start - 2; first > -low.length; first -= 2) {
            truncated.add(shifted(low, first, width));
            truncated.add(shifted(high, first, width));
        }
        return OrthonormalRows.spanOf(truncated.toArray(new DD[0][]), start + half() - 1);
    }

    private static DD[] shifted(DD[] filter, int first, int width) {
        DD[] row = new DD[width];
        for (int k = 0; k < width; k++) {
            row[k] = k >= first && k < first + filter.length ? filter[k - first] : DD.ZERO;
        }
        return row;
    }

    /**
     * From the vectors whose inputs were \(u^i\) in the interior to those whose outputs are. The interior output at
     * place \(k\) is \(\sum_m h_m u(s + 2(k-N) + m)^i = \sum_{l \le i} T_{il} u(k)^l\), \(T_{il} = \binom il 2^l \sum_m h_m
     * \beta_m^{i-l}\), \(\beta_m = (s - 2N + c + m)/c\); a triangular system.
     *
     * @param start \(s\)
     * @param values one value per power; overwritten
     */
    void toNextCoordinate(int start, DD[] values) {
        DD[][] t = nextCoordinates.get(start - half()).get();
        for (int i = 0; i < values.length; i++) {
            for (int l = 0; l < i; l++) {
                values[i] = values[i].subtract(t[i][l].multiply(values[l]));
            }
            values[i] = values[i].divide(t[i][i]);
        }
    }

    /** \(T\), on and below its diagonal. */
    private DD[][] computeNextCoordinate(int start) {
        int n = half();
        DD[] moment = new DD[n];
        for (int q = 0; q < n; q++) {
            moment[q] = DD.ZERO;
            for (int m = 0; m < low.length; m++) {
                DD beta = DD.of(start - 2 * n + centre + m).divide(centre);
                moment[q] = moment[q].add(low[m].multiply(beta.pow(q)));
            }
        }
        DD[][] t = new DD[n][];
        for (int i = 0; i < n; i++) {
            t[i] = new DD[i + 1];
            for (int l = 0; l < i; l++) {
                t[i][l] = moment[i - l].multiply(binomial(i, l)).scalb(l);
            }
            t[i][i] = moment[0].scalb(i);
        }
        return t;
    }

    static double binomial(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product = product * (n - k + i) / i;
        }
        return product;
    }
}
