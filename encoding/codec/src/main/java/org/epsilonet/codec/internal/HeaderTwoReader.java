package org.epsilonet.codec.internal;

import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.quantization.Steps;

/** Reads {@linkplain HeaderTwo headers} of versions 2 to 6. */
final class HeaderTwoReader {
    private final HeaderTwo.Edition edition;
    private final BitReader in;

    private HeaderTwoReader(HeaderTwo.Edition edition, BitReader in) {
        this.edition = edition;
        this.in = in;
    }

    /**
     * Reads a header.
     *
     * @param stream begins with it
     * @param maxSamples the most samples that are welcome
     * @param bits how many bits there are in all, and of the payload
     */
    static FileFormat.Layout read(RangeDecoder stream, long maxSamples, HeaderBody.Sizes bits)
            throws CorruptCodeException {
        BitReader in = new BitReader(stream);
        HeaderTwoReader reader = new HeaderTwoReader(HeaderTwo.Edition.of(bits.version()), in);
        HeaderKind kind = reader.kind();
        Grid grid = reader.grid(kind.axes(), maxSamples);
        Placement placement = Placement.read(kind.place(), grid, in);
        LpNorm norm = kind.readNorm(in);
        double bound = in.decimal(reader.edition);
        HeaderBody body = switch (kind.content()) {
            case APPROXIMANT -> reader.approximant(bound, grid);
            case CONSTANT -> HeaderBody.ofConstant(in.real("constant"));
            case LATTICE -> HeaderBody.ofLattice(reader.lattice());
            case EXACT -> HeaderBody.ofExact();
        };
        return body.behind(kind, grid, placement, norm, bound, stream, bits);
    }

    private HeaderKind kind() throws CorruptCodeException {
        if (edition.isTerse()) {
            return HeaderKind.inRow(HeaderKind.ROWS[in.choice(HeaderKind.ROWS.length)], in);
        }
        int code = in.choice(edition.usual() + 1);
        return code < edition.usual() ? HeaderKind.of(code) : HeaderKind.read(in);
    }

    private Grid grid(int axes, long maxSamples) throws CorruptCodeException {
        return in.grid(
                axes,
                maxSamples,
                (what, left) -> edition.isTerse() ? in.terseLength(what, left) : in.length(what, left));
    }

    private HeaderBody approximant(double bound, Grid grid) throws CorruptCodeException {
        String family = FamilyCodes.read(edition.frequent(), in);
        int scale = in.choice(edition.scales());
        int exponent = scale < edition.scales() - 1
                ? scale + HeaderTwo.LEAST_SCALE + HeaderTwo.octave(bound)
                : (int) in.signed("exponent", HeaderTwo.ANY_EXPONENT);
        double offset = offset(exponent);
        int budget = (int) in.number("budget", 1, FileFormat.largestBudget(grid.points()));
        long finer = signed("step", 2L * Steps.COUNT, HeaderTwo.STEP_LENGTHS);
        double step = in.step(HeaderTwo.expectedStep(bound, exponent) + finer);
        return HeaderBody.ofApproximant(family, offset, exponent, budget, step);
    }

    private double offset(int exponent) throws CorruptCodeException {
        int small = in.choice(HeaderTwo.OFFSETS);
        long digits = small > 0
                ? small - HeaderTwo.OFFSETS / 2
                : signed("offset", HeaderTwo.ANY_OFFSET, HeaderTwo.OFFSET_LENGTHS);
        return in.finite("offset", Math.scalb((double) digits, exponent - Normalization.OFFSET_DIGITS));
    }

    private long signed(String what, long largest, int lengths) throws CorruptCodeException {
        return edition.isTerse() ? in.terseSigned(what, largest, lengths) : in.signed(what, largest);
    }

    private Lattice lattice() throws CorruptCodeException {
        if (edition.isShort() && in.choice(2) == 1) {
            return new Lattice(0, in.positive("step"), 1);
        }
        return in.lattice();
    }
}
