package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.Quantization;

/**
 * The codeword of a file: all that the function and the samples follow from.
 *
 * @param header what the file says, and what only the family knows
 * @param norm the norm whose scales the parameters have
 * @param structure the structure
 * @param integers one for each of its parameters
 */
public record ReadCodeword(FileHeader header, LpNorm norm, Structure structure, long[] integers) {
    /**
     * Reads the codeword, to the end of the stream or to the corrections behind it.
     *
     * @param layout of the file
     * @param parametrization the {@linkplain #elements set} that its function is an element of
     * @return the codeword
     * @throws CorruptCodeException if no writer produces such a file
     */
    public static ReadCodeword of(FileFormat.Layout layout, Parametrization parametrization)
            throws CorruptCodeException {
        FileHeader header = layout.header();
        RangeDecoder stream = layout.stream();
        long payload = header.structureBits() + header.parameterBits();
        long start = stream.bitsRead();
        if (layout.isInBlocks()) {
            BlockCode.checkCount(parametrization.size(), layout.blocks());
            Structure whole = parametrization
                    .whole()
                    .orElseThrow(() -> new CorruptCodeException("not all parameters of the family are ever written"));
            return new ReadCodeword(
                    header.with(whole.size(), 0), header.norm(), whole, BlockCode.read(whole, layout.blocks()));
        }
        stream.startAfresh();
        Structure structure = parametrization.read(stream);
        if (structure.size() > parametrization.size()) {
            throw new CorruptCodeException(
                    "the structure has " + structure.size() + " parameters, allowed are " + parametrization.size());
        }
        FileHeader known = header.with(structure.size(), Math.min(stream.bitsRead() - start, payload));
        boolean first = header.parameters() != FileHeader.UNKNOWN;
        if (first && (header.parameters() != structure.size() || header.structureBits() != known.structureBits())) {
            throw new CorruptCodeException("the structure has " + structure.size() + " parameters and "
                    + known.structureBits() + " bits, the header says " + header.parameters() + " and "
                    + header.structureBits());
        }
        stream.startAfresh();
        Optional<DecayLaw> law = layout.isLawful() ? Optional.of(DecayLaw.read(stream)) : Optional.empty();
        long[] integers = first
                ? ParameterCodeOne.read(structure, stream)
                : ParameterCode.read(structure, law, stream, header.version());
        if (layout.corrections().isEmpty()) {
            stream.finish();
        }
        return new ReadCodeword(
                known, layout.corrections().map(CorrectionKind::base).orElse(header.norm()), structure, integers);
    }

    /** The same of an element of a family. */
    static ReadCodeword of(FileFormat.Layout layout, ApproximationFamily family) throws CorruptCodeException {
        return of(layout, elements(layout.header(), family));
    }

    /**
     * The set of a family that a file's function is an element of.
     *
     * @param header what the file says
     * @param family the family it names
     * @return its parametrization there
     * @throws CorruptCodeException if there is none
     * @throws IllegalStateException if the family lacks something else, and says what that is
     */
    public static Parametrization elements(FileHeader header, ApproximationFamily family) throws CorruptCodeException {
        if (family instanceof ParametrizedFamily parametrized) {
            try {
                return parametrized.parametrization(header.grid(), header.budget());
            } catch (IllegalArgumentException e) {
                throw new CorruptCodeException("the family does not exist on " + header.grid());
            }
        }
        throw new CorruptCodeException("the family has no parametrization");
    }

    /** Its function, before offset and exponent are applied. */
    public Approximant realize() {
        return structure.realize(Quantization.parameters(structure, integers, header.step(), norm));
    }

    /** Whether function and samples are those of a codeword of the same family for a goal. */
    boolean isThatOf(Codeword word, Goal goal) {
        Quantization q = word.quantization();
        return header.grid().equals(goal.data().grid())
                && header.type() == goal.data().type()
                && header.budget() == word.budget()
                && header.step() == q.step()
                && norm.equals(q.norm())
                && header.offset() == goal.map().offset() // A zero of either sign.
                && header.exponent() == goal.map().exponent()
                && q.hasIntegers(integers);
    }
}
