package org.epsilonet.api.function;

/** Walks over the cell centres of a grid in row-major order. */
public final class GridPoints {
    private GridPoints() {}

    /** What is done at one grid point. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param index row-major index of the point
         * @param x its coordinates; the array is reused, copy it to keep it
         */
        void visit(int index, double[] x);
    }

    /**
     * Visits every cell centre \((i + \tfrac12)/N\) of the grid.
     *
     * @param grid the grid
     * @param visitor called once per point, in row-major order
     */
    public static void forEach(Grid grid, Visitor visitor) {
        int d = grid.dimension();
        int[] index = new int[d];
        double[] x = new double[d];
        for (int k = 0; k < d; k++) {
            x[k] = 0.5 / grid.length(k);
        }
        for (int i = 0; i < grid.points(); i++) {
            visitor.visit(i, x);
            for (int k = d - 1; k >= 0; k--) {
                index[k] = index[k] + 1 == grid.length(k) ? 0 : index[k] + 1;
                x[k] = (index[k] + 0.5) / grid.length(k);
                if (index[k] != 0) {
                    break;
                }
            }
        }
    }
}
