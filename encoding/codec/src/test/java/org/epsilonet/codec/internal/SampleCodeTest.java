package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;

class SampleCodeTest {
    private static final int N = 2048;
    private static final int SIDE = 64;

    private static long[] rounded(int n, IntToDoubleFunction f) {
        long[] indices = new long[n];
        Arrays.setAll(indices, i -> Math.round(f.applyAsDouble(i)));
        return indices;
    }

    private static double bitsASample(long[] indices, Grid grid) {
        RangeEncoder sink = new RangeEncoder();
        SampleCode.writeIndices(indices, grid, sink);
        return (double) sink.bitsWritten() / indices.length;
    }

    /** The mean binary logarithm of the misses: but for a constant, what they cost. */
    private static double logMiss(Predictor predictor, long[] indices) {
        double sum = 0;
        for (long k : indices) {
            sum += Math.log(Math.abs(k - predictor.next()) + 0.5) / Math.log(2);
            predictor.learn(k);
        }
        return sum / indices.length;
    }

    @Test
    void hostileDoublesComeBackToTheLastBit() throws CorruptCodeException {
        Random random = new Random(1);
        for (IntToDoubleFunction f : new IntToDoubleFunction[] {
            i -> 0,
            i -> -0.0,
            i -> 1e308,
            i -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE,
            i -> i % 3 == 0 ? Double.MIN_VALUE : 1e308,
            i -> i < N / 2 ? Double.MIN_VALUE * (i + 1) : 1e300 * Math.sin(i),
            i -> Math.scalb(random.nextGaussian(), random.nextInt(2000) - 1000),
            i -> i * 1e-300
        }) {
            for (Grid grid : new Grid[] {Grid.of(N), Grid.of(SIDE, N / SIDE), Grid.of(N / 2, 2), Grid.of(2, N / 2)}) {
                long[] ranks = new long[N];
                Arrays.setAll(ranks, i -> FloatingRank.of(f.applyAsDouble(i), SampleType.F8));
                RangeEncoder sink = new RangeEncoder();
                SampleCode.writeRanks(ranks, grid, SampleType.F8, sink);
                byte[] bytes = sink.finish();
                RangeDecoder source = new RangeDecoder(bytes, 0, bytes.length);
                assertArrayEquals(ranks, SampleCode.readRanks(grid, SampleType.F8, source, FileFormat.CURRENT));
                source.finish();
            }
        }
    }

    @Test
    void hostileIndicesComeBack() throws CorruptCodeException {
        long most = Lattice.LIMIT - 1;
        for (IntToDoubleFunction f : new IntToDoubleFunction[] {
            i -> most,
            i -> i % 2 == 0 ? most : -most,
            i -> i == N / 2 ? most : 0,
            i -> i / 100 % 2 == 0 ? i : -most,
            i -> most * Math.sin(i)
        }) {
            for (Grid grid : new Grid[] {Grid.of(N), Grid.of(SIDE, N / SIDE), Grid.of(N / 2, 2), Grid.of(2, N / 2)}) {
                long[] indices = rounded(N, f);
                for (IndexCode code : IndexCode.values()) {
                    RangeEncoder sink = new RangeEncoder();
                    code.write(indices, grid, sink);
                    byte[] bytes = sink.finish();
                    RangeDecoder source = new RangeDecoder(bytes, 0, bytes.length);
                    assertArrayEquals(indices, IndexCode.read(grid, source, FileFormat.CURRENT), code + " on " + grid);
                    source.finish();
                }
            }
        }
    }

    /**
     * Waves down the rows whose phase and level differ from column to column, of amplitude 25000 steps: what is above foretells
     * them by \(x_n = (1 + 2 \cos \omega)(x_{n-1} - x_{n-2}) + x_{n-3}\), up to roundings.
     */
    @Test
    void wavesDownTheRowsAreForetoldFromAbove() {
        double omega = 0.7;
        Random random = new Random(2);
        double[] phases = random.doubles(SIDE, 0, 2 * Math.PI).toArray();
        double[] levels = random.doubles(SIDE, -1e4, 1e4).toArray();
        long[] waves = rounded(
                4 * SIDE * SIDE, i -> 25e3 * Math.sin(omega * (i / SIDE) + phases[i % SIDE]) + levels[i % SIDE]);

        double bits = bitsASample(waves, Grid.of(4 * SIDE, SIDE));

        // Four roundings of variance 1/12 make a miss of deviation 1.1, the entropy of its integer is log2(1.1 sqrt(2
        // pi e)).
        double c = 1 + 2 * Math.cos(omega);
        double entropy = 0.5 * Math.log(2 * Math.PI * Math.E * (2 + 2 * c * c) / 12) / Math.log(2);
        // The first rows tell of nothing yet but phases and levels, and eighteen coefficients a zone follow 66 samples.
        assertTrue(bits < 1.5 * entropy, bits + " bits a sample, " + entropy + " of roundings");
    }

    @Test
    void smoothSeriesAreForetoldBetterThanInVersion6() {
        for (IntToDoubleFunction f : new IntToDoubleFunction[] {
            i -> 5e4 * Math.sin(2 * Math.PI * (4.0 * i / N + 60.0 * i * i / N / N)),
            i -> 5e4 * Math.exp(-3.0 * i / N) * (Math.sin(0.2 * i) + Math.sin(0.41 * i) / 2),
            i -> 5e4 / (1 + 25 * Math.pow(2.0 * i / N - 1, 2))
        }) {
            long[] series = rounded(N, f);
            double before = logMiss(new CausalPredictor(N, N), series);
            double now = logMiss(new LinePredictor(1), series);
            assertTrue(now < before - 0.2, now + " beside " + before);
        }
    }

    @Test
    void picturesAreForetoldBetterThanInVersion6() {
        for (IntToDoubleFunction f : new IntToDoubleFunction[] {
            i -> 1e3 * Math.sin(0.7 * (i / SIDE) + 0.3 * (i % SIDE) + Math.sin(0.1 * (i % SIDE))),
            i -> 1e3 * Math.sin(0.01 * (i / SIDE) * (i % SIDE)),
            i -> i / SIDE + i % SIDE < SIDE ? 1e3 * Math.sin(0.5 * (i / SIDE)) : 1e3 * Math.sin(0.5 * (i % SIDE))
        }) {
            long[] picture = rounded(SIDE * SIDE, f);
            double before = logMiss(new CausalPredictor(SIDE * SIDE, SIDE), picture);
            double now = logMiss(new PlanePredictor(SIDE, 1), picture);
            assertTrue(now < before - 0.2, now + " beside " + before);
        }
    }

    /** What cannot be foretold costs no more for being asked for in more ways. */
    @Test
    void noiseIsForetoldAsBadlyAsInVersion6() {
        Random random = new Random(3);
        long[] noise = rounded(SIDE * SIDE, i -> 300 * random.nextGaussian());
        double line = logMiss(new LinePredictor(1), noise) - logMiss(new CausalPredictor(N * 2, N * 2), noise);
        double plane =
                logMiss(new PlanePredictor(SIDE, 1), noise) - logMiss(new CausalPredictor(SIDE * SIDE, SIDE), noise);
        assertTrue(line < 0.01 && plane < 0.05, line + ", " + plane + " bits a sample more");
    }
}
