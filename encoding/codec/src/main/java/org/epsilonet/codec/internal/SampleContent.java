package org.epsilonet.codec.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;

/** Reads what a file holds if it holds samples. */
public final class SampleContent {
    private SampleContent() {}

    /**
     * The samples of a file.
     *
     * @param layout header and stream of a file with content of this kind
     * @return one value per point of its grid
     * @throws CorruptCodeException if no encoder writes such a stream
     */
    public static double[] read(FileFormat.Layout layout) throws CorruptCodeException {
        FileHeader header = layout.header();
        RangeDecoder stream = layout.stream();
        stream.startAfresh();
        double[] values = layout.content() == Content.LATTICE
                ? layout.lattice().values(indices(header, stream), header.type())
                : exact(header, stream);
        stream.finish();
        return values;
    }

    /** The function through samples of a grid. */
    public static Approximant function(Grid grid, double[] values) {
        return new Sampled(grid, values);
    }

    private static long[] indices(FileHeader header, RangeDecoder stream) throws CorruptCodeException {
        long[] indices = header.version() >= HeaderTwo.SHORT
                ? IndexCode.read(header.grid(), stream, header.version())
                : SampleCode.readIndices(header.grid(), stream, header.version());
        for (long k : indices) {
            if (Math.abs(k) >= Lattice.LIMIT || k == Long.MIN_VALUE) {
                throw new CorruptCodeException("a sample has the index " + k + ", beyond 2^52");
            }
        }
        return indices;
    }

    private static double[] exact(FileHeader header, RangeDecoder stream) throws CorruptCodeException {
        SampleType type = header.type() == SampleType.F4 ? SampleType.F4 : SampleType.F8;
        long[] ranks = SampleCode.readRanks(header.grid(), type, stream, header.version());
        double[] values = new double[ranks.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = FloatingRank.value(ranks[i], type);
            if (!Double.isFinite(values[i])) {
                throw new CorruptCodeException("sample " + i + " is not a finite number");
            }
        }
        return values;
    }
}
