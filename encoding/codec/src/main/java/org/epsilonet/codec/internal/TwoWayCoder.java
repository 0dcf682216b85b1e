package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * A range coder seen from a model that both sides run alike: the encoder's takes a symbol and returns it, the decoder's
 * ignores it and returns the one read. So a model is written once, and its two directions cannot drift apart.
 */
interface TwoWayCoder {
    /**
     * A binary decision.
     *
     * @param bit 0 or 1; ignored when reading
     * @param zero the probability of 0 in units of 2^-16, in 1..65535
     * @return the bit
     * @throws CorruptCodeException if the stream has ended before
     */
    int bit(int bit, int zero) throws CorruptCodeException;

    /**
     * Raw bits.
     *
     * @param value below 2^count; ignored when reading
     * @param count 0..63
     * @return the value
     * @throws CorruptCodeException if the stream has ended before
     */
    long bits(long value, int count) throws CorruptCodeException;

    /** Writes. */
    record Writer(RangeEncoder coder) implements TwoWayCoder {
        @Override
        public int bit(int bit, int zero) {
            coder.decision(bit, zero);
            return bit;
        }

        @Override
        public long bits(long value, int count) {
            coder.bits(value, count);
            return value;
        }
    }

    /** Reads. */
    record Reader(RangeDecoder coder) implements TwoWayCoder {
        @Override
        public int bit(int bit, int zero) throws CorruptCodeException {
            return coder.decision(zero);
        }

        @Override
        public long bits(long value, int count) throws CorruptCodeException {
            return coder.bits(count);
        }
    }
}
