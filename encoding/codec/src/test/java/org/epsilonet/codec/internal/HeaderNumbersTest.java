package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;

class HeaderNumbersTest {
    private static final HeaderTwo.Edition TERSE = HeaderTwo.Edition.of(HeaderTwo.TERSE);

    /** What is written by one. */
    private interface Written {
        void by(SixthWriter writer);
    }

    /** The numbers of headers of version 6, which are no longer written. */
    private record SixthWriter(BitWriter out) {
        void length(int n) {
            int bits = BitWriter.bitLength(n);
            boolean power = Integer.bitCount(n) == 1;
            boolean isLikely = power ? bits > 4 && bits <= 20 : bits <= 16;
            out.choice(isLikely ? power ? bits - 5 : bits + 14 : 31, 32);
            if (!isLikely) {
                out.length(n);
            } else if (!power) {
                out.belowLeading(n);
            }
        }

        /** A decimal number of three digits. */
        void bound(double value) {
            if (value == 0) {
                out.choice(15, 16);
                out.choice(63, 64);
                return;
            }
            int power = (int) Math.floor(Math.log10(value) + 1e-9) - 2;
            boolean isLikely = power >= -11 && power < 4;
            out.choice(isLikely ? power + 11 : 15, 16);
            if (!isLikely) {
                boolean near = power >= -43 && power < 19;
                out.choice(near ? power + 43 : 62, 64);
                if (!near) {
                    out.choice(power + 512, 1024);
                }
            }
            out.choice((int) Math.rint(value / Math.pow(10, power)) - 100, 900);
        }
    }

    private static BitReader reread(Written written) {
        RangeEncoder coder = new RangeEncoder();
        written.by(new SixthWriter(new BitWriter(coder)));
        byte[] bytes = coder.finish();
        return new BitReader(new RangeDecoder(bytes, 0, bytes.length));
    }

    @Test
    void lengthsAreReadAsTheyWereWritten() throws CorruptCodeException {
        int most = Integer.MAX_VALUE - 8;
        int[] lengths = {1, 2, 3, 4, 15, 16, 17, 1000, 65_535, 65_536, 65_537, 1 << 19, (1 << 19) + 1, 1 << 20, most};
        for (int n : lengths) {
            assertEquals(n, reread(w -> w.length(n)).terseLength("length", most));
        }
    }

    @Test
    void signedNumbersAreReadAsTheyWereWritten() throws CorruptCodeException {
        long largest = HeaderTwo.ANY_OFFSET;
        for (int lengths : new int[] {HeaderTwo.STEP_LENGTHS, HeaderTwo.OFFSET_LENGTHS}) {
            for (int k = 0; k < 60; k++) {
                for (long v : new long[] {(1L << k) - 1, 1L << k, (1L << k) + 1, largest}) {
                    for (long value : new long[] {v, -v}) {
                        assertEquals(
                                value,
                                reread(w -> w.out().terseSigned(value, largest, lengths))
                                        .terseSigned("number", largest, lengths));
                    }
                }
            }
        }
    }

    @Test
    void boundsOfThreeDigitsAreReadAsTheyWereWritten() throws CorruptCodeException {
        for (double bound : List.of(1e-300, 9.99e-10, 1e-9, 1.01e-9, 0.1, 1.0, 9.99e5, 1e6, 1e300)) {
            assertEquals(bound, reread(w -> w.bound(bound)).decimal(TERSE));
        }
        assertEquals(0, reread(w -> w.bound(0)).decimal(TERSE));
    }

    @Test
    void everyUsualKindHasOnePlace() {
        int[] kinds = Arrays.stream(HeaderKind.ROWS)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        assertEquals(
                IntStream.rangeClosed(0, TERSE.usual()).boxed().toList(),
                Arrays.stream(kinds).boxed().toList());
    }
}
