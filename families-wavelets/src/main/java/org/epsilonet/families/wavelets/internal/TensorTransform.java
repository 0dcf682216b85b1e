package org.epsilonet.families.wavelets.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The anisotropic transform of a grid: the whole cascade along every line of one axis after the other. Its atoms
 * \(\psi_{j_1k_1}(x_1) \cdots \psi_{j_dk_d}(x_d)\) have supports of every shape; where mixed derivatives are bounded their
 * coefficients decay with \(|j|_1\). So bands are ordered by \(|j|_1\): the first \(M\) coefficients are a hyperbolic cross,
 * with \(J^{d-1} 2^J\) atoms for \(|j|_1 \le J\).
 *
 * @see <a href="https://doi.org/10.1007/s003659900080">DeVore, Konyagin, Temlyakov, Hyperbolic wavelet approximation,
 *     1998</a>
 */
final class TensorTransform implements GridTransform {
    private final WaveletSystem system;
    private final Grid grid;
    private final List<Cascade> axes;
    private final int depth;
    private final List<Band> bands;

    private TensorTransform(WaveletSystem system, Grid grid) {
        this.system = system;
        this.grid = grid;
        this.axes = system.cascades(grid);
        this.depth = axes.stream().mapToInt(Cascade::depth).sum();
        this.bands = ordered();
    }

    /**
     * The transform of a grid.
     *
     * @param system the wavelets on all axes
     * @param grid a grid of two dimensions or more
     */
    static TensorTransform of(WaveletSystem system, Grid grid) {
        return new TensorTransform(system, grid);
    }

    private List<Band> ordered() {
        List<Band> unordered = new ArrayList<>();
        addBands(new int[axes.size()], 0, unordered);
        // The list is in lexicographic order of the parts: among equals the sort keeps it.
        unordered.sort(Comparator.comparingInt(band -> band.level() == 0 ? -depth - 1 : -band.level()));
        List<Band> bands = new ArrayList<>();
        int offset = 0;
        for (Band band : unordered) {
            bands.add(band.withOffset(offset));
            offset += band.size();
        }
        return List.copyOf(bands);
    }

    /** On each axis part 0 is the coarsest, part a the details that a cascade of \(D\) levels finds at \(D - a + 1\). */
    private void addBands(int[] parts, int axis, List<Band> unordered) {
        if (axis == parts.length) {
            unordered.add(band(parts));
            return;
        }
        for (int part = 0; part <= axes.get(axis).depth(); part++) {
            parts[axis] = part;
            addBands(parts, axis + 1, unordered);
        }
    }

    private Band band(int[] parts) {
        boolean[] high = new boolean[parts.length];
        int[] first = new int[parts.length];
        int[] lengths = new int[parts.length];
        int sum = 0;
        for (int axis = 0; axis < parts.length; axis++) {
            high[axis] = parts[axis] > 0;
            first[axis] = first(axes.get(axis), parts[axis]);
            lengths[axis] = first(axes.get(axis), parts[axis] + 1) - first[axis];
            sum += parts[axis];
        }
        return Band.alone(sum == 0 ? 0 : depth - sum + 1, high, first, lengths, 0);
    }

    /** Where part a of an axis begins. */
    private static int first(Cascade cascade, int a) {
        return a == 0 ? 0 : cascade.lows(cascade.depth() - a + 1);
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
        return depth;
    }

    /** The number of levels synthesized from a part of an axis that begins there. */
    private static int levels(Cascade cascade, int from) {
        int level = 1;
        while (level < cascade.depth() && cascade.lows(level) > from) {
            level++;
        }
        return level;
    }

    private double sup(Cascade cascade, boolean high, int from) {
        AxisNorms norms = system.norms(cascade.length());
        return high ? norms.sup(levels(cascade, from), true) : norms.coarseSup();
    }

    private double two(Cascade cascade, boolean high, int from) {
        AxisNorms norms = system.norms(cascade.length());
        return high ? norms.two(levels(cascade, from), true) : norms.two(cascade.depth(), false);
    }

    @Override
    public double sup(Band band) {
        double product = Math.sqrt((double) size()) * (1 + 0x1p-50);
        for (int axis = 0; axis < axes.size(); axis++) {
            product *= sup(axes.get(axis), band.high()[axis], band.first()[axis]);
        }
        return product;
    }

    @Override
    public double two(Band band) {
        double product = 1;
        for (int axis = 0; axis < axes.size() && !system.isOrthonormal(); axis++) {
            product *= two(axes.get(axis), band.high()[axis], band.first()[axis]);
        }
        return product;
    }

    @Override
    public double cells(Band band) {
        double product = 1;
        for (int first : band.first()) {
            product *= Math.max(1, first);
        }
        return product;
    }

    @Override
    public AtomSizes sizes(Band band, int axis) {
        Cascade cascade = axes.get(axis);
        AxisSizes sizes = system.sizes(cascade.length());
        return band.high()[axis] ? sizes.of(levels(cascade, band.first()[axis]), true) : sizes.coarse();
    }

    @Override
    public double[] analyze(double[] samples) {
        double[] x = samples.clone();
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            int length = axes.get(axis).length();
            analyzeLines(axes.get(axis), x);
            x = transposed(x, x.length / length, length);
        }
        double[] all = x;
        double[] coefficients = new double[x.length];
        double scale = 1 / Math.sqrt((double) size());
        for (Band band : bands) {
            band.forEachRow(grid.shape(), (at, coefficient) -> {
                for (int i = 0; i < band.row(); i++) {
                    coefficients[coefficient + i] = all[at + i] * scale;
                }
            });
        }
        return coefficients;
    }

    @Override
    public double[] synthesize(double[] coefficients) {
        double[] placed = new double[coefficients.length];
        double scale = Math.sqrt((double) size());
        for (Band band : bands) {
            band.forEachRow(grid.shape(), (at, coefficient) -> {
                for (int i = 0; i < band.row(); i++) {
                    placed[at + i] = coefficients[coefficient + i] * scale;
                }
            });
        }
        double[] x = placed;
        for (Cascade axis : axes) {
            x = transposed(x, axis.length(), x.length / axis.length());
            synthesizeLines(axis, x);
        }
        return x;
    }

    private static void analyzeLines(Cascade cascade, double[] x) {
        double[] scratch = new double[cascade.length()];
        for (int at = 0; at < x.length; at += cascade.length()) {
            for (int level = 0; level < cascade.depth(); level++) {
                cascade.level(level).analyze(x, at, scratch);
            }
            cascade.analyzeCoarse(x, at, scratch);
        }
    }

    private static void synthesizeLines(Cascade cascade, double[] x) {
        double[] scratch = new double[cascade.length()];
        for (int at = 0; at < x.length; at += cascade.length()) {
            cascade.synthesizeCoarse(x, at, scratch);
            for (int level = cascade.depth() - 1; level >= 0; level--) {
                cascade.level(level).synthesize(x, at, scratch);
            }
        }
    }

    /** By blocks of 16 rows, to use whole cache lines. */
    private static double[] transposed(double[] x, int height, int width) {
        double[] y = new double[x.length];
        for (int r0 = 0; r0 < height; r0 += 16) {
            int end = Math.min(height, r0 + 16);
            for (int c = 0; c < width; c++) {
                for (int r = r0; r < end; r++) {
                    y[c * height + r] = x[r * width + c];
                }
            }
        }
        return y;
    }

    @Override
    public void write(int[] chosen, SymbolSink sink) {
        BandGaps.write(this, chosen, sink);
    }

    @Override
    public int[] read(int most, SymbolSource source) throws CorruptCodeException {
        return BandGaps.read(this, most, source);
    }
}
