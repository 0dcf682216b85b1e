package org.epsilonet.quantization.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.epsilonet.api.model.ParameterBlock;
import org.epsilonet.api.model.RoundingScheme;
import org.junit.jupiter.api.Test;

class QuantizedModelTest {
    private static final ParameterBlock BLOCK =
            ParameterBlock.of("W", new int[] {5}, new double[] {0.3, -0.3, 0.25, 0, -1.9});

    @Test
    void schemesRoundAsTheySay() {
        assertArrayEquals(
                new int[] {1, -1, 0, 0, -4},
                QuantizedBlock.of(BLOCK, -1, RoundingScheme.NEAREST).integers());
        assertArrayEquals(
                new int[] {0, -1, 0, 0, -4},
                QuantizedBlock.of(BLOCK, -1, RoundingScheme.FLOOR).integers());
        assertArrayEquals(
                new int[] {0, 0, 0, 0, -3},
                QuantizedBlock.of(BLOCK, -1, RoundingScheme.TOWARDS_ZERO).integers());
    }

    @Test
    void bitsHoldAllIntegersOfTheirMagnitude() {
        // 2k + 1 values: k = 0 needs 0 bits, k = 1 needs 2, k = 3 needs 3, k = 4 needs 4.
        int[] largest = {0, 1, 2, 3, 4, 7, 8, (1 << 23) - 1, 1 << 23};
        int[] bits = {0, 2, 3, 3, 4, 4, 5, 24, 25};
        for (int i = 0; i < largest.length; i++) {
            ParameterBlock block = ParameterBlock.of("W", new int[] {1}, new double[] {-largest[i]});
            assertEquals(
                    bits[i], QuantizedBlock.of(block, 0, RoundingScheme.FLOOR).bitsPerWeight());
        }
    }

    /** Every exponent from the least on is accepted by all schemes, and gives float32 numbers within the reach. */
    @Test
    void everyAllowedStepGivesFloats() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 2000; trial++) {
            double value = Math.scalb(2 * random.nextDouble() - 1, random.nextInt(-160, 128));
            ParameterBlock block = ParameterBlock.of("W", new int[] {1}, new double[] {value});
            int least = QuantizedBlock.leastExponent(block);
            int e = least + random.nextInt(0, 30);
            if (e <= QuantizedBlock.LARGEST_EXPONENT) {
                for (RoundingScheme scheme : RoundingScheme.values()) {
                    QuantizedBlock rounded = QuantizedBlock.of(block, e, scheme);
                    double back = rounded.restored().value(0);
                    assertEquals((float) back, back, "seed 5, trial " + trial);
                    assertTrue(
                            Math.abs(back - value) <= scheme.reach() * rounded.step(),
                            "seed 5, trial " + trial + ": " + value + " became " + back);
                }
            }
        }
    }

    @Test
    void numbersTooSmallForAQuotientStillHaveASide() {
        ParameterBlock tiny = ParameterBlock.of("W", new int[] {2}, new double[] {-Double.MIN_VALUE, Double.MIN_VALUE});
        assertArrayEquals(
                new int[] {-1, 0},
                QuantizedBlock.of(tiny, 3, RoundingScheme.FLOOR).integers());
    }

    @Test
    void whatFloatsCannotHoldIsRefused() {
        ParameterBlock large = ParameterBlock.of("W", new int[] {1}, new double[] {1 << 24});
        assertThrows(IllegalArgumentException.class, () -> QuantizedBlock.of(large, 0, RoundingScheme.NEAREST));
        assertThrows(IllegalArgumentException.class, () -> QuantizedBlock.of(BLOCK, 105, RoundingScheme.NEAREST));
        assertThrows(IllegalArgumentException.class, () -> QuantizedBlock.of(BLOCK, -150, RoundingScheme.NEAREST));
    }

    @Test
    void aModelCountsItsBits() {
        AffineModel model = AffineModel.of(2, new double[] {1, -2, 0.25, 3}, 40, 0);
        QuantizedModel equal = QuantizedModel.of(model, new int[] {0, 0}, RoundingScheme.NEAREST);
        assertEquals(7, equal.bitsPerWeight()); // 2 * 40 + 1 = 81 values
        assertEquals(4 * 3 + 2 * 7, equal.fixedLengthBits());
        assertEquals(2, equal.zeros());
        QuantizedModel own = QuantizedModel.of(model, new int[] {0, 3}, RoundingScheme.NEAREST);
        assertEquals((4 * 3 + 2 * 4) / 6.0, own.bitsPerWeight());
        assertEquals(1, own.step());
        assertThrows(
                IllegalArgumentException.class, () -> QuantizedModel.of(model, new int[] {0}, RoundingScheme.NEAREST));
    }
}
