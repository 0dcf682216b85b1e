package org.epsilonet.families.wavelets.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The identities that define the filters, for every name, and the tables of PyWavelets. */
class NamedFiltersTest {
    /** Filters are rounded from 25 digits or more: sums of 40 products err by some 10^-15. */
    private static final double IDENTITY = 1e-14;

    /** The largest departures are at sym20 and sym18, of tables that satisfy their own identities to 10^-12 only. */
    private static final double TABLES = 2e-11;

    static List<String> names() {
        return NamedFilters.names();
    }

    /** Analysis filters as they meet the samples: read backwards, beside those of synthesis. */
    private record Doubles(double[] low, double[] high, double[] dualLow, double[] dualHigh) {
        static Doubles of(FilterBank bank) {
            return new Doubles(
                    Filters.rounded(bank.low()),
                    Filters.rounded(bank.high()),
                    Filters.rounded(Filters.reversed(bank.dual())),
                    Filters.rounded(Filters.reversed(bank.dualHigh())));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void shiftsByTwoAreBiorthogonal(String name) {
        Doubles f = Doubles.of(NamedFilters.of(name));
        for (int shift = -f.low().length; shift <= f.low().length; shift += 2) {
            int delta = shift == 0 ? 1 : 0;
            assertEquals(delta, correlation(f.low(), f.dualLow(), shift), IDENTITY, "low, shift " + shift);
            assertEquals(delta, correlation(f.high(), f.dualHigh(), shift), IDENTITY, "high, shift " + shift);
            assertEquals(0, correlation(f.low(), f.dualHigh(), shift), IDENTITY, "low and high, shift " + shift);
            assertEquals(0, correlation(f.high(), f.dualLow(), shift), IDENTITY, "high and low, shift " + shift);
        }
    }

    /** Synthesis of analysis: entry (n, m) of the product of the two infinite matrices, for both parities of n. */
    @ParameterizedTest
    @MethodSource("names")
    void reconstructionIsPerfect(String name) {
        Doubles f = Doubles.of(NamedFilters.of(name));
        int length = f.low().length;
        for (int n = length; n < length + 2; n++) {
            for (int m = 0; m < 3 * length; m++) {
                double entry = 0;
                for (int k = -length; k <= 2 * length; k++) {
                    entry += at(f.low(), n - 2 * k) * at(f.dualLow(), m - 2 * k)
                            + at(f.high(), n - 2 * k) * at(f.dualHigh(), m - 2 * k);
                }
                assertEquals(n == m ? 1 : 0, entry, IDENTITY, n + ", " + m);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void orthonormalSystemsAreTheirOwnDuals(String name) {
        FilterBank bank = NamedFilters.of(name);
        Doubles f = Doubles.of(bank);
        assertEquals(!name.startsWith("bior"), bank.orthonormal());
        if (bank.orthonormal()) {
            assertTrue(Arrays.equals(f.low(), f.dualLow()));
            assertTrue(Arrays.equals(f.high(), f.dualHigh()));
        }
        assertEquals(Math.sqrt(2), Arrays.stream(f.low()).sum(), 1e-15 * f.low().length);
        assertEquals(Math.sqrt(2), Arrays.stream(f.dualLow()).sum(), 1e-15 * f.low().length);
    }

    /** So many moments vanish, one more does not. */
    @ParameterizedTest
    @MethodSource("names")
    void momentsVanish(String name) {
        FilterBank bank = NamedFilters.of(name);
        Doubles f = Doubles.of(bank);
        for (int power = 0; power <= bank.moments(); power++) {
            double moment = relativeMoment(f.dualHigh(), power);
            assertEquals(power < bank.moments(), moment <= 1e-12, "moment " + power + " is " + moment);
        }
        for (int power = 0; power <= bank.dualMoments(); power++) {
            double moment = relativeMoment(f.high(), power);
            assertEquals(power < bank.dualMoments(), moment <= 1e-12, "dual moment " + power + " is " + moment);
        }
    }

    /** The scaling function of a coiflet with 2K moments: moments 1 to 2K-1 around tap 2K are zero. */
    @Test
    void coifletsHaveVanishingMomentsOfTheScalingFunction() {
        for (int order = 1; order <= 5; order++) {
            double[] h = Filters.rounded(NamedFilters.of("coif" + order).low());
            for (int power = 1; power < 2 * order; power++) {
                double moment = 0;
                double size = 0;
                for (int k = 0; k < h.length; k++) {
                    double term = h[k] * Math.pow((k - 2.0 * order) / h.length, power);
                    moment += term;
                    size += Math.abs(term);
                }
                assertTrue(Math.abs(moment) <= 1e-12 * size, "coif" + order + " moment " + power);
            }
        }
    }

    /** The phase departs from a linear one a fraction as much. */
    @Test
    void symletsAreLessAsymmetricThanExtremalPhase() {
        for (int n = 4; n <= 20; n++) {
            double symlet =
                    phaseDeviation(Filters.rounded(NamedFilters.of("sym" + n).low()));
            double daubechies =
                    phaseDeviation(Filters.rounded(NamedFilters.of("db" + n).low()));
            assertTrue(symlet < 0.5 * daubechies, "sym" + n + ": " + symlet + ", " + daubechies);
        }
    }

    /** Root mean square departure of the phase from the best linear one, on 200 frequencies up to \(0.7\pi\). */
    private static double phaseDeviation(double[] h) {
        int steps = 200;
        double[] phase = new double[steps + 1];
        double slope = 0;
        double weight = 0;
        for (int t = 1; t <= steps; t++) {
            double omega = 0.7 * Math.PI * t / steps;
            double re = 0;
            double im = 0;
            for (int k = 0; k < h.length; k++) {
                re += h[k] * Math.cos(k * omega);
                im -= h[k] * Math.sin(k * omega);
            }
            double turn = Math.atan2(im, re) - phase[t - 1];
            phase[t] = phase[t - 1] + Math.IEEEremainder(turn, 2 * Math.PI);
            slope += t * phase[t];
            weight += (double) t * t;
        }
        double sum = 0;
        for (int t = 1; t <= steps; t++) {
            sum += Math.pow(phase[t] - slope / weight * t, 2);
        }
        return Math.sqrt(sum / steps);
    }

    @Test
    void filtersAgreeWithPyWavelets() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String line : reference()) {
            String[] cells = line.split(",");
            FilterBank bank = NamedFilters.of(cells[0]);
            double[] actual = Filters.rounded(
                    switch (cells[1]) {
                        case "rec_lo" -> bank.low();
                        case "dec_lo" -> bank.dual();
                        case "rec_hi" -> bank.high();
                        default -> bank.dualHigh();
                    });
            assertEquals(cells.length - 2, actual.length, line);
            for (int k = 0; k < actual.length; k++) {
                assertEquals(
                        Double.parseDouble(cells[k + 2]), actual[k], TABLES, cells[0] + " " + cells[1] + " tap " + k);
            }
            seen.add(cells[0]);
        }
        assertEquals(new HashSet<>(NamedFilters.names()), seen);
    }

    @Test
    void theFirstFilterIsHaars() {
        assertEquals(1, HalfBand.coefficients(1).length);
        for (String name : List.of("db1", "bior1.1")) {
            double[] h = Filters.rounded(NamedFilters.of(name).low());
            assertEquals(Math.sqrt(0.5), h[0], 1e-16);
            assertEquals(Math.sqrt(0.5), h[1], 1e-16);
        }
    }

    /** With two or three vanishing moments there is one pair of roots, so no choice. */
    @Test
    void shortSymletsAreDaubechiesFilters() {
        for (int n = 2; n <= 3; n++) {
            double[] symlet = Filters.rounded(NamedFilters.of("sym" + n).low());
            double[] daubechies = Filters.rounded(NamedFilters.of("db" + n).low());
            for (int k = 0; k < symlet.length; k++) {
                assertEquals(daubechies[k], symlet[k], 1e-16);
            }
        }
    }

    /** Pins every bit of every filter, on any machine. */
    @Test
    void filtersHaveTheirGoldenHash() {
        int hash = 1;
        for (String name : NamedFilters.names()) {
            hash = 31 * hash
                    + Arrays.hashCode(Filters.rounded(NamedFilters.of(name).low()));
            hash = 31 * hash
                    + Arrays.hashCode(Filters.rounded(NamedFilters.of(name).dual()));
        }
        assertEquals(GOLDEN_HASH, hash);
    }

    private static final int GOLDEN_HASH = -1328778661;

    @Test
    void anUnknownNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> NamedFilters.of("db21"));
    }

    private static double at(double[] filter, int k) {
        return k >= 0 && k < filter.length ? filter[k] : 0;
    }

    private static double correlation(double[] a, double[] b, int shift) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * at(b, k + shift);
        }
        return sum;
    }

    /** \(|\sum_k g_k u^p| / \sum_k |g_k u^p|\), u centred and at most 1. */
    private static double relativeMoment(double[] g, int power) {
        double moment = 0;
        double size = 0;
        for (int k = 0; k < g.length; k++) {
            double term = g[k] * Math.pow((2.0 * k - g.length + 1) / g.length, power);
            moment += term;
            size += Math.abs(term);
        }
        return Math.abs(moment) / size;
    }

    private static List<String> reference() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NamedFiltersTest.class.getResourceAsStream("pywavelets-filters.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
