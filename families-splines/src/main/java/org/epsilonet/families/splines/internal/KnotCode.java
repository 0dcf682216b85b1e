package org.epsilonet.families.splines.internal;

import java.util.Optional;
import java.util.stream.LongStream;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Codes at most \(M\) pieces with ends on a lattice of \(R\) steps: their number, then all lengths but the last. A length
 * \(2^z(2m+1)\) is coded as \(z\) and \(m\), both adaptively, which makes knots on coarser dyadic lattices and alike
 * lengths cheap. There are \(\sum_{m \le M}\binom{R-1}{m-1}\) such partitions.
 *
 * @param lattice the lattice, of one dimension
 * @param pieces the largest number of pieces \(M\), at most \(R\)
 */
public record KnotCode(Lattice lattice, int pieces) implements PartitionCode {
    private static final int TWOS = 0;
    private static final int ODD_PART = 1;

    @Override
    public void write(Cells cells, SymbolSink sink) {
        sink.uniform(cells.count() - 1, pieces);
        for (int c = 0; c + 1 < cells.count(); c++) {
            long length = cells.to(c, 0) - cells.from(c, 0);
            int twos = Long.numberOfTrailingZeros(length);
            sink.adaptive(TWOS, twos, Long.SIZE);
            sink.integer(ODD_PART, length >>> (twos + 1));
        }
    }

    @Override
    public Cells read(SymbolSource source) throws CorruptCodeException {
        int count = (int) source.uniform(pieces) + 1;
        long[] ends = new long[count + 1];
        long resolution = lattice.resolution(0);
        for (int c = 1; c < count; c++) {
            int twos = source.adaptive(TWOS, Long.SIZE);
            long half = source.integer(ODD_PART);
            long room = resolution - ends[c - 1] - (count - c);
            // Compared before it is shifted: length = (2 half + 1) 2^twos may not overflow.
            if (half > resolution || twos >= Long.SIZE - 1 || 2 * half + 1 > room >> twos) {
                throw new CorruptCodeException("a piece does not fit between its neighbours");
            }
            ends[c] = ends[c - 1] + ((2 * half + 1) << twos);
        }
        ends[count] = resolution;
        return new Partition(lattice, ends);
    }

    @Override
    public double log2Count() {
        return inner().log2Count();
    }

    /** The ends between pieces: lattice points 1 to R - 1, numbered from 0. */
    private Subsets inner() {
        return new Subsets(lattice.resolution(0) - 1, pieces - 1);
    }

    /** On samples short pieces have fewer polynomials, so that their number says the size for constants only. */
    @Override
    public Optional<StructureNumbering> numbering(int degree) {
        if (lattice.discrete() && degree > 0) {
            return Optional.empty();
        }
        return inner().numbering(degree + 1, degree + 1, KnotCode::knots, knots -> structure(knots, degree));
    }

    private static long[] knots(Structure s) {
        if (!(s instanceof PiecewiseStructure piecewise) || !(piecewise.cells() instanceof Partition partition)) {
            throw new IllegalArgumentException("not a partition of the interval");
        }
        return LongStream.range(0, partition.count() - 1L)
                .map(c -> partition.to((int) c, 0) - 1)
                .toArray();
    }

    private PiecewiseStructure structure(long[] knots, int degree) {
        long[] ends = new long[knots.length + 2];
        for (int i = 0; i < knots.length; i++) {
            ends[i + 1] = knots[i] + 1;
        }
        ends[knots.length + 1] = lattice.resolution(0);
        return new PiecewiseStructure(new Partition(lattice, ends), degree, this);
    }
}
