package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.function.LpNorm;

/**
 * Where no code of a class can be: fewer bits than its metric entropy \(H(\varepsilon)\) at the error \(\varepsilon\).
 *
 * <p>The region is a union of slabs. Since \(H\) falls as \(\varepsilon\) grows, the certified lower bound at the upper end of a slab
 * holds in all of it: no point of the region is in reach, also between the errors where the bound was computed.
 *
 * @param slabs by falling error, each below the other without gaps
 * @param source why the bounds hold
 */
record ForbiddenRegion(List<Slab> slabs, String source) {
    /**
     * All errors between two, with fewer bits than given.
     *
     * @param low the smaller error
     * @param high the larger error
     * @param bits fewer bits than this are not enough, for any error of the slab
     */
    record Slab(double low, double high, double bits) {}

    private static final int SLABS = 24;

    ForbiddenRegion {
        slabs = List.copyOf(slabs);
    }

    /**
     * The region inside the axes of a plot.
     *
     * @param bits the axis of bits; what lies beyond its end is cut off
     * @param error the axis of errors
     * @return empty where no bound is known or none is seen inside the axes
     */
    static Optional<ForbiddenRegion> of(FunctionClass c, LpNorm norm, Axis bits, Axis error) {
        List<Slab> slabs = new ArrayList<>();
        String source = "";
        double ratio = Math.pow(error.max() / error.min(), 1.0 / SLABS);
        for (int k = 0; k < SLABS; k++) {
            double high = error.max() / Math.pow(ratio, k);
            Optional<EntropyBounds> bounds = c.entropy(high, norm);
            double lower = bounds.map(EntropyBounds::bitsLower).orElse(Double.NaN);
            if (lower > bits.min()) {
                source = bounds.map(EntropyBounds::source).orElse(source);
                boolean isWide = lower >= bits.max();
                slabs.add(new Slab(isWide ? error.min() : high / ratio, high, Math.min(lower, bits.max())));
                if (isWide) {
                    break;
                }
            } else if (!slabs.isEmpty()) {
                // A bound that is known for large errors only goes on holding for smaller ones.
                Slab last = slabs.get(slabs.size() - 1);
                slabs.add(new Slab(high / ratio, high, last.bits));
            }
        }
        return slabs.isEmpty() ? Optional.empty() : Optional.of(new ForbiddenRegion(slabs, source));
    }

    /** Its outline from the largest error down, without the side at the start of the axis of bits: bits and error in turn. */
    List<double[]> outline() {
        List<double[]> corners = new ArrayList<>();
        for (Slab slab : slabs) {
            corners.add(new double[] {slab.bits, slab.high});
            corners.add(new double[] {slab.bits, slab.low});
        }
        return Collections.unmodifiableList(corners);
    }
}
