package org.epsilonet.codec.internal;

import java.util.List;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.codec.FileHeader;

/**
 * What a header says of the content.
 *
 * @param id of the family, or what stands in its place
 * @param offset the samples are this and {@code 2^exponent} times the function
 * @param exponent see there
 * @param budget of the structure; 0 if there is none
 * @param step of the quantizer, or of the lattice; 0 if there is none
 * @param lattice what samples were rounded to
 */
record HeaderBody(String id, double offset, int exponent, int budget, double step, Lattice lattice) {
    static HeaderBody ofApproximant(String id, double offset, int exponent, int budget, double step) {
        return new HeaderBody(id, offset, exponent, budget, step, Lattice.INTEGERS);
    }

    static HeaderBody ofConstant(double value) {
        return new HeaderBody(Content.CONSTANT.id(), value, 0, 0, 0, Lattice.INTEGERS);
    }

    static HeaderBody ofLattice(Lattice lattice) {
        return new HeaderBody(
                Content.LATTICE.id(), lattice.offset(), 0, 0, lattice.step() / lattice.divisor(), lattice);
    }

    static HeaderBody ofExact() {
        return new HeaderBody(Content.EXACT.id(), 0, 0, 0, 0, Lattice.INTEGERS);
    }

    /**
     * How long a file is.
     *
     * @param version its version
     * @param all its bits
     * @param stream those of the stream that the header begins
     * @param blocks those of the blocks behind that stream
     */
    record Sizes(int version, long all, long stream, long blocks) {
        /** The bits of the payload, behind a header of so many. */
        long payload(long header) {
            return HeaderTwo.isBlocked(version) ? blocks : stream - Math.min(header, stream);
        }
    }

    /** The whole header, and the stream that goes on behind it. */
    FileFormat.Layout behind(
            HeaderKind kind,
            Grid grid,
            Placement placement,
            LpNorm norm,
            double bound,
            RangeDecoder stream,
            Sizes bits) {
        long payload = bits.payload(stream.bitsRead());
        int parameters = switch (kind.content()) {
            case APPROXIMANT -> FileHeader.UNKNOWN;
            case CONSTANT -> 0;
            case LATTICE, EXACT -> grid.points();
        };
        FileHeader header = new FileHeader(
                bits.version(),
                id,
                grid,
                placement.origin(),
                placement.spacing(),
                kind.type(),
                norm,
                bound,
                Distance.measured(bound, norm),
                offset,
                exponent,
                budget,
                step,
                parameters,
                0,
                payload,
                bits.all() - payload);
        return new FileFormat.Layout(header, kind.content(), lattice, stream, List.of());
    }
}
