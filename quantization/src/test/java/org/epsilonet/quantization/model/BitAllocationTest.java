package org.epsilonet.quantization.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.RoundingScheme;
import org.junit.jupiter.api.Test;

class BitAllocationTest {
    private static final ModelQuantization QUANTIZATION =
            new ModelQuantization(new AffineAnalysis(1), InputBox.SYMMETRIC, LpNorm.SUP);

    /** Against every pair of steps: with two blocks all allocations can be tried. */
    @Test
    void itIsNearTheBestOfAllAllocations() {
        double worst = 0;
        for (int seed = 0; seed < 10; seed++) {
            AffineModel model = AffineModel.random(8, 4, 1, seed);
            CertifiedQuantization found =
                    new BitAllocation(QUANTIZATION, model, RoundingScheme.NEAREST).withinError(0.02);
            assertTrue(found.reaches(0.02), "seed " + seed);
            long best = Long.MAX_VALUE;
            for (int e = -14; e < 2; e++) {
                for (int f = -14; f < 8; f++) {
                    CertifiedQuantization other =
                            QUANTIZATION.certified(model, new int[] {e, f}, RoundingScheme.NEAREST);
                    best = other.reaches(0.02)
                            ? Math.min(best, other.quantized().fixedLengthBits())
                            : best;
                }
            }
            worst = Math.max(worst, (double) found.quantized().fixedLengthBits() / best);
        }
        // Measured 1.00: within a bit of a block of four biases the greedy choice is the best one.
        assertTrue(worst <= 1.05, "bits in units of the fewest: " + worst);
    }

    @Test
    void aStepForEachBlockSavesBits() {
        AffineModel model = AffineModel.random(50, 4, 1, 3);
        CertifiedQuantization uniform = QUANTIZATION.uniform(model, 0.05, Optional.of(RoundingScheme.NEAREST));
        CertifiedQuantization own = new BitAllocation(QUANTIZATION, model, RoundingScheme.NEAREST).withinError(0.05);
        assertTrue(
                own.quantized().bitsPerWeight() < uniform.quantized().bitsPerWeight() - 3,
                "biases 100 times larger cost every weight 7 bits: "
                        + uniform.quantized().bitsPerWeight() + " bits with one step, "
                        + own.quantized().bitsPerWeight() + " with two");
    }

    @Test
    void theDualSpendsTheBitsGiven() {
        AffineModel model = AffineModel.random(20, 4, 1, 9);
        BitAllocation allocation = new BitAllocation(QUANTIZATION, model, RoundingScheme.NEAREST);
        double last = Double.POSITIVE_INFINITY;
        for (long bits = 0; bits <= 1600; bits += 200) {
            CertifiedQuantization found = allocation.withinBits(bits);
            assertTrue(found.quantized().fixedLengthBits() <= bits, "allowed " + bits);
            assertTrue(found.best().bound() <= last, "more bits, a larger error: " + bits);
            last = found.best().bound();
            // Both searches are greedy, and the smallest change of the 80 weights is 80 bits.
            long back = bits < 400
                    ? 0
                    : allocation.withinError(found.best().bound()).quantized().fixedLengthBits();
            assertTrue(back <= bits + 80, "the error of " + bits + " bits needs " + back);
        }
        assertThrows(IllegalArgumentException.class, () -> allocation.withinBits(-1));
    }

    /** Floor rounds a negative weight to -1 or less at every step: too few bits are refused, and never exceeded. */
    @Test
    void theBitsGivenAreNeverExceeded() {
        BitAllocation allocation =
                new BitAllocation(QUANTIZATION, AffineModel.random(20, 4, 1, 9), RoundingScheme.FLOOR);
        assertThrows(IllegalArgumentException.class, () -> allocation.withinBits(0));
        for (long bits = 200; bits <= 1600; bits += 200) {
            assertTrue(allocation.withinBits(bits).quantized().fixedLengthBits() <= bits, "allowed " + bits);
        }
    }

    @Test
    void sharesAreTheErrorsOfSingleBlocks() {
        AffineModel model = AffineModel.random(5, 3, 1, 2);
        BitAllocation allocation = new BitAllocation(QUANTIZATION, model, RoundingScheme.FLOOR);
        CertifiedQuantization found = allocation.withinError(0.1);
        List<ErrorShare> shares = allocation.shares(found, new BoxSample(InputBox.SYMMETRIC, 5, 100, 1));
        double sum = 0;
        for (ErrorShare share : shares) {
            // Corners are in the sample, and the largest difference of affine maps is at one.
            assertEquals(
                    share.certified().bound(),
                    share.measured().value(),
                    1e-9 * share.certified().bound());
            sum += share.certified().bound();
        }
        assertEquals(2, shares.size());
        assertTrue(sum >= found.best().bound() * (1 - 1e-12), "the whole is at most the sum of its parts");
    }

    @Test
    void certificatesAreFew() {
        AtomicInteger certificates = new AtomicInteger();
        ModelQuantization counted = new ModelQuantization(
                new AffineAnalysis(1), InputBox.SYMMETRIC, LpNorm.SUP, certificates::incrementAndGet);
        AffineModel model = AffineModel.random(30, 5, 1, 1);
        new BitAllocation(counted, model, RoundingScheme.NEAREST).withinError(1e-3);
        assertTrue(certificates.get() <= 20, "certificates: " + certificates);
    }

    @Test
    void whatCannotBeReachedIsTheFinest() {
        AffineModel model = AffineModel.random(3, 2, 1, 1);
        CertifiedQuantization finest =
                new BitAllocation(QUANTIZATION, model, RoundingScheme.NEAREST).withinError(1e-12);
        assertTrue(!finest.reaches(1e-12) && finest.best().bound() < 1e-4, "best " + finest.best());
    }
}
