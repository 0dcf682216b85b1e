package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the families claim: encodability, growths, search depth, largest budgets. */
class ClaimsTest {
    static Stream<ParametrizedFamily> families() {
        return ContractTargets.families();
    }

    @ParameterizedTest
    @MethodSource("families")
    void encodableInEveryNorm(ParametrizedFamily family) {
        for (LpNorm norm : ContractTargets.NORMS) {
            assertEquals(
                    EncodabilityVerdict.Kind.ENCODABLE,
                    family.encodability(Cube.INTERVAL, norm).verdict().kind());
        }
    }

    /** The claimed growths: bits of structure and radius at M and 16 M. */
    @ParameterizedTest
    @MethodSource("families")
    void growthsAreAsClaimed(ParametrizedFamily family) {
        Domain domain = Cube.INTERVAL;
        Parametrization small = family.parametrization(domain, 512);
        Parametrization large = family.parametrization(domain, 8192);
        assertTrue(large.log2Structures() <= 16 * 2 * small.log2Structures());
        assertTrue(large.log2Structures() <= 8192 * 53);
        assertTrue(large.size() <= 17 * small.size());
        assertTrue(Math.log(large.radius() / small.radius()) / Math.log(16) <= 2.01);
        assertEquals(small.lipschitz(LpNorm.SUP), large.lipschitz(LpNorm.SUP));
    }

    /** The volumes in the proof that powers are not encodable, beside the size of the code book: both of order M^2 bits. */
    @Test
    void powersNeedTheSquareOfTheBudgetInBits() {
        ParametrizedFamily powers = (ParametrizedFamily) Families.named("splines.monomials");
        for (LpNorm norm : ContractTargets.NORMS) {
            EncodabilityVerdict verdict =
                    powers.encodability(Cube.INTERVAL, norm).verdict();
            assertEquals(EncodabilityVerdict.Kind.NOT_ENCODABLE, verdict.kind());
            assertEquals(1, verdict.h());
        }
        for (int m : new int[] {8, 16, 24}) {
            Parametrization p = powers.parametrization(Cube.INTERVAL, m);
            double upper = m * Math.log(p.radius() * p.lipschitz(LpNorm.L2)) / Math.log(2);
            double lower = log2Volumes(m);
            assertTrue(lower > 0.77 * m * m && lower < upper, m + ": " + lower + " to " + upper);
        }
        // The power of M alone: the rest, of order M log M, is still 4 percent here.
        assertEquals(Math.log(1 + Math.sqrt(2)) / Math.log(2) - 0.5, log2Volumes(1 << 10) / (1 << 20), 0.04 * 0.77);
    }

    /** The bound of the proof at the covering radius 1. */
    private static double log2Volumes(int m) {
        double ball = 0.5 * m * Math.log(Math.PI);
        for (double k = 0.5 * m; k > 0; k--) {
            ball -= Math.log(k);
        }
        ball -= m % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
        double leading = 0;
        double log = 0;
        for (int k = 0; k < m; k++) {
            log += k == 0 ? 0 : Math.log((2.0 * k - 1) / k);
            leading += log + 0.5 * Math.log(2 * k + 1);
        }
        double radius = Math.log(16) + m * Math.log(1 + Math.sqrt(2));
        return (m * radius - ball - leading) / Math.log(2);
    }

    /** Beyond L1 a jump moved by d costs d^(1/p): p times the bits, and a code book that covers with them. */
    @Test
    void realKnotsAreHoelder() {
        ParametrizedFamily family = (ParametrizedFamily) Families.named("splines.real-knots.degree0");
        for (double exponent : new double[] {1, 1.5, 2, 4}) {
            LpNorm norm = new LpNorm(exponent);
            EncodabilityVerdict verdict =
                    family.encodability(Cube.INTERVAL, norm).verdict();
            assertEquals(EncodabilityVerdict.Kind.ENCODABLE, verdict.kind(), norm.toString());
            assertEquals(1 / exponent, family.parametrization(Cube.INTERVAL, 8).hoelder(norm), 1e-15);
        }
        assertEquals(
                EncodabilityVerdict.Kind.NOT_ENCODABLE,
                family.encodability(Cube.INTERVAL, LpNorm.SUP).verdict().kind());
        String derivation = family.encodability(Cube.INTERVAL, LpNorm.L2)
                .verdict()
                .derivation()
                .toString();
        assertTrue(derivation.contains("(log2 constant + gamma log2 M) / 0.5"), derivation);
    }

    /** A budget beyond the largest is the largest, and costs nothing. */
    @ParameterizedTest
    @MethodSource("families")
    void budgetsAreCapped(ParametrizedFamily family) {
        for (Domain domain : List.of(Cube.INTERVAL, Grid.of(100))) {
            Parametrization largest = family.parametrization(domain, family.largestBudget(domain));
            Parametrization beyond = family.parametrization(domain, Integer.MAX_VALUE);
            assertEquals(largest.size(), beyond.size());
            assertEquals(largest.radius(), beyond.radius());
        }
    }

    /** Adaptive cells on the cube: a lattice of exactly max(30, ceil(4 log2 M)) levels, and M^-4 within a double. */
    @Test
    void searchDepth() {
        for (int m = 1; m <= 1 << 13; m++) {
            int exact = BigInteger.valueOf(m).pow(4).subtract(BigInteger.ONE).bitLength();
            assertEquals(Math.max(30, exact), FreeKnotPiecewisePolynomials.level(m));
        }
        assertEquals(1 << 13, FreeKnotPiecewisePolynomials.ofDegree(1).largestBudget(Cube.INTERVAL));
        assertEquals(1 << 13, DyadicPiecewisePolynomials.ofDegree(1).largestBudget(Cube.INTERVAL));
    }
}
