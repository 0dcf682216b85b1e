package org.epsilonet.api.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTypesTest {
    @Test
    void anArchitectureCountsWeightsAndBiases() {
        Architecture architecture = Architecture.of(1, 3, 5, 5, 5, 1);

        assertEquals(4, architecture.depth());
        assertEquals(5, architecture.width());
        assertEquals(3 * 5 + 5 + 2 * (5 * 5 + 5) + 5 + 1, architecture.parameters());
    }

    @Test
    void anArchitectureRefusesWhatIsNone() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Architecture.of(1, 3))
                .getMessage()
                .contains("[3]"));
        assertThrows(IllegalArgumentException.class, () -> Architecture.of(1, 3, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Architecture.of(0, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> Architecture.of(Double.NaN, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> Architecture.of(Double.POSITIVE_INFINITY, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({"-3, 1, 3", "2, 5, 5", "-1, 1, 1"})
    void theRadiusOfABoxIsItsFarthestPoint(double low, double high, double radius) {
        assertEquals(radius, new InputBox(low, high).radius());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, Infinity"})
    void anEmptyOrInfiniteBoxIsRefused(double low, double high) {
        assertThrows(IllegalArgumentException.class, () -> new InputBox(low, high));
    }

    @Test
    void aBlockIsAsLargeAsItsShapeSays() {
        ParameterBlock block = ParameterBlock.of("W1", new int[] {2, 3}, new double[] {1, 2, 3, 4, 5, 6});

        assertEquals(6, block.size());
        assertArrayEquals(new int[] {2, 3}, block.shape());
        assertEquals(5, block.withValues(new double[] {0, 0, 0, 0, 5, 0}).value(4));
        assertThrows(
                IllegalArgumentException.class,
                () -> ParameterBlock.of("W1", new int[] {2, 3}, new double[] {1, 2, 3, 4, 5}));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> ParameterBlock.of("b1", new int[] {2}, new double[] {0, Double.NaN}))
                .getMessage()
                .contains("'b1'"));
    }

    @Test
    void aBlockDoesNotChangeWithTheArraysItWasMadeFrom() {
        int[] shape = {1};
        double[] values = {1};
        ParameterBlock block = ParameterBlock.of("b", shape, values);
        shape[0] = 7;
        values[0] = 7;
        block.values()[0] = 7;
        block.shape()[0] = 7;

        assertEquals("b[1]", block.toString());
        assertEquals(1, block.value(0));
    }

    @ParameterizedTest
    @CsvSource({
        "NEAREST, 2.5, 2",
        "NEAREST, -1.6, -2",
        "FLOOR, 1.9, 1",
        "FLOOR, -1.1, -2",
        "TOWARDS_ZERO, 1.9, 1",
        "TOWARDS_ZERO, -1.9, -1"
    })
    void schemesRound(RoundingScheme scheme, double x, double k) {
        assertEquals(k, scheme.round(x));
        assertTrue(Math.abs(k - x) <= scheme.reach());
    }

    @Test
    void aBoundIsANonnegativeNumber() {
        assertThrows(IllegalArgumentException.class, () -> new Certificate("m", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Certificate("m", -1));
        assertEquals(Double.POSITIVE_INFINITY, new Certificate("m", Double.POSITIVE_INFINITY).bound());
    }

    @Test
    void withoutAnyModuleTheServiceThatIsMissingIsNamed() {
        Models none = Models.installed(List.of());

        assertTrue(assertThrows(IllegalArgumentException.class, () -> none.formatOf("net.onnx"))
                .getMessage()
                .contains("provides ModelFormat with"));
    }
}
