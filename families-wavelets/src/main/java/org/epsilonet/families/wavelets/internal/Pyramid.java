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
 * The separable transform on a grid of one or two dimensions (one: a single row), isotropic from the fine end as Mallat's:
 * at each level every axis that is still long enough is split, and the transform goes on with the low-pass corner.
 * Coefficients are numbered from coarse to fine. With the normalized inner product \(\frac1N\sum\) the atoms of an
 * orthonormal system have norm 1, so the synthesis multiplies by \(\sqrt N\).
 *
 * @see <a href="https://doi.org/10.1109/34.192463">Mallat, A theory for multiresolution signal decomposition, 1989</a>
 */
final class Pyramid implements GridTransform {
    private final WaveletSystem system;
    private final Grid grid;
    private final Cascade rows;
    private final Cascade cols;
    private final Separable transform;
    private final List<Band> bands;
    private final int[] offsets;
    private final int[] contexts;

    private Pyramid(WaveletSystem system, Grid grid, Cascade rows, Cascade cols) {
        this.system = system;
        this.grid = grid;
        this.rows = rows;
        this.cols = cols;
        this.transform = new Separable(grid.dimension() == 1 ? List.of(cols) : List.of(rows, cols));
        this.bands = bands(rows, cols);
        this.offsets = bands.stream().mapToInt(Band::offset).toArray();
        this.contexts = Arrays.stream(offsets).map(GridTransform.super::context).toArray();
    }

    static Pyramid of(WaveletSystem system, Grid grid) {
        int d = grid.dimension();
        return new Pyramid(
                system, grid, system.cascade(d == 1 ? 1 : grid.length(0)), system.cascade(grid.length(d - 1)));
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
        return Math.max(rows.depth(), cols.depth());
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
        double root = Math.sqrt((double) size()) * (1 + 0x1p-50);
        AxisNorms r = system.norms(rows.length());
        AxisNorms c = system.norms(cols.length());
        if (band.level() == 0) {
            return root * r.coarseSup() * c.coarseSup();
        }
        return root
                * r.sup(Math.min(band.level(), rows.depth()), band.highRows())
                * c.sup(Math.min(band.level(), cols.depth()), band.highCols());
    }

    @Override
    public double two(Band band) {
        if (system.isOrthonormal()) {
            return 1;
        }
        AxisNorms r = system.norms(rows.length());
        AxisNorms c = system.norms(cols.length());
        int level = band.level() == 0 ? Integer.MAX_VALUE : band.level();
        return r.two(Math.min(level, rows.depth()), band.highRows())
                * c.two(Math.min(level, cols.depth()), band.highCols());
    }

    @Override
    public double cells(Band band) {
        return band.level() == 0
                ? 1
                : (double) rows.lows(Math.min(band.level(), rows.depth()))
                        * cols.lows(Math.min(band.level(), cols.depth()));
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
            for (int r = 0; r < band.rows(); r++) {
                visitor.visit(
                        (band.row0() + r) * cols.length() + band.col0(), band.offset() + r * band.cols(), band.cols());
            }
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

    private static List<Band> bands(Cascade rows, Cascade cols) {
        List<Band> bands = new ArrayList<>();
        int depth = Math.max(rows.depth(), cols.depth());
        int r = rows.lows(rows.depth());
        int c = cols.lows(cols.depth());
        bands.add(new Band(0, false, false, 0, 0, r, c, 0, -1, -1, 0, 0));
        int offset = r * c;
        int[] last = {-1, -1, -1, -1};
        for (int level = depth; level >= 1; level--) {
            boolean splitRows = level <= rows.depth();
            boolean splitCols = level <= cols.depth();
            int allRows = rows.lows(Math.min(level - 1, rows.depth()));
            int allCols = cols.lows(Math.min(level - 1, cols.depth()));
            for (int orientation = 1; orientation <= 3; orientation++) {
                boolean highRows = (orientation & 2) != 0;
                boolean highCols = (orientation & 1) != 0;
                if ((highRows && !splitRows) || (highCols && !splitCols)) {
                    continue;
                }
                int row0 = highRows ? r : 0;
                int col0 = highCols ? c : 0;
                int parent = last[orientation];
                Band band = new Band(
                        level,
                        highRows,
                        highCols,
                        row0,
                        col0,
                        highRows ? allRows - r : r,
                        highCols ? allCols - c : c,
                        offset,
                        parent,
                        -1,
                        level < rows.depth() ? 1 : 0,
                        level < cols.depth() ? 1 : 0);
                if (parent >= 0) {
                    bands.set(parent, bands.get(parent).withChild(bands.size()));
                }
                last[orientation] = bands.size();
                bands.add(band);
                offset += band.size();
            }
            r = allRows;
            c = allCols;
        }
        return List.copyOf(bands);
    }
}
