package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The published model family \(CM^{-\gamma}(\ln M)^b(1+DM^{-\rho})e^{\xi}\), \(\xi\) stationary AR(1): in every cell at least
 * 90 % of the intervals hold \(\gamma\). The cells are those of docs/speeds.md. A plain build runs five
 * of them, the profile {@code coverage} all of them:
 *
 * <pre>mvn -Pcoverage -pl encoding/comparator -am test -Dtest=SpeedCoverageTest -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class SpeedCoverageTest {
    private static final int RUNS = Integer.getInteger("epsilonet.coverage.runs", 2000);
    private static final boolean ALL = Boolean.getBoolean("epsilonet.coverage.all");
    private static final int FIRST = 8;

    /** Speed, power of the logarithm, D, rho, standard deviation and correlation of the residuals, budgets. */
    private record Cell(double gamma, double b, double d, double rho, double sigma, double phi, int budgets) {}

    private record Covered(Cell cell, double coverage, double medianWidth) {}

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        double[][] corrections = {{0, 1}, {1, 0.5}, {-2, 1}, {4, 1}, {2, 0.7}, {11, 1.5}};
        double[] speeds = {0.5, 1, 2};
        for (int budgets : new int[] {9, 11, 14}) {
            for (double b : new double[] {0, 1}) {
                for (double[] correction : corrections) {
                    for (double sigma : new double[] {0.01, 0.05}) {
                        for (double phi : new double[] {0, 0.3}) {
                            double gamma = speeds[cells.size() % 3];
                            cells.add(new Cell(gamma, b, correction[0], correction[1], sigma, phi, budgets));
                        }
                    }
                }
            }
        }
        return cells;
    }

    @Test
    void everyCellIsCoveredNineTimesInTen() {
        List<Cell> cells = cells();
        assertEquals(144, cells.size());
        List<Covered> covered = IntStream.range(0, cells.size())
                .filter(i -> ALL || i % 29 == 1)
                .parallel()
                .mapToObj(i -> covered(cells.get(i), i))
                .sorted(Comparator.comparingDouble(Covered::coverage))
                .toList();
        covered.stream().limit(ALL ? 12 : 1).forEach(c -> System.out.println("worst of the cells: " + c));
        assertTrue(covered.get(0).coverage() >= 0.9, covered.get(0).toString());
    }

    private static Covered covered(Cell cell, int number) {
        SplittableRandom random = new SplittableRandom(20_261_128L + number);
        double[] widths = new double[RUNS];
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            SpeedEstimate speed = SpeedEstimator.of(budgets(cell), sizes(cell), errors(cell, random), 0);
            held += speed.low() <= cell.gamma() && cell.gamma() <= speed.high() ? 1 : 0;
            widths[run] = speed.high() - speed.low();
        }
        Arrays.sort(widths);
        return new Covered(cell, (double) held / RUNS, widths[RUNS / 2]);
    }

    private static int[] budgets(Cell cell) {
        return IntStream.range(0, cell.budgets()).map(i -> FIRST << i).toArray();
    }

    private static double[] sizes(Cell cell) {
        return IntStream.of(budgets(cell)).asDoubleStream().toArray();
    }

    private static double[] errors(Cell cell, SplittableRandom random) {
        double[] errors = sizes(cell);
        double xi = gaussian(random);
        for (int i = 0; i < errors.length; i++) {
            double m = errors[i];
            xi = i == 0 ? xi : cell.phi() * xi + Math.sqrt(1 - cell.phi() * cell.phi()) * gaussian(random);
            errors[i] = 0.3
                    * Math.pow(m, -cell.gamma())
                    * Math.pow(Math.log(m), cell.b())
                    * (1 + cell.d() * Math.pow(m, -cell.rho()))
                    * Math.exp(cell.sigma() * xi);
        }
        return errors;
    }

    /** Box and Muller: the JDK's own methods differ between releases. */
    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
