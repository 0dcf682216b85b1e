package org.epsilonet.codec.internal;

import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * The code of samples themselves, without loss once they are integers: each is predicted from those before it, and the
 * miss is coded in the light of the misses so far. On a lattice of step \(2E\) this is predictive coding with the
 * quantizer inside the loop, since the decoder predicts from the same lattice points; without a lattice the integers are
 * the ranks of the floating-point numbers, and nothing is lost at all.
 */
final class SampleCode {
    private static final int FAST = 2;
    private static final int SLOW = 5;
    private static final long LARGEST_MISS = 1L << 50;

    private final TwoWayCoder coder;
    private final Numbers numbers;
    private final Predictor predictor;
    private final MixedInteger integers;
    private final int row;
    private final long[] above;
    private long fast = 1 << MixedInteger.SIZE_BITS;
    private long slow = 1 << MixedInteger.SIZE_BITS;
    private long before;
    private int at;

    /** Which integers stand for which numbers. */
    private interface Numbers {
        /** A number like that of the integer, for the predictor. */
        double seen(long k);

        /** The integer nearest to a prediction. */
        long rounded(double prediction);
    }

    /** How numbers are foretold. */
    private enum Prediction {
        MIXED,
        MIXED_OR_REPEATED,
        LAST;

        Predictor of(int points, int row, int version) {
            return switch (this) {
                case MIXED -> mixed(points, row, 1, version);
                case MIXED_OR_REPEATED -> new Predictor.OrRepeated(mixed(points, row, 0, version));
                case LAST -> new Predictor.Last();
            };
        }

        private static Predictor mixed(int points, int row, double unit, int version) {
            if (version < HeaderSeven.VERSION) {
                return new CausalPredictor(points, row);
            }
            return row < points && row <= PlanePredictor.LONGEST_ROW
                    ? new PlanePredictor(row, unit)
                    : new LinePredictor(unit);
        }
    }

    /** Indices in a lattice are predicted as they are. */
    private static final Numbers INDICES = new Numbers() {
        @Override
        public double seen(long k) {
            return k;
        }

        @Override
        public long rounded(double prediction) {
            return (long) Math.rint(Math.min(Math.max(prediction, -Lattice.LIMIT), Lattice.LIMIT));
        }
    };

    /** The ranks of floating-point numbers of a type. */
    private record Ranks(SampleType type) implements Numbers {
        @Override
        public double seen(long k) {
            return FloatingRank.value(k, type);
        }

        @Override
        public long rounded(double prediction) {
            return FloatingRank.of(prediction, type);
        }
    }

    private SampleCode(TwoWayCoder coder, Grid grid, Numbers numbers, Prediction prediction, int version) {
        int points = grid.points();
        int last = grid.length(grid.dimension() - 1);
        this.coder = coder;
        this.numbers = numbers;
        this.integers = Rehearsal.before(version);
        this.row = last > 1 ? last : points;
        this.predictor = prediction.of(points, row, version);
        this.above = new long[row < points ? row + 1 : 1];
    }

    /** Writes indices of a lattice. */
    static void writeIndices(long[] indices, Grid grid, RangeEncoder sink) {
        write(indices, grid, INDICES, Prediction.MIXED, sink);
    }

    /** Writes indices of a lattice by their differences. */
    static void writeDifferences(long[] indices, Grid grid, RangeEncoder sink) {
        write(indices, grid, INDICES, Prediction.LAST, sink);
    }

    /** Writes the ranks of floating-point numbers. */
    static void writeRanks(long[] ranks, Grid grid, SampleType type, RangeEncoder sink) {
        write(ranks, grid, new Ranks(type), Prediction.MIXED_OR_REPEATED, sink);
    }

    /** Reads indices of a lattice; they may be too large for one. */
    static long[] readIndices(Grid grid, RangeDecoder source, int version) throws CorruptCodeException {
        return read(grid, INDICES, Prediction.MIXED, source, version);
    }

    /** Reads indices of a lattice from their differences; they may be too large for one. */
    static long[] readDifferences(Grid grid, RangeDecoder source, int version) throws CorruptCodeException {
        return read(grid, INDICES, Prediction.LAST, source, version);
    }

    /** Reads the ranks of floating-point numbers. */
    static long[] readRanks(Grid grid, SampleType type, RangeDecoder source, int version) throws CorruptCodeException {
        return read(grid, new Ranks(type), Prediction.MIXED_OR_REPEATED, source, version);
    }

    private static void write(long[] integers, Grid grid, Numbers numbers, Prediction prediction, RangeEncoder sink) {
        SampleCode code = new SampleCode(new TwoWayCoder.Writer(sink), grid, numbers, prediction, FileFormat.CURRENT);
        try {
            for (long k : integers) {
                code.next(k);
            }
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a writer refuses nothing", e);
        }
    }

    private static long[] read(Grid grid, Numbers numbers, Prediction prediction, RangeDecoder source, int version)
            throws CorruptCodeException {
        SampleCode code = new SampleCode(new TwoWayCoder.Reader(source), grid, numbers, prediction, version);
        long[] integers = new long[grid.points()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = code.next(0);
        }
        return integers;
    }

    private long next(long k) throws CorruptCodeException {
        double prediction = predictor.next();
        long rounded = numbers.rounded(prediction);
        int fraction = (int) ((prediction - rounded + 0.5) * MixedInteger.FRACTIONS);
        fraction = Math.min(Math.max(fraction, 0), MixedInteger.FRACTIONS - 1);
        long miss = integers.code(coder, k - rounded, fast, slow, place(), fraction);
        long coded = rounded + miss;
        predictor.learn(numbers.seen(coded));
        long size = Math.min(Math.abs(miss), LARGEST_MISS) & Long.MAX_VALUE;
        fast += ((size << MixedInteger.SIZE_BITS) - fast) >> FAST;
        // Two much smaller misses in a row: what was expected is over.
        fast = Math.min(fast, (64 * Math.max(size, before) + 1) << MixedInteger.SIZE_BITS);
        before = size;
        slow = MixedInteger.followed(slow + (((size << MixedInteger.SIZE_BITS) - slow) >> SLOW), fast);
        if (above.length > 1) {
            above[at % row] = size;
        }
        at++;
        return coded;
    }

    /** In a picture, how large the misses were in the row before: two classes an octave. */
    private int place() {
        if (above.length == 1) {
            return 0;
        }
        int column = at % row;
        long size = 2 * above[column] + above[(column + 1) % row] + (column > 0 ? above[column - 1] : 0);
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size);
        int half = bits < 2 ? bits : 2 * bits - 2 + (int) (size >>> (bits - 2) & 1);
        return Math.min(half, MixedInteger.PLACES - 1);
    }
}
