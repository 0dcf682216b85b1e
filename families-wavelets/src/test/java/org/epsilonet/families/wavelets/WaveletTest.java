package org.epsilonet.families.wavelets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WaveletTest {
    @Test
    void fourLinesHaveFiftyNineNames() {
        assertEquals(20 + 19 + 5 + 15, Wavelet.names().size());
        for (String name : Wavelet.names()) {
            assertEquals(name, Wavelet.named(name).name());
        }
    }

    @Test
    void anOrthonormalWavelet() {
        Wavelet wavelet = Wavelet.named("sym8");
        assertTrue(wavelet.isOrthonormal());
        assertEquals(8, wavelet.vanishingMoments());
        assertEquals(8, wavelet.dualVanishingMoments());
        assertEquals(16, wavelet.reconstructionLow().length);
        assertEquals("sym8: orthonormal, 16 taps, 8 vanishing moments", wavelet.toString());
    }

    @Test
    void aBiorthogonalWavelet() {
        Wavelet wavelet = Wavelet.named("bior2.4");
        assertFalse(wavelet.isOrthonormal());
        assertEquals(2, wavelet.vanishingMoments());
        assertEquals(4, wavelet.dualVanishingMoments());
        double root = Math.sqrt(2) / 4;
        assertArrayEquals(new double[] {0, 0, 0, root, 2 * root, root, 0, 0, 0, 0}, wavelet.reconstructionLow(), 1e-16);
        assertArrayEquals(
                new double[] {0, 0, 0, root, -2 * root, root, 0, 0, 0, 0}, wavelet.decompositionHigh(), 1e-16);
    }

    @Test
    void filtersAreFreshArrays() {
        Wavelet wavelet = Wavelet.named("coif1");
        wavelet.decompositionLow()[0] = 7;
        assertArrayEquals(Wavelet.named("coif1").decompositionLow(), wavelet.decompositionLow(), 0);
    }

    @Test
    void anUnknownNameIsAnsweredByTheNearest() {
        assertNearest("db20", "db21");
        assertNearest("sym10", "symlet");
        assertNearest("bior3.1", "bior3.2");
        assertNearest("db4", "DB4");
    }

    private static void assertNearest(String nearest, String asked) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Wavelet.named(asked));
        assertTrue(
                e.getMessage()
                        .startsWith("No wavelet named '" + asked + "'. Did you mean '" + nearest + "'? Available: "),
                e.getMessage());
    }
}
