package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;

class RepeatCodeTest {
    private static final long SEED = 11;

    private static byte[] written(IndexCode code, long[] indices, Grid grid) {
        RangeEncoder sink = new RangeEncoder();
        code.write(indices, grid, sink);
        return sink.finish();
    }

    /** Small and huge numbers, many of them repeated. */
    private static long[] repeated(int n, Random random) {
        long[] indices = new long[n];
        for (int i = 1; i < n; i++) {
            long fresh = random.nextLong() >> (12 + random.nextInt(52));
            indices[i] = random.nextInt(4) > 0 ? indices[random.nextInt(i)] : fresh;
        }
        return indices;
    }

    @Test
    void everyCodeReadsWhatItWrote() throws CorruptCodeException {
        Random random = new Random(SEED);
        for (Grid grid : new Grid[] {
            Grid.of(1),
            Grid.of(500),
            Grid.of(1, 30),
            Grid.of(30, 1),
            Grid.of(17, 23),
            Grid.of(4, 5, 6),
            Grid.of(2, 2),
            Grid.of(60, 2),
            Grid.of(60, 3),
            Grid.of(5, 6, 2)
        }) {
            long[] indices = repeated(grid.points(), random);
            for (IndexCode code : IndexCode.values()) {
                byte[] bytes = written(code, indices, grid);
                RangeDecoder source = new RangeDecoder(bytes, 0, bytes.length);
                assertArrayEquals(indices, IndexCode.read(grid, source, FileFormat.CURRENT), code + " on " + grid);
                source.finish();
            }
        }
    }

    /** 512 random bytes, each a column: of large data a piece of whole rows shows that rows repeat. */
    @Test
    void largeImagesThatRepeatDownwardsAreTried() {
        int side = 512;
        byte[] columns = new byte[side];
        new Random(SEED).nextBytes(columns);
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i % side] & 0xFF;
        }
        Goal goal = Goal.of(Samples.of("columns", Grid.of(side, side), values), 0, LpNorm.L2);

        long bits = SampleSearch.shortest(goal, 100_000).orElseThrow().header().bits();

        // Eight bits a column, a little for finding out that all others repeat.
        assertTrue(bits < 8 * side + 2000, bits + " bits");
    }

    /** Steps up of 1/u - 1 lattice points, u uniform: mixed predictions are drawn away by the large ones. */
    @Test
    void stepsOfHeavyTailsAreShorterAsDifferences() {
        Random random = new Random(SEED);
        long[] path = new long[4000];
        double log2 = 0;
        for (int i = 1; i < path.length; i++) {
            long step = (long) (1 / (1 - random.nextDouble())) - 1;
            path[i] = path[i - 1] + step;
            // P(step = k) = 1/(k + 1) - 1/(k + 2).
            log2 += Math.log((step + 1.0) * (step + 2.0)) / Math.log(2);
        }
        Grid grid = Grid.of(path.length);
        int predicted = 8 * written(IndexCode.PREDICTED, path, grid).length;
        int differences = 8 * written(IndexCode.DIFFERENCES, path, grid).length;
        // The code must learn the distribution, and measures its scale by means that do not exist.
        assertTrue(
                differences < 0.97 * predicted && differences < 1.05 * log2,
                differences + " of " + log2 + " bits, beside " + predicted);
    }

    /** 300 random bits, each a square of 4 x 4 cells: prediction by numbers does not see that they are squares. */
    @Test
    void aMaskOfSquaresTakesLittleMoreThanItsBits() {
        Random random = new Random(SEED);
        int side = 64;
        long[] mask = new long[side * side];
        boolean[] squares = new boolean[side * side / 16];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = random.nextBoolean();
        }
        for (int i = 0; i < mask.length; i++) {
            mask[i] = squares[i / side / 4 * (side / 4) + i % side / 4] ? 1 : 0;
        }
        int repeated = 8 * written(IndexCode.REPEATED, mask, Grid.of(side, side)).length;
        int predicted = 8 * written(IndexCode.PREDICTED, mask, Grid.of(side, side)).length;
        // That squares are of one size is learned from a few of them; the rest is what the bits themselves take.
        assertTrue(repeated < 1.8 * squares.length && repeated < 0.6 * predicted, repeated + " beside " + predicted);
    }

    /** Slopes up and down at random on cells of sixteen samples: one bit each, once the cells are found. */
    @Test
    void slopesOnEqualCellsTakeLittleMoreThanABitEach() {
        Random random = new Random(SEED);
        int cells = 256;
        long[] path = new long[16 * cells];
        boolean up = false;
        for (int i = 1; i < path.length; i++) {
            up = i % 16 == 0 ? random.nextBoolean() : up;
            path[i] = path[i - 1] + (up ? 1 : -1);
        }
        int bits = 8 * written(IndexCode.REPEATED_DIFFERENCES, path, Grid.of(path.length)).length;
        // Without the period it takes 1.7 bits a cell.
        assertTrue(bits < 1.4 * cells, bits + " bits");
    }
}
