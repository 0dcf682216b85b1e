package org.epsilonet.families.relu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.model.ParameterBlock;
import org.junit.jupiter.api.Test;

class AffineMapTest {
    /** Rows (2, 0, -1), (0, 0, 0) with a stored zero, (0, 5, 0). */
    private static final AffineMap SPARSE = AffineMap.sparse(
            3, 3, new int[] {0, 2, 3, 4}, new int[] {0, 2, 1, 1}, new double[] {2, -1, 0, 5}, new double[] {0.5, 0, -3
            });

    private static final AffineMap DENSE =
            AffineMap.of(new double[][] {{2, 0, -1}, {0, 0, 0}, {0, 5, 0}}, new double[] {0.5, 0, -3});

    @Test
    void sparseAndDenseShowTheSameMatrix() {
        for (AffineMap map : List.of(SPARSE, DENSE)) {
            assertEquals(3, map.rows());
            assertEquals(3, map.columns());
            assertEquals(5, map.nonzeros());
            assertEquals(5, map.largest());
            assertEquals(-1, map.weight(0, 2));
            assertEquals(0, map.weight(0, 1));
            double[] row = {7, 7, 7, 7};
            map.copyRow(0, row);
            assertArrayEquals(new double[] {2, 0, -1, 7}, row);
            int[] columns = new int[3];
            double[] values = new double[3];
            assertEquals(2, map.entries(0, columns, values));
            assertArrayEquals(new int[] {0, 2}, Arrays.copyOf(columns, 2));
            assertArrayEquals(new double[] {2, -1}, Arrays.copyOf(values, 2));
            assertEquals(0, map.entries(1, columns, values));
            assertArrayEquals(new double[] {2, 0, -1, 0, 0, 0, 0, 5, 0}, map.denseWeights());
        }
        assertTrue(SPARSE.isSparse());
        assertFalse(DENSE.isSparse());
        assertEquals(4 + 3, SPARSE.parameters());
        assertEquals(9 + 3, DENSE.parameters());
    }

    @Test
    void aModelWithOtherWeightsKeepsItsSupport() {
        NetworkModel model = NetworkModel.of(ReluNetwork.of(SPARSE));
        List<ParameterBlock> blocks = model.blocks();
        assertArrayEquals(new int[] {3, 3}, blocks.get(0).shape());
        assertArrayEquals(DENSE.denseWeights(), blocks.get(0).values());
        double[] weights = {4, 0, 0, 0, 6, 0, 0, 1, 0};
        AffineMap changed = model.with(List.of(blocks.get(0).withValues(weights), blocks.get(1)))
                .network()
                .maps()
                .get(0);
        assertTrue(changed.isSparse());
        assertArrayEquals(weights, changed.denseWeights());
        assertEquals(SPARSE.parameters(), changed.parameters());
        weights[3] = 1e-300;
        ParameterBlock outside = blocks.get(0).withValues(weights);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> model.with(List.of(outside, blocks.get(1))));
        assertTrue(e.getMessage().contains("from input 0 to output 1"), e.getMessage());
    }

    @Test
    void malformedSupportsAreRefused() {
        assertRefused(1, 2, new int[] {0, 2}, new int[] {1, 0}, 1, 1);
        assertRefused(1, 2, new int[] {0, 2}, new int[] {1, 1}, 1, 1);
        assertRefused(1, 2, new int[] {0, 1}, new int[] {2}, 1);
        assertRefused(1, 2, new int[] {0, 1}, new int[] {-1}, 1);
        assertRefused(1, 2, new int[] {1, 1}, new int[] {0}, 1);
        assertRefused(1, 2, new int[] {0, 2}, new int[] {0}, 1);
        assertRefused(1, 2, new int[] {0}, new int[] {}, new double[] {});
        assertRefused(2, 2, new int[] {0, 2, 1}, new int[] {0}, 1);
        assertRefused(2, 2, new int[] {0, -1, 1}, new int[] {0}, 1);
        assertRefused(1, 2, new int[] {0, 1}, new int[] {0}, Double.POSITIVE_INFINITY);
        assertRefused(Integer.MAX_VALUE, 2, new int[] {}, new int[] {}, new double[] {});
    }

    private static void assertRefused(int rows, int columns, int[] starts, int[] indices, double... values) {
        double[] biases = new double[Math.min(rows, 10)];
        assertThrows(
                IllegalArgumentException.class, () -> AffineMap.sparse(rows, columns, starts, indices, values, biases));
    }

    /** A million inputs and outputs: 10^12 entries as a matrix, two in memory. */
    @Test
    void aSparseMapMayBeTooLargeToBeDense() {
        int n = 1_000_000;
        int[] starts = new int[n + 1];
        Arrays.fill(starts, 2, n + 1, 2);
        starts[1] = 1;
        AffineMap map = AffineMap.sparse(n, n, starts, new int[] {n - 1, 0}, new double[] {3, 4}, new double[n]);
        assertEquals(3, map.weight(0, n - 1));
        assertEquals(0, map.weight(n - 1, n - 1));
        assertThrows(IllegalStateException.class, map::denseWeights);
        assertThrows(
                IllegalStateException.class,
                () -> NetworkModel.of(ReluNetwork.of(map)).blocks());
        double[] x = new double[n];
        x[n - 1] = 2;
        assertEquals(6, ReluNetwork.of(map).at(x)[0]);
    }
}
