package org.epsilonet.families.splines.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

/** The numerical kernels against their definitions. */
class KernelsTest {
    /** Gram's polynomials are orthonormal on their points, and nowhere there larger than Legendre's at the ends. */
    @Test
    void gramPolynomials() {
        double[] p = new double[6];
        for (int n = 1; n <= 4096; n += n < 100 ? 1 : 111) {
            CellPolynomials gram = CellPolynomials.of(5, n);
            double[][] product = new double[6][6];
            for (int i = 0; i < n; i++) {
                gram.evaluate((2.0 * i + 1 - n) / n, p);
                for (int a = 0; a < gram.size(); a++) {
                    for (int b = 0; b < gram.size(); b++) {
                        product[a][b] += p[a] * p[b] / n;
                    }
                }
            }
            double[] largest = gram.largest(n);
            for (int a = 0; a < gram.size(); a++) {
                for (int b = 0; b < gram.size(); b++) {
                    assertEquals(a == b ? 1 : 0, product[a][b], 1e-12, "n = " + n);
                }
                assertTrue(largest[a] <= Math.sqrt(2 * a + 1) * (1 + 1e-15), "n = " + n + ", degree " + a);
            }
        }
    }

    /** Equal cells are the partition with their ends, at the knots and beside them too. */
    @Test
    void equalCells() {
        for (int n : new int[] {1, 2, 7, 100, 1003}) {
            for (int count = 1; count <= n; count += 1 + n / 40) {
                for (Lattice lattice : new Lattice[] {Lattice.of(Grid.of(n)), Lattice.uniform(count)}) {
                    EqualCells cells = new EqualCells(lattice, count);
                    long[] ends = new long[count + 1];
                    for (int c = 0; c < count; c++) {
                        ends[c + 1] = cells.to(c, 0);
                    }
                    Partition partition = new Partition(lattice, ends);
                    for (long end : ends) {
                        double knot = lattice.position(0, end);
                        for (double x : new double[] {Math.nextDown(knot), knot, Math.nextUp(knot), knot + 0.5 / n}) {
                            assertEquals(partition.locate(x), cells.locate(x), n + " samples, x = " + x);
                        }
                    }
                }
            }
        }
    }

    /** Merged projections are the projections of the union: on samples against a direct fit, at every split. */
    @Test
    void mergingIsExact() {
        double[] v = new Random(3).doubles(23).toArray();
        Samples samples = Samples.of("random", v);
        Lattice lattice = Lattice.of(samples.grid());
        for (int degree = 0; degree <= 3; degree++) {
            LocalFit fit = LocalFit.of(samples, lattice, degree, LpNorm.L2);
            Merging merging = new Merging(degree, true, false);
            double[] expected = state(fit, 0, 23, degree, 23);
            for (int split = 1; split < 23; split++) {
                double[] left = state(fit, 0, split, degree, 23);
                double[] right = state(fit, split, 23, degree, 23);
                merging.merge(left, 0, right, 0, left, 0);
                assertArrayEquals(expected, left, 1e-12, "degree " + degree + ", split at " + split);
            }
        }
    }

    private static double[] state(LocalFit fit, long from, long to, int degree, int n) {
        double[] coefficients = new double[degree + 1];
        double error = n * fit.error(new long[] {from}, new long[] {to}, coefficients);
        double[] state = new double[Merging.FIRST + degree + 1];
        Merging.set(state, 0, to - from, error, coefficients, degree + 1);
        return state;
    }

    /** The error alternates k+2 times at its largest size (Chebyshev), up to the three digits asked for. */
    @Test
    void minimaxAlternates() {
        Random random = new Random(8);
        for (int degree = 1; degree <= 5; degree++) {
            for (int n : new int[] {degree + 2, 20, 333, 5000}) {
                double[] u = new double[n];
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                    u[i] = (2.0 * i + 1 - n) / n;
                    y[i] = Math.exp(2 * u[i]) + 0.3 * random.nextGaussian();
                }
                CellPolynomials basis = CellPolynomials.of(degree, n);
                double[] c = new double[degree + 1];
                double error = Minimax.fit(basis, u, y, c, 0);
                int alternations = 0;
                double sign = 0;
                for (int i = 0; i < n; i++) {
                    double r = y[i] - basis.sum(c, 0, u[i]);
                    assertTrue(Math.abs(r) <= error * (1 + 1e-12));
                    if (Math.abs(r) >= error * (1 - 2e-3) && Math.signum(r) != sign) {
                        alternations++;
                        sign = Math.signum(r);
                    }
                }
                assertTrue(alternations >= degree + 2, "degree " + degree + ", n = " + n + ": " + alternations);
            }
        }
    }

    /** The residual of a least-squares spline is orthogonal to all B-splines. */
    @Test
    void leastSquaresSplinesAreProjections() {
        Samples samples = Samples.of("random", new Random(5).doubles(300).toArray());
        for (int degree = 0; degree <= 5; degree++) {
            SplineSpace space = new SplineSpace(degree, 100);
            double[] c = SplineFit.coefficients(samples, space, LpNorm.L2);
            double[] residual = SplineStructure.uniform(List.of(space), samples.grid())
                    .realize(c)
                    .on(samples.grid());
            double[] product = new double[space.dimension()];
            double[] basis = new double[degree + 1];
            for (int i = 0; i < 300; i++) {
                double x = (i + 0.5) / 300;
                int interval = space.locate(x);
                space.basis(interval, x, basis);
                assertEquals(1, Arrays.stream(basis).sum(), 1e-14);
                for (int j = 0; j <= degree; j++) {
                    product[interval + j] += basis[j] * (samples.value(i) - residual[i]);
                }
            }
            assertArrayEquals(new double[space.dimension()], product, 1e-11, "degree " + degree);
        }
    }

    /** 1 + 1 + 2 + 5 + 14 full binary trees with at most five leaves. */
    @Test
    void catalanNumbers() {
        double exact = Math.log(23) / Math.log(2);
        // Rounded up, by 2^-43 and that share of log2 of a binomial below 2^7.
        assertEquals(exact, Catalan.log2Trees(5), 1e-12);
        assertTrue(Catalan.log2Trees(5) > exact);
        assertEquals(0, Catalan.log2Trees(1));
    }
}
