package org.epsilonet.families.wavelets.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Stretches;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The separable transform on a grid, isotropic from the fine end as Mallat's:
 * at each level every axis that is still long enough is split, and the transform goes on with the low-pass corner.
 * Coefficients are numbered from coarse to fine. With the normalized inner product \(\frac1N\sum\) the atoms of an
 * orthonormal system have norm 1, so the synthesis multiplies by \(\sqrt N\).
 *
 * @see <a href="https://doi.org/10.1109/34.192463">Mallat, A theory for multiresolution signal decomposition, 1989</a>
 */
final class Pyramid implements GridTransform {
    private final WaveletSystem system;
    private final Grid grid;
    private final List<Cascade> axes;
    private final Separable transform;
    private final List<Band> bands;
    private final int[] offsets;
    private final int[] contexts;

    private Pyramid(WaveletSystem system, Grid grid) {
        this.system = system;
        this.grid = grid;
        this.axes = system.cascades(grid);
        this.transform = new Separable(axes);
        this.bands = bands(axes);
        this.offsets = bands.stream().mapToInt(Band::offset).toArray();
        this.contexts = Arrays.stream(offsets).map(GridTransform.super::context).toArray();
    }

    static Pyramid of(WaveletSystem system, Grid grid) {
        return new Pyramid(system, grid);
    }

    @Override
    public WaveletSystem system() {
        return system;
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public List<Band> bands() {
        return bands;
    }

    @Override
    public int depth() {
        return transform.depth();
    }

    /** Most coefficients are in the last bands. */
    @Override
    public int bandOf(int coefficient) {
        int band = offsets.length - 1;
        while (offsets[band] > coefficient) {
            band--;
        }
        return band;
    }

    /** Asked for each coefficient of large data. */
    @Override
    public int context(int coefficient) {
        return contexts[bandOf(coefficient)];
    }

    @Override
    public double sup(Band band) {
        double product = Math.sqrt((double) size()) * (1 + 0x1p-50);
        for (int axis = 0; axis < axes.size(); axis++) {
            AxisNorms norms = system.norms(axes.get(axis).length());
            product *= band.level() == 0 ? norms.coarseSup() : norms.sup(level(axis, band), band.high()[axis]);
        }
        return product;
    }

    @Override
    public double two(Band band) {
        double product = 1;
        for (int axis = 0; axis < axes.size() && !system.isOrthonormal(); axis++) {
            product *= system.norms(axes.get(axis).length()).two(level(axis, band), band.high()[axis]);
        }
        return product;
    }

    @Override
    public double cells(Band band) {
        double product = 1;
        for (int axis = 0; axis < axes.size() && band.level() > 0; axis++) {
            product *= axes.get(axis).lows(level(axis, band));
        }
        return product;
    }

    @Override
    public AtomSizes sizes(Band band, int axis) {
        AxisSizes sizes = system.sizes(axes.get(axis).length());
        int level = level(axis, band);
        return band.level() == 0 || level == 0 ? sizes.coarse() : sizes.of(level, band.high()[axis]);
    }

    /** The number of levels synthesized from a band along an axis. */
    private int level(int axis, Band band) {
        int depth = axes.get(axis).depth();
        return band.level() == 0 ? depth : Math.min(band.level(), depth);
    }

    @Override
    public double[] analyze(double[] samples) {
        double[] x = new double[samples.length];
        transform.analyze(samples, x);
        double[] coefficients = isLine() ? x : new double[x.length];
        double scale = 1 / Math.sqrt((double) size());
        forEachRow((at, offset, count) -> Stretches.forEach(count, (begin, end) -> {
            for (int i = begin; i < end; i++) {
                coefficients[offset + i] = x[at + i] * scale;
            }
        }));
        return coefficients;
    }

    @Override
    public double[] synthesize(double[] coefficients) {
        double[] x = new double[coefficients.length];
        double scale = Math.sqrt((double) size());
        forEachRow((at, offset, count) -> Stretches.forEach(count, (begin, end) -> {
            for (int i = begin; i < end; i++) {
                x[at + i] = coefficients[offset + i] * scale;
            }
        }));
        double[] samples = new double[x.length];
        transform.synthesize(x, samples);
        return samples;
    }

    /** Whether the coefficients are numbered as they lie. */
    private boolean isLine() {
        return grid.dimension() == 1;
    }

    /** A stretch of the array that is a stretch of the coefficients. */
    @FunctionalInterface
    private interface Stretch {
        void visit(int at, int offset, int count);
    }

    private void forEachRow(Stretch visitor) {
        for (Band band : bands) {
            band.forEachRow(grid.shape(), (at, coefficient) -> visitor.visit(at, coefficient, band.row()));
        }
    }

    @Override
    public void write(int[] chosen, SymbolSink sink) {
        SignificanceTree.write(this, chosen, sink);
    }

    @Override
    public int[] read(int most, SymbolSource source) throws CorruptCodeException {
        return SignificanceTree.read(this, most, source);
    }

    /** Orientations are numbers in binary, a digit for each axis, 1 where high-pass. */
    private static List<Band> bands(List<Cascade> axes) {
        int d = axes.size();
        int depth = axes.stream().mapToInt(Cascade::depth).max().orElseThrow();
        List<Band> bands = new ArrayList<>();
        int[] corner = lows(axes, depth);
        bands.add(Band.alone(0, new boolean[d], new int[d], corner, 0));
        int offset = bands.get(0).size();
        int[] last = new int[1 << d];
        Arrays.fill(last, -1);
        for (int level = depth; level >= 1; level--) {
            int[] next = lows(axes, level - 1);
            for (int orientation = 1; orientation < 1 << d; orientation++) {
                boolean[] high = new boolean[d];
                int[] first = new int[d];
                int[] lengths = corner.clone();
                int[] shifts = new int[d];
                boolean exists = true;
                for (int axis = 0; axis < d; axis++) {
                    high[axis] = (orientation >> d - 1 - axis & 1) != 0;
                    exists &= !high[axis] || level <= axes.get(axis).depth();
                    first[axis] = high[axis] ? corner[axis] : 0;
                    lengths[axis] = high[axis] ? next[axis] - corner[axis] : corner[axis];
                    shifts[axis] = level < axes.get(axis).depth() ? 1 : 0;
                }
                if (exists) {
                    int parent = last[orientation];
                    if (parent >= 0) {
                        bands.set(parent, bands.get(parent).withChild(bands.size()));
                    }
                    last[orientation] = bands.size();
                    Band band = new Band(level, high, first, lengths, offset, parent, -1, shifts);
                    bands.add(band);
                    offset += band.size();
                }
            }
            corner = next;
        }
        return List.copyOf(bands);
    }

    private static int[] lows(List<Cascade> axes, int level) {
        return axes.stream()
                .mapToInt(axis -> axis.lows(Math.min(level, axis.depth())))
                .toArray();
    }
}
