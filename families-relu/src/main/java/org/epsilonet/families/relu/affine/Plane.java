package org.epsilonet.families.relu.affine;

/** Values of an expansion on a tensor grid of points in the plane: level by level, row by row, atom by atom. */
final class Plane {
    private final ExpansionStructure structure;
    private final double[] coefficients;
    private final double[][] axes;
    private final double[] result;

    /**
     * @param structure the atoms
     * @param coefficients theirs
     * @param axes the increasing coordinates of rows and of columns
     */
    Plane(ExpansionStructure structure, double[] coefficients, double[][] axes) {
        this.structure = structure;
        this.coefficients = coefficients;
        this.axes = axes;
        this.result = new double[Math.multiplyExact(axes[0].length, axes[1].length)];
    }

    /** The values, row-major. */
    double[] values() {
        for (Level level : structure.lattice().levels()) {
            int from = structure.indexFrom(level.offset());
            if (from < structure.size() && structure.atom(from) - level.offset() < level.size()) {
                add(level);
            }
        }
        return result;
    }

    private void add(Level level) {
        Axis columns = new Axis(level, 1, axes[1]);
        int w = level.generator().cells();
        double[] values = new double[w];
        int[] first = new int[w];
        int[] end = new int[w];
        long known = -1;
        for (int r = 0; r < axes[0].length; r++) {
            long cell = level.cell(0, axes[0][r]);
            if (cell != known) {
                ranges(level, cell, first, end);
                known = cell;
            }
            boolean valued = false;
            for (int i = w - 1; i >= 0; i--) {
                if (first[i] < end[i] && !valued) {
                    level.generator().values(level.place(0, axes[0][r], cell), values);
                    valued = true;
                }
                for (int a = first[i]; a < end[i] && values[i] != 0; a++) {
                    addAtom(level, columns, a, values[i], r * axes[1].length);
                }
            }
        }
    }

    /** The atoms whose row translate is {@code cell - i}. */
    private void ranges(Level level, long cell, int[] first, int[] end) {
        for (int i = 0; i < first.length; i++) {
            long row = level.position(0, cell - i);
            long start = level.offset() + row * level.count(1);
            first[i] = row < 0 ? 0 : structure.indexFrom(start);
            end[i] = row < 0 ? 0 : structure.indexFrom(start + level.count(1));
        }
    }

    private void addAtom(Level level, Axis columns, int atom, double rowValue, int rowStart) {
        long k = level.translate(1, (structure.atom(atom) - level.offset()) % level.count(1));
        int w = level.generator().cells();
        Multiplication product = structure.lattice().product();
        for (int c = columns.firstIn(k); c < columns.cells.length && columns.cells[c] < k + w; c++) {
            double factor = columns.values(c)[(int) (columns.cells[c] - k) + columns.start(c)];
            result[rowStart + c] += coefficients[atom] * product.of(rowValue, factor);
        }
    }

    /** Cells of a level and values of its generator at the points of an axis, computed when first needed. */
    private static final class Axis {
        private final Level level;
        private final double[] points;
        private final double[] all;
        private final double[] one;
        private final boolean[] computed;
        final long[] cells;

        Axis(Level level, int axis, double[] points) {
            this.level = level;
            this.points = points;
            int w = level.generator().cells();
            this.all = new double[points.length * w];
            this.one = new double[w];
            this.computed = new boolean[points.length];
            this.cells = new long[points.length];
            for (int i = 0; i < points.length; i++) {
                cells[i] = level.cell(axis, points[i]);
            }
        }

        int start(int i) {
            return i * one.length;
        }

        double[] values(int i) {
            if (!computed[i]) {
                level.generator().values(level.place(1, points[i], cells[i]), one);
                System.arraycopy(one, 0, all, start(i), one.length);
                computed[i] = true;
            }
            return all;
        }

        int firstIn(long k) {
            int low = 0;
            int high = cells.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (cells[middle] < k) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
