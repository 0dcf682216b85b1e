package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * A block of integers in a file.
 *
 * @param version of the file
 * @param file all its bytes; not copied
 * @param start the first byte of the block
 * @param end the first byte behind it
 */
public record CodedBlock(int version, byte[] file, int start, int end) {
    /** Integers, one after the other. */
    interface Source {
        /**
         * Reads an integer.
         *
         * @param place where in the structure it stands, 0..63
         * @return the integer, of magnitude below 2^52
         * @throws CorruptCodeException if the block has ended, or no writer produces such a block
         */
        long next(int place) throws CorruptCodeException;

        /**
         * Says that all were read.
         *
         * @throws CorruptCodeException if bytes are left over, or were missing
         */
        void finish() throws CorruptCodeException;
    }

    /** Its integers, from the first on. */
    Source open() {
        return version == HeaderTwo.BLOCKED
                ? new QuickIntegerThree(new RangeDecoder(file, start, end))
                : new Quick(new QuickInteger(), new BlockReader(file, start, end));
    }

    private record Quick(QuickInteger code, BlockReader coder) implements Source {
        @Override
        public long next(int place) throws CorruptCodeException {
            return code.read(place, coder);
        }

        @Override
        public void finish() throws CorruptCodeException {
            coder.finish();
        }
    }
}
