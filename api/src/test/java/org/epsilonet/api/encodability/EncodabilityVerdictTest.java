package org.epsilonet.api.encodability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void noParametersNeedNoBits() {
        assertEquals(
                0,
                verdict(Growth.LINEAR, Growth.ZERO, Growth.INFINITE, Growth.INFINITE)
                        .h());
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
