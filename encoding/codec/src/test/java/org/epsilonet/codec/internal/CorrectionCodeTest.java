package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;

class CorrectionCodeTest {
    private static final double UNIT = 0.25;

    private static byte[] written(long[] corrections, Grid grid, double[] function) {
        RangeEncoder sink = new RangeEncoder();
        CorrectionCode.write(corrections, grid, function, UNIT, new TwoWayCoder.Writer(sink));
        return sink.finish();
    }

    private static double[] function(int n, Random random) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextInt(9) == 0 ? 1e300 * random.nextGaussian() : Math.sin(0.1 * i));
        return values;
    }

    /** Of a share of the samples, of up to so many bits. */
    private static long[] corrections(int n, double share, int bits, Random random) {
        long[] k = new long[n];
        Arrays.setAll(k, i -> random.nextDouble() < share ? random.nextLong() >> 64 - bits : 0);
        return k;
    }

    @Test
    void allCorrectionsComeBack() throws CorruptCodeException {
        Random random = new Random(1);
        for (Grid grid : List.of(
                Grid.of(700), Grid.of(20, 35), Grid.of(700, 1), Grid.of(1, 700), Grid.of(7, 10, 10), Grid.of(1))) {
            double[] function = function(grid.points(), random);
            for (double share : new double[] {0, 0.01, 0.3, 1}) {
                for (int bits : new int[] {1, 2, 10, 52, 53}) {
                    long[] k = corrections(grid.points(), share, bits, random);
                    Arrays.setAll(k, i -> Math.max(k[i], -(Lattice.LIMIT - 1)));
                    byte[] bytes = written(k, grid, function);
                    RangeDecoder source = new RangeDecoder(bytes, 0, bytes.length);
                    assertArrayEquals(
                            k, CorrectionCode.read(grid, function, UNIT, source), grid + " " + share + " " + bits);
                    source.finish();
                }
            }
        }
    }

    @Test
    void aStreamThatEndsIsRefused() {
        Random random = new Random(2);
        Grid grid = Grid.of(2000);
        double[] function = function(grid.points(), random);
        byte[] bytes = written(corrections(grid.points(), 0.5, 20, random), grid, function);
        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
        RangeDecoder source = new RangeDecoder(cut, 0, cut.length);
        assertThrows(CorruptCodeException.class, () -> CorrectionCode.read(grid, function, UNIT, source));
    }

    /** Whatever the bytes are, each sample gets an integer below 2^52, or the stream is refused. */
    @Test
    void noiseIsCorrectionsOrRefused() {
        Random random = new Random(3);
        Grid grid = Grid.of(30, 40);
        double[] function = function(grid.points(), random);
        int read = 0;
        for (int n = 0; n < 300; n++) {
            byte[] bytes = new byte[random.nextInt(4000)];
            random.nextBytes(bytes);
            try {
                RangeDecoder source = new RangeDecoder(bytes, 0, bytes.length);
                for (long k : CorrectionCode.read(grid, function, UNIT, source)) {
                    assertTrue(Math.abs(k) < Lattice.LIMIT, k + " in round " + n);
                }
                read++;
            } catch (CorruptCodeException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("stream"), e.toString());
            }
        }
        assertTrue(read > 0, "all were refused");
    }

    /** k places among n cost log2 binomial(n, k) bits, and k signs; what is learned costs some more. */
    @Test
    void fewCorrectionsCostLittleMoreThanTheirPlaces() {
        int n = 4096;
        for (int count : new int[] {0, 1, 10, 100}) {
            Random random = new Random(count);
            long[] k = new long[n];
            double places = 0;
            for (int i = 0; i < count; i++) {
                int at = random.nextInt(n);
                k[at] = random.nextBoolean() ? 1 : -1;
                places += Math.log((double) (n - i) / (i + 1)) / Math.log(2);
            }
            CodeMeter meter = new CodeMeter();
            CorrectionCode.write(k, Grid.of(n), new double[n], UNIT, meter);
            // A quarter more, and about what five models and their weights take to believe in so many zeros.
            assertTrue(
                    meter.bits() < 1.25 * (places + count) + 30,
                    count + " cost " + meter.bits() + ", places " + places);
        }
    }
}
