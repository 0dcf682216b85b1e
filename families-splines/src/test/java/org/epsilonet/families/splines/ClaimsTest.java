package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.encodability.EncodabilityVerdict;
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
