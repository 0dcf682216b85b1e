package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.quantization.Steps;

/** Reads {@linkplain HeaderSeven headers} of version 7. */
final class HeaderSevenReader {
    private final BitReader in;

    private HeaderSevenReader(BitReader in) {
        this.in = in;
    }

    /**
     * Reads a header.
     *
     * @param row the row of the kind, as the mark tells it; those behind the first four are of later versions
     * @param stream begins with the rest of the header
     * @param maxSamples the most samples that are welcome
     * @param bits how many bits there are in all, and of the payload
     */
    static FileFormat.Layout read(int row, RangeDecoder stream, long maxSamples, HeaderBody.Sizes bits)
            throws CorruptCodeException {
        BitReader in = new BitReader(stream);
        HeaderSevenReader reader = new HeaderSevenReader(in);
        boolean corrected = bits.version() == HeaderSeven.CORRECTED;
        boolean lawful = bits.version() == HeaderSeven.LAWFUL;
        HeaderKind kind = HeaderKind.inRow(HeaderKind.inRow(row), in);
        if (corrected && !kind.mayBeCorrected()) {
            throw new CorruptCodeException("only approximants in the supremum norm have corrections");
        }
        if (lawful && kind.content() != Content.APPROXIMANT) {
            throw new CorruptCodeException("only the parameters of approximants follow a law");
        }
        Optional<CorrectionKind> corrections =
                corrected ? Optional.of(CorrectionKind.read(kind.type(), in)) : Optional.empty();
        Grid grid = in.grid(kind.axes(), maxSamples, reader::length);
        Placement placement = Placement.read(kind.place(), grid, in);
        LpNorm norm = kind.readNorm(in);
        boolean approximant = kind.content() == Content.APPROXIMANT;
        int exponent = approximant ? reader.exponent() : 0;
        double bound = approximant
                ? reader.bound(exponent, HeaderSeven.OCTAVES)
                : reader.bound(HeaderSeven.LARGEST_OCTAVE, HeaderSeven.ALL_OCTAVES);
        HeaderBody body = switch (kind.content()) {
            case APPROXIMANT -> reader.approximant(exponent, bound, grid);
            case CONSTANT -> HeaderBody.ofConstant(in.real("constant"));
            case LATTICE -> HeaderBody.ofLattice(reader.lattice(bound));
            case EXACT -> HeaderBody.ofExact();
        };
        return body.behind(kind, grid, placement, norm, bound, stream, bits).with(corrections);
    }

    private int length(String what, long largest) throws CorruptCodeException {
        int symbol = in.choice(HeaderSeven.POWERS + HeaderSeven.OTHERS + 1);
        if (symbol == HeaderSeven.POWERS + HeaderSeven.OTHERS) {
            return in.length(what, largest);
        }
        boolean power = symbol < HeaderSeven.POWERS;
        return in.length(
                what,
                power,
                power ? symbol + HeaderSeven.LEAST_POWER : symbol - HeaderSeven.POWERS + HeaderSeven.LEAST_OTHER - 1,
                largest);
    }

    private int exponent() throws CorruptCodeException {
        int near = in.choice(HeaderSeven.EXPONENTS + 1);
        return near < HeaderSeven.EXPONENTS
                ? near + HeaderSeven.LEAST_EXPONENT
                : (int) in.signed("exponent", HeaderTwo.ANY_EXPONENT);
    }

    private double bound(int largestOctave, int octaves) throws CorruptCodeException {
        int below = in.choice(octaves + 1);
        int octave = largestOctave - below;
        if (below == octaves) {
            if (in.choice(2) == 0) {
                return 0;
            }
            octave = in.choice(RoundedBound.OCTAVES) + RoundedBound.LEAST_OCTAVE;
        }
        double bound = new RoundedBound(octave, in.choice(RoundedBound.SYMBOLS)).value();
        if (!(bound > 0 && bound <= Double.MAX_VALUE)) {
            throw new CorruptCodeException("the error bound is not a number that any encoder writes");
        }
        return bound;
    }

    private HeaderBody approximant(int exponent, double bound, Grid grid) throws CorruptCodeException {
        String family = FamilyCodes.read(FamilyCodes.ALL_FREQUENT, in);
        double offset = offset(exponent);
        int budget = budget(FileFormat.largestBudget(grid.points()));
        return HeaderBody.ofApproximant(family, offset, exponent, budget, step(bound, exponent, budget));
    }

    private double offset(int exponent) throws CorruptCodeException {
        int quarters = in.choice(HeaderSeven.OFFSETS + 1);
        long units =
                (long) (quarters - HeaderSeven.QUARTERS) << Normalization.OFFSET_DIGITS - Normalization.SHORT_DIGITS;
        if (quarters == HeaderSeven.OFFSETS) {
            int small = in.choice(HeaderTwo.OFFSETS);
            units = small > 0
                    ? small - HeaderTwo.OFFSETS / 2
                    : in.terseSigned("offset", HeaderTwo.ANY_OFFSET, HeaderTwo.OFFSET_LENGTHS);
        }
        return in.finite("offset", Math.scalb((double) units, exponent - Normalization.OFFSET_DIGITS));
    }

    private int budget(long largest) throws CorruptCodeException {
        int bits = in.choice(HeaderSeven.BUDGET_LENGTHS + 1);
        if (bits == 0) {
            bits = HeaderSeven.BUDGET_LENGTHS
                    + 1
                    + in.choice(BitWriter.bitLength(largest) - HeaderSeven.BUDGET_LENGTHS);
        }
        return (int) in.ofLength("budget", bits, largest);
    }

    private double step(double bound, int exponent, int budget) throws CorruptCodeException {
        int bits = in.choice(HeaderSeven.STEP_LENGTHS + 1);
        long coarser = bits < HeaderSeven.STEP_LENGTHS
                ? HeaderSeven.stride(budget) * BitReader.unfolded(in.ofLength(bits))
                : in.terseSigned("step", 2L * Steps.COUNT, HeaderTwo.STEP_LENGTHS);
        return in.step(HeaderSeven.expectedStep(bound, exponent, budget) + coarser);
    }

    private Lattice lattice(double bound) throws CorruptCodeException {
        int octave = in.choice(HeaderSeven.LATTICE_OCTAVES + 2);
        if (octave > HeaderSeven.LATTICE_OCTAVES) {
            return in.lattice();
        }
        boolean isFar = false;
        if (octave == HeaderSeven.LATTICE_OCTAVES) {
            int high = in.choice(HeaderSeven.HIGH_LATTICE_OCTAVES + 1);
            isFar = high == HeaderSeven.HIGH_LATTICE_OCTAVES;
            octave += high;
        }
        int exponent = octave + HeaderSeven.LEAST_LATTICE_OCTAVE + HeaderTwo.octave(bound);
        double step =
                isFar ? in.positive("step") : in.mantissa("step", exponent, in.choice(HeaderSeven.LATTICE_DIGITS));
        Lattice lattice = HeaderSeven.lattice(step, in.choice(2) == 0 ? 0 : 1 + in.choice(HeaderSeven.PLACES - 1));
        in.finite("offset", lattice.offset());
        return lattice;
    }
}
