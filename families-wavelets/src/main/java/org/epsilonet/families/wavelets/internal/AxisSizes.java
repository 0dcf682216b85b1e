package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.epsilonet.api.function.LpNorm;

/**
 * The {@link AtomSizes} of each level along one axis, by which terms are chosen in the supremum norm. They are estimates, from
 * few levels: by lifting the low-pass coefficients a few scales finer are nearly values of the function. Those of orthonormal
 * systems are not at the ends, where only samples are values; there the atoms of every further level look like those of the
 * last one that is still near the samples. Thread-safe.
 */
final class AxisSizes {
    private static final int BY_LIFTING = 3;
    private static final int TO_SAMPLES = 5;

    private final Cascade cascade;
    private final boolean orthonormal;
    private final int reach;
    private final Map<Integer, AtomSizes> known = new ConcurrentHashMap<>();

    AxisSizes(Cascade cascade, WaveletSystem system) {
        this.cascade = cascade;
        this.orthonormal = system.isOrthonormal();
        this.reach = system.reach();
    }

    /** Of the details of so many levels, at least one, or of the low-pass part after them. */
    AtomSizes of(int level, boolean high) {
        int lows = cascade.lows(level);
        int like = orthonormal ? Math.min(level, TO_SAMPLES) : level;
        return known.computeIfAbsent(high ? like : -like, key -> sizes(like, high))
                .withCount(high ? cascade.lows(level - 1) - lows : lows);
    }

    /** Of the coarse polynomials, which count as one cell. */
    AtomSizes coarse() {
        return known.computeIfAbsent(0, key -> orthonormal ? ofLegendrePolynomials() : ofCoarse());
    }

    /** At most the root of their number, as those on so many points. */
    private AtomSizes ofLegendrePolynomials() {
        double[] sizes = new double[cascade.lows(cascade.depth())];
        for (int degree = 0; degree < sizes.length; degree++) {
            sizes[degree] = Math.sqrt(Math.min(2 * degree + 1, sizes.length));
        }
        return new AtomSizes(sizes, 1, sizes, sizes.length);
    }

    private AtomSizes sizes(int level, boolean high) {
        int finer = Math.min(orthonormal ? TO_SAMPLES : BY_LIFTING, level);
        Level[] levels = cascade.shortened(level - finer, finer, reach);
        Level own = levels[finer - 1];
        int offset = high ? own.lows() : 0;
        int count = high ? own.length() - offset : own.lows();
        int ends = Math.min(reach, count);
        double[] first = sizes(levels, IntStream.range(offset, offset + ends));
        double[] last = sizes(levels, IntStream.range(offset + count - ends, offset + count));
        double[] inside = sizes(levels, IntStream.of(offset + count / 2));
        return new AtomSizes(first, inside[0], last, count);
    }

    private static double[] sizes(Level[] levels, IntStream atoms) {
        double[] x = new double[levels[0].length()];
        double[] scratch = new double[x.length];
        return atoms.mapToDouble(atom -> {
                    Arrays.fill(x, 0);
                    x[atom] = 1;
                    return size(levels, x, scratch);
                })
                .toArray();
    }

    /** The largest value, by the root of the number of cells that one of the coarsest level has become. */
    private static double size(Level[] levels, double[] x, double[] scratch) {
        for (int i = levels.length - 1; i >= 0; i--) {
            levels[i].synthesize(x, 0, scratch);
        }
        return LpNorm.SUP.of(x) * Math.sqrt(1 << levels.length);
    }

    private AtomSizes ofCoarse() {
        int depth = cascade.depth();
        int finer = Math.min(BY_LIFTING, depth);
        Level[] levels = new Level[finer];
        for (int i = 0; i < finer; i++) {
            levels[i] = cascade.level(depth - finer + i);
        }
        double[] x = new double[cascade.lows(depth - finer)];
        double[] scratch = new double[x.length];
        double[] sizes = new double[cascade.lows(depth)];
        for (int atom = 0; atom < sizes.length; atom++) {
            Arrays.fill(x, 0);
            x[atom] = 1;
            cascade.synthesizeCoarse(x, 0, scratch);
            sizes[atom] = size(levels, x, scratch) * Math.sqrt(sizes.length);
        }
        return new AtomSizes(sizes, 1, sizes, sizes.length);
    }
}
