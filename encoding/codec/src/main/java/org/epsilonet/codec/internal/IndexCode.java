package org.epsilonet.codec.internal;

import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;

/** How the indices of samples on a lattice are coded. The order is that of their numbers in the format. */
enum IndexCode {
    /** Each is predicted from those before it. */
    PREDICTED,
    /** Many are the same as one before. */
    REPEATED,
    /** Many differ from the one before by as much as that from its own. */
    REPEATED_DIFFERENCES,
    /** Each differs from the one before as those did: steps of few kinds, or of heavy tails. From version 6 on. */
    DIFFERENCES;

    private static final IndexCode[] CODES = values();
    private static final int CODES_BEFORE_TERSE = 3;

    /** Writes which code it is, and the indices. */
    void write(long[] indices, Grid grid, RangeEncoder sink) {
        sink.uniform(ordinal(), CODES.length);
        switch (this) {
            case PREDICTED -> SampleCode.writeIndices(indices, grid, sink);
            case DIFFERENCES -> SampleCode.writeDifferences(indices, grid, sink);
            case REPEATED -> RepeatCode.write(indices.clone(), grid, sink);
            case REPEATED_DIFFERENCES -> RepeatCode.write(differences(indices), grid, sink);
        }
    }

    /** Reads the indices in whatever code they are. */
    static long[] read(Grid grid, RangeDecoder source, int version) throws CorruptCodeException {
        int codes = version >= HeaderTwo.TERSE ? CODES.length : CODES_BEFORE_TERSE;
        return switch (CODES[(int) source.uniform(codes)]) {
            case PREDICTED -> SampleCode.readIndices(grid, source, version);
            case DIFFERENCES -> SampleCode.readDifferences(grid, source, version);
            case REPEATED -> RepeatCode.read(grid, source, version);
            case REPEATED_DIFFERENCES -> sums(RepeatCode.read(grid, source, version));
        };
    }

    /** Of each and the one before, row-major; of the first and 0. */
    static long[] differences(long[] indices) {
        long[] differences = indices.clone();
        for (int i = 1; i < differences.length; i++) {
            differences[i] = indices[i] - indices[i - 1];
        }
        return differences;
    }

    private static long[] sums(long[] differences) {
        for (int i = 1; i < differences.length; i++) {
            differences[i] += differences[i - 1];
        }
        return differences;
    }
}
