package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;

class HeaderNumbersTest {
    private static final HeaderTwo.Edition TERSE = HeaderTwo.Edition.of(HeaderTwo.TERSE);

    /** What is written by one. */
    private interface Written {
        void by(BitWriter writer);
    }

    private static BitReader reread(Written written) {
        RangeEncoder coder = new RangeEncoder();
        written.by(new BitWriter(coder));
        byte[] bytes = coder.finish();
        return new BitReader(new RangeDecoder(bytes, 0, bytes.length));
    }

    @Test
    void lengthsAreReadAsTheyWereWritten() throws CorruptCodeException {
        int most = Integer.MAX_VALUE - 8;
        int[] lengths = {1, 2, 3, 4, 15, 16, 17, 1000, 65_535, 65_536, 65_537, 1 << 19, (1 << 19) + 1, 1 << 20, most};
        for (int n : lengths) {
            assertEquals(n, reread(w -> w.terseLength(n)).terseLength("length", most));
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
                                reread(w -> w.terseSigned(value, largest, lengths))
                                        .terseSigned("number", largest, lengths));
                    }
                }
            }
        }
    }

    /** The promise may be rounded up, by one in the third digit at most, and never down. */
    @Test
    void boundsAreRoundedUpToThreeDigits() throws CorruptCodeException {
        for (double bound :
                List.of(1e-300, 9.99e-10, 9.995e-10, 1e-9, 1.001e-9, 0.1, 1.0, 9.99e5, 9.991e5, 1e6, 1e300)) {
            double read = reread(w -> w.bound(bound, TERSE)).bound(TERSE);
            assertTrue(read >= bound && read <= bound * 1.01, bound + " became " + read);
            assertEquals(read, reread(w -> w.bound(read, TERSE)).bound(TERSE));
        }
        assertEquals(0, reread(w -> w.bound(0, TERSE)).bound(TERSE));
    }

    @Test
    void everyUsualKindHasOnePlace() {
        int[] kinds = Arrays.stream(HeaderTwo.KINDS)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        assertEquals(
                IntStream.rangeClosed(0, TERSE.usual()).boxed().toList(),
                Arrays.stream(kinds).boxed().toList());
    }
}
