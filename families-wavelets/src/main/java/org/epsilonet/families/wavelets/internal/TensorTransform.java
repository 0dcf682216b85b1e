package org.epsilonet.families.wavelets.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The anisotropic transform of a grid of two dimensions: the whole cascade along every row, then along every column. Its
 * atoms \(\psi_{j_1k_1}(x_1)\,\psi_{j_2k_2}(x_2)\) have supports of every shape; where mixed derivatives are bounded their
 * coefficients decay with \(j_1 + j_2\). So bands are ordered by \(j_1 + j_2\): the first \(M\) coefficients are a
 * hyperbolic cross, with \(J 2^J\) atoms for \(j_1 + j_2 \le J\).
 *
 * @see <a href="https://doi.org/10.1007/s003659900080">DeVore, Konyagin, Temlyakov, Hyperbolic wavelet approximation,
 *     1998</a>
 */
final class TensorTransform implements GridTransform {
    private final WaveletSystem system;
    private final Grid grid;
    private final Cascade rows;
    private final Cascade cols;
    private final List<Band> bands;

    private TensorTransform(WaveletSystem system, Grid grid) {
        this.system = system;
        this.grid = grid;
        this.rows = system.cascade(grid.length(0));
        this.cols = system.cascade(grid.length(1));
        this.bands = bands(rows, cols);
    }

    /**
     * The transform of a grid.
     *
     * @param system the wavelets on both axes
     * @param grid a grid of two dimensions
     */
    static TensorTransform of(WaveletSystem system, Grid grid) {
        return new TensorTransform(system, grid);
    }

    /** On each axis part 0 is the coarsest, part a the details that a cascade of \(D\) levels finds at \(D - a + 1\). */
    private static List<Band> bands(Cascade rows, Cascade cols) {
        List<Band> unordered = new ArrayList<>();
        int levels = rows.depth() + cols.depth();
        for (int a = 0; a <= rows.depth(); a++) {
            for (int b = 0; b <= cols.depth(); b++) {
                int level = a + b == 0 ? 0 : levels - a - b + 1;
                int row0 = first(rows, a);
                int col0 = first(cols, b);
                int height = first(rows, a + 1) - row0;
                int width = first(cols, b + 1) - col0;
                unordered.add(new Band(level, a > 0, b > 0, row0, col0, height, width, 0, -1, -1, 0, 0));
            }
        }
        // The list is in the order of a: among equals the sort keeps it.
        unordered.sort(Comparator.comparingInt(band -> band.level() == 0 ? -levels - 1 : -band.level()));
        List<Band> bands = new ArrayList<>();
        int offset = 0;
        for (Band band : unordered) {
            bands.add(band.withOffset(offset));
            offset += band.size();
        }
        return List.copyOf(bands);
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
        return rows.depth() + cols.depth();
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
        double root = Math.sqrt((double) size()) * (1 + 0x1p-50);
        return root * sup(rows, band.highRows(), band.row0()) * sup(cols, band.highCols(), band.col0());
    }

    @Override
    public double two(Band band) {
        return system.isOrthonormal()
                ? 1
                : two(rows, band.highRows(), band.row0()) * two(cols, band.highCols(), band.col0());
    }

    @Override
    public double cells(Band band) {
        return Math.max(1.0, band.row0()) * Math.max(1.0, band.col0());
    }

    @Override
    public double[] analyze(double[] samples) {
        double[] x = samples.clone();
        analyzeLines(cols, x);
        double[] columns = transposed(x, grid.length(0), grid.length(1));
        analyzeLines(rows, columns);
        x = transposed(columns, grid.length(1), grid.length(0));
        double[] coefficients = new double[x.length];
        double scale = 1 / Math.sqrt((double) size());
        for (Band band : bands) {
            for (int i = 0; i < band.size(); i++) {
                coefficients[band.offset() + i] = x[place(band, i)] * scale;
            }
        }
        return coefficients;
    }

    @Override
    public double[] synthesize(double[] coefficients) {
        double[] x = new double[coefficients.length];
        double scale = Math.sqrt((double) size());
        for (Band band : bands) {
            for (int i = 0; i < band.size(); i++) {
                x[place(band, i)] = coefficients[band.offset() + i] * scale;
            }
        }
        double[] columns = transposed(x, grid.length(0), grid.length(1));
        synthesizeLines(rows, columns);
        x = transposed(columns, grid.length(1), grid.length(0));
        synthesizeLines(cols, x);
        return x;
    }

    private int place(Band band, int i) {
        return (band.row0() + i / band.cols()) * cols.length() + band.col0() + i % band.cols();
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
