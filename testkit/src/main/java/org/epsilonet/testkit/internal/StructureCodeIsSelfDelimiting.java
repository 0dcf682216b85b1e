package org.epsilonet.testkit.internal;

import java.util.SplittableRandom;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.api.symbol.SymbolTape;
import org.epsilonet.api.symbol.SymbolTape.Symbol;

/**
 * The code of a structure ends where it ends: what follows it in a file is not read, and without its last symbol it is
 * refused. Hence no code is the beginning of another.
 */
record StructureCodeIsSelfDelimiting() implements Law {
    private static final int SYMBOLS_BEHIND = 40;

    @Override
    public String check(Subject subject) {
        ParametrizedFamily family = subject.parametrized();
        SplittableRandom random = subject.random();
        int codes = 0;
        int empty = 0;
        for (Trial trial : subject.trials()) {
            Parametrization parametrization =
                    family.parametrization(trial.target().domain(), trial.budget());
            SymbolTape code = SymbolTape.of(subject.result(trial).approximant().structure()::write);
            followed(trial, parametrization, code, random);
            if (code.symbols().isEmpty()) {
                empty++;
            } else {
                shortened(trial, parametrization, code);
            }
            codes++;
        }
        return codes + " codes, each followed by " + SYMBOLS_BEHIND + " other symbols and without its last one; "
                + empty + " have no symbols";
    }

    private static void followed(Trial trial, Parametrization p, SymbolTape code, SplittableRandom random) {
        int length = code.symbols().size();
        Counted source = new Counted(copy(code, length, random).reader());
        try {
            Structure back = p.read(source);
            SymbolTape again = SymbolTape.of(back::write);
            LawBroken.unless(
                    again.equals(code) && source.read == length,
                    "%s: followed by other symbols, %d of %d symbols are read, and as the structure %s, it was %s",
                    trial,
                    source.read,
                    length,
                    again,
                    code);
        } catch (CorruptCodeException e) {
            throw new LawBroken(trial + ": followed by other symbols, its own code of " + length
                    + " symbols is refused: " + e.getMessage());
        }
    }

    private static void shortened(Trial trial, Parametrization p, SymbolTape code) {
        SymbolTape shorter = new SymbolTape();
        code.symbols().subList(0, code.symbols().size() - 1).forEach(s -> write(shorter, s));
        try {
            Structure read = p.read(shorter.reader());
            throw new LawBroken(trial + ": without its last symbol, " + shorter + " is read as the structure "
                    + SymbolTape.of(read::write));
        } catch (CorruptCodeException expected) {
            // The code needs all of its symbols.
        }
    }

    /** The code, and behind it more symbols like its own, so that a reader that goes on finds what it asks for. */
    private static SymbolTape copy(SymbolTape code, int length, SplittableRandom random) {
        SymbolTape tape = new SymbolTape();
        code.symbols().forEach(s -> write(tape, s));
        for (int i = 0; i < SYMBOLS_BEHIND; i++) {
            if (length == 0) {
                tape.bits(random.nextInt(2), 1);
            } else {
                write(tape, code.symbols().get(length - 1 - i % length));
            }
        }
        return tape;
    }

    private static void write(SymbolTape tape, Symbol s) {
        switch (s.model()) {
            case BITS -> tape.bits(s.value(), (int) s.alphabet());
            case UNIFORM -> tape.uniform(s.value(), s.alphabet());
            case ADAPTIVE -> tape.adaptive(s.context(), (int) s.value(), (int) s.alphabet());
        }
    }

    /** Counts the symbols that are read. */
    private static final class Counted implements SymbolSource {
        private final SymbolTape.Reader reader;
        private int read;

        Counted(SymbolTape.Reader reader) {
            this.reader = reader;
        }

        @Override
        public long bits(int count) throws CorruptCodeException {
            read++;
            return reader.bits(count);
        }

        @Override
        public long uniform(long n) throws CorruptCodeException {
            read++;
            return reader.uniform(n);
        }

        @Override
        public int adaptive(int context, int n) throws CorruptCodeException {
            read++;
            return reader.adaptive(context, n);
        }
    }
}
