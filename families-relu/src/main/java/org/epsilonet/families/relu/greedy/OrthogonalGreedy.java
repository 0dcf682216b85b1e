package org.epsilonet.families.relu.greedy;

import java.util.Arrays;

/**
 * The orthogonal greedy algorithm: the neuron with the largest \(|\langle r,g\rangle|/\|g^\perp\|\), \(g^\perp\) its
 * part that is orthogonal to the affine functions, joins the span, and \(r\)
 * becomes the residual of the best fit by all so far. One sequence serves all budgets of a lattice.
 *
 * <p>The search costs \(O(DN)\) for \(D\) directions, however many offsets, by {@link RidgeProducts}. A
 * step costs \(O(DN + MN)\).
 *
 * @see <a href="https://arxiv.org/abs/2106.15000">Siegel, Xu: Optimal convergence rates for the orthogonal greedy
 *     algorithm, 2022</a>
 */
final class OrthogonalGreedy {
    /** A neuron this close to the span of those before adds rounding, not approximation. */
    private static final double DEPENDENT = 1e-5;

    private static final double ROUNDING = 1e-14;

    private final RidgeLattice lattice;
    private final FitGrid data;
    private final RidgeProducts products;
    private final double[] norms;
    private final double[] residual;
    private double target;

    /** Orthonormal vectors, the triangle that makes neurons of them, and the coefficients of the target. */
    private final double[][] basis;

    private final double[][] triangle;
    private final double[] coefficients;
    private final long[] chosen;
    private int rank;
    private boolean ended;

    OrthogonalGreedy(RidgeLattice lattice, FitGrid data) {
        this.lattice = lattice;
        this.data = data;
        this.products = new RidgeProducts(lattice, data);
        this.residual = data.values().clone();
        int most = lattice.size();
        this.basis = new double[most][];
        this.triangle = new double[most][];
        this.coefficients = new double[most];
        this.chosen = new long[most];
        for (int i = 0; i < residual.length; i++) {
            residual[i] *= data.weights()[i];
        }
        this.target = length(residual);
        join(-1, data.weights().clone());
        for (int axis = 0; axis < data.dimension(); axis++) {
            join(-1, coordinate(axis));
        }
        this.norms = norms();
    }

    /** The best network found with at most {@code budget} chosen neurons. */
    synchronized RidgeApproximant network(RidgeLattice smaller, int budget) {
        int affine = 1 + data.dimension();
        while (!ended && rank < affine + budget && rank < data.size()) {
            ended = !step();
        }
        int used = Math.min(rank, affine + budget);
        double[] weights = solved(used);
        int count = Math.max(0, used - affine);
        long[] sorted = Arrays.copyOfRange(chosen, Math.min(affine, used), used);
        Arrays.sort(sorted);
        double[] parameters = new double[affine + count];
        System.arraycopy(weights, 0, parameters, 0, Math.min(affine, used));
        for (int i = 0; i < count; i++) {
            parameters[affine + Arrays.binarySearch(sorted, chosen[affine + i])] = weights[affine + i];
        }
        return new RidgeStructure(smaller, sorted).realize(parameters);
    }

    /** Backward substitution in the triangle. */
    private double[] solved(int count) {
        double[] x = Arrays.copyOf(coefficients, count);
        for (int i = count - 1; i >= 0; i--) {
            x[i] = triangle[i][i] == 0 ? 0 : x[i] / triangle[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= triangle[i][j] * x[i];
            }
        }
        return x;
    }

    private double[] coordinate(int axis) {
        double[] values = new double[data.size()];
        int after = 1;
        for (int a = axis + 1; a < data.dimension(); a++) {
            after *= data.axes()[a].length;
        }
        double[] points = data.axes()[axis];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.weights()[i] * points[i / after % points.length];
        }
        return values;
    }

    private boolean step() {
        for (int attempt = 0; attempt < 4; attempt++) {
            if (length(residual) <= ROUNDING * target) {
                return false;
            }
            long best = search();
            if (best < 0) {
                return false;
            }
            if (join(best, products.neuron(best))) {
                return true;
            }
            norms[(int) best] = 0;
        }
        return false;
    }

    /** The neuron that correlates most with the residual; the first of equals; -1 if none does. */
    private long search() {
        double largest = 0;
        long best = -1;
        double[] weighted = products.weighted(residual);
        double[] correlations = new double[lattice.offsets() + 1];
        for (int direction = 0; direction < lattice.directionCount(); direction++) {
            products.of(direction, weighted, correlations);
            for (int q = lattice.offsets() - 1; q > 0; q--) {
                int neuron = number(direction, q);
                double correlation = Math.abs(correlations[q]) * norms[neuron];
                if (correlation > largest) {
                    largest = correlation;
                    best = neuron;
                }
            }
        }
        return best;
    }

    private int number(int direction, int offset) {
        return direction * (lattice.offsets() - 1) + offset - 1;
    }

    /** One over the norms of all neurons beside the affine part, in units of \(Q\); 0 where nothing is left on the grid. */
    private double[] norms() {
        double[] result = new double[(int) lattice.neurons()];
        double[] masses = products.weighted(data.weights());
        double[][] affine = new double[rank][];
        Arrays.setAll(affine, j -> products.weighted(basis[j]));
        for (int direction = 0; direction < lattice.directionCount(); direction++) {
            double[] squares = squaresOfParts(direction, affine);
            products.squaredNormsLess(direction, masses, squares);
            for (int q = lattice.offsets() - 1; q > 0; q--) {
                result[number(direction, q)] = squares[q] > 0 ? 1 / Math.sqrt(squares[q]) : 0;
            }
        }
        return result;
    }

    /** The squared norms of the projections of a direction's neurons to the affine functions. */
    private double[] squaresOfParts(int direction, double[][] affine) {
        double[] squares = new double[lattice.offsets() + 1];
        double[] inner = new double[squares.length];
        for (double[] function : affine) {
            products.of(direction, function, inner);
            for (int q = 1; q < squares.length; q++) {
                squares[q] += inner[q] * inner[q];
            }
        }
        return squares;
    }

    /** Orthogonalizes twice; refuses a vector that depends on those before, unless it belongs to the affine part. */
    private boolean join(long neuron, double[] vector) {
        double length = length(vector);
        double[] column = new double[rank + 1];
        double before = length;
        double left = length;
        // Twice is enough, and once where little cancels.
        for (int pass = 0; pass == 0 || (pass == 1 && left < 0.1 * before); pass++) {
            for (int j = 0; j < rank; j++) {
                double product = dot(vector, basis[j]);
                column[j] += product;
                add(vector, -product, basis[j]);
            }
            before = left;
            left = length(vector);
        }
        boolean dependent = !(left > DEPENDENT * length);
        if (dependent && neuron >= 0) {
            return false;
        }
        column[rank] = dependent ? 0 : left;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = dependent ? 0 : vector[i] / left;
        }
        basis[rank] = vector;
        triangle[rank] = column;
        chosen[rank] = neuron;
        coefficients[rank] = dot(residual, vector);
        add(residual, -coefficients[rank], vector);
        rank++;
        return true;
    }

    private static double length(double[] v) {
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (double x : v) {
            sum += x / largest * (x / largest);
        }
        return largest * Math.sqrt(sum);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }
}
