package org.epsilonet.api.encodability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EncodabilityVerdictTest {
    private static EncodabilityVerdict verdict(Growth structures, Growth parameters, Growth radius, Growth lipschitz) {
        return EncodabilityClaim.of(structures, parameters, radius, lipschitz, "a test")
                .verdict();
    }

    @Test
    void dictionariesWithPolynomialSearchDepthAreEncodable() {
        EncodabilityVerdict v = verdict(Growth.LINEAR_LOG, Growth.LINEAR, Growth.LOG, Growth.LOG);
        assertEquals(EncodabilityVerdict.Kind.ENCODABLE, v.kind());
        assertEquals(0, v.h());
    }

    @Test
    void monomialsWithExponentialCoefficientsHaveHOne() {
        EncodabilityVerdict v = verdict(Growth.ZERO, Growth.LINEAR, Growth.LINEAR, Growth.LOG);
        assertEquals(EncodabilityVerdict.Kind.NOT_ESTABLISHED, v.kind());
        assertEquals(1, v.h());
        assertTrue(
                v.derivation().toString().contains("<= 2 x encoding speed"),
                v.derivation().toString());
    }

    @Test
    void veryDeepNetworksHaveHOneThroughTheirLipschitzConstant() {
        assertEquals(
                1,
                verdict(Growth.LINEAR_LOG, Growth.LINEAR, Growth.CONSTANT, Growth.LINEAR)
                        .h());
    }

    @Test
    void uncountablyManyStructuresHaveInfiniteH() {
        EncodabilityVerdict v = verdict(Growth.INFINITE, Growth.LINEAR, Growth.CONSTANT, Growth.LOG);
        assertEquals(Double.POSITIVE_INFINITY, v.h());
        assertEquals(EncodabilityVerdict.Kind.NOT_ESTABLISHED, v.kind());
    }

    @Test
    void onlyAProofMakesAFamilyNotEncodable() {
        EncodabilityVerdict v = EncodabilityClaim.of(
                        Growth.ZERO, Growth.LINEAR, Growth.CONSTANT, Growth.INFINITE, "real-valued knots")
                .obstructedBy("step functions are an uncountable separated set")
                .verdict();
        assertEquals(EncodabilityVerdict.Kind.NOT_ENCODABLE, v.kind());
        assertTrue(v.derivation().get(v.derivation().size() - 1).contains("uncountable"));
    }

    /** Growths with h = 0 build an encoding; no proof can say that there is none. */
    @Test
    void aProofAgainstAnEncodingThatIsThereIsRefused() {
        EncodabilityClaim encodable =
                EncodabilityClaim.of(Growth.LINEAR_LOG, Growth.LINEAR, Growth.LOG, Growth.LOG, "x");
        assertThrows(IllegalArgumentException.class, () -> encodable.obstructedBy("a proof"));
        EncodabilityClaim union = EncodabilityClaim.union(List.of(encodable, encodable));
        assertThrows(IllegalArgumentException.class, () -> union.obstructedBy("a proof"));
    }

    /** A Hölder exponent is a factor in the bits, and no power of M. */
    @Test
    void hoelderExponentsAreFactorsInTheBits() {
        EncodabilityClaim claim = EncodabilityClaim.of(Growth.LOG, Growth.LINEAR, Growth.LOG, Growth.LOG, "jumps")
                .withHoelder(0.25);
        assertEquals(0, claim.verdict().h());
        assertTrue(claim.verdict().derivation().toString().contains("(log2 constant + gamma log2 M) / 0.25"));
        assertEquals(
                0.25,
                EncodabilityClaim.union(List.of(claim, claim.withHoelder(1))).hoelder());
        for (double exponent : new double[] {0, -1, 1.5, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> claim.withHoelder(exponent));
        }
    }

    @Test
    void noParametersNeedNoBits() {
        assertEquals(
                0,
                verdict(Growth.LINEAR, Growth.ZERO, Growth.INFINITE, Growth.INFINITE)
                        .h());
    }

    /** All growths together would give h = 1, the parts have 0 each: M parameters of few bits, few of M bits. */
    @Test
    void aUnionIsAsGoodAsItsWorstPart() {
        EncodabilityClaim many = EncodabilityClaim.of(Growth.ZERO, Growth.LINEAR, Growth.LOG, Growth.LOG, "many");
        EncodabilityClaim long1 = EncodabilityClaim.of(Growth.ZERO, Growth.CONSTANT, Growth.LINEAR, Growth.LOG, "long");
        EncodabilityClaim both = EncodabilityClaim.union(List.of(many, long1));
        assertEquals(Growth.LINEAR, both.parameters());
        assertEquals(Growth.LINEAR, both.log2Radius());
        assertEquals(0, both.verdict().h());
        assertEquals(EncodabilityVerdict.Kind.ENCODABLE, both.verdict().kind());
        EncodabilityClaim uncountable =
                EncodabilityClaim.of(Growth.INFINITE, Growth.LINEAR, Growth.LOG, Growth.LOG, "uncountable");
        EncodabilityVerdict worse = EncodabilityClaim.union(
                        List.of(both, uncountable.obstructedBy("an uncountable separated set")))
                .verdict();
        assertEquals(EncodabilityVerdict.Kind.NOT_ENCODABLE, worse.kind());
        assertTrue(worse.derivation().toString().contains("part 2: not encodable"), worse::toString);
        assertThrows(IllegalArgumentException.class, () -> EncodabilityClaim.union(List.of()));
    }

    @Test
    void theDerivationNamesEveryConditionAndTheCap() {
        EncodabilityVerdict v = verdict(Growth.LINEAR_LOG, Growth.LINEAR, Growth.LINEAR, Growth.LOG);
        assertEquals(
                List.of(
                        "log2 #structures ~ M log M, must be O(M^(1+h)) for every h > 0: yes",
                        "#parameters ~ M, must be O(M^(1+h)) for every h > 0: yes",
                        "log2 radius ~ M, must be O(M^h) for every h > 0: only with h >= 1",
                        "log2 Lipschitz ~ log M, must be O(M^h) for every h > 0: yes",
                        "log2 #codewords <= log2 #structures + #parameters (log2 radius + log2 Lipschitz + gamma log2 M"
                                + " + O(1)) ~ M^2: h = max(0, 1) = 1",
                        "a test",
                        "h > 0: not established by this parametrization; for every h' > h and every gamma there is a"
                                + " (gamma,h')-encoding, hence approximation speed <= 2 x encoding speed on every class"),
                v.derivation());
    }

    @Test
    void growthsMultiplyAddAndPrint() {
        assertEquals(new Growth(2, 1), Growth.LINEAR.times(Growth.LINEAR_LOG));
        assertEquals(Growth.LINEAR_LOG, Growth.LINEAR.plus(Growth.LINEAR_LOG));
        assertEquals(Growth.ZERO, Growth.ZERO.times(Growth.INFINITE));
        assertEquals("M log M", Growth.LINEAR_LOG.toString());
        assertEquals("M^2 (log M)^3", new Growth(2, 3).toString());
        assertEquals("1", Growth.CONSTANT.toString());
        assertEquals("log M", Growth.LOG.toString());
        assertThrows(IllegalArgumentException.class, () -> new Growth(-1, 0));
    }
}
