package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The symbols of a structure, kept as they were written: a code without a coder. Reading checks that the reader asks for
 * the alphabet the writer used.
 */
final class SymbolTape implements SymbolSink {
    /** How a symbol is modelled. */
    enum Model {
        BITS,
        UNIFORM,
        ADAPTIVE
    }

    /**
     * One symbol.
     *
     * @param model how it is modelled
     * @param context its context, 0 unless adaptive
     * @param alphabet size of the alphabet; for bits their number
     * @param value the symbol
     */
    record Symbol(Model model, int context, long alphabet, long value) {}

    private static final int CONTEXTS = 1 << 16;
    private final List<Symbol> symbols = new ArrayList<>();

    /** The symbols that a structure writes. */
    static SymbolTape of(Structure structure) {
        SymbolTape tape = new SymbolTape();
        structure.write(tape);
        return tape;
    }

    List<Symbol> symbols() {
        return symbols;
    }

    @Override
    public void bits(long value, int count) {
        if (count < 0 || count > 63 || value >>> count != 0) {
            throw new IllegalArgumentException("the bits " + value + " do not fit into " + count + " of 0..63 bits");
        }
        symbols.add(new Symbol(Model.BITS, 0, count, value));
    }

    @Override
    public void uniform(long symbol, long n) {
        inRange(symbol, n, 1L << 48);
        symbols.add(new Symbol(Model.UNIFORM, 0, n, symbol));
    }

    @Override
    public void adaptive(int context, int symbol, int n) {
        inRange(symbol, n, 256);
        inRange(context, CONTEXTS, CONTEXTS);
        symbols.add(new Symbol(Model.ADAPTIVE, context, n, symbol));
    }

    private static void inRange(long symbol, long n, long largest) {
        if (n < 1 || n > largest || symbol < 0 || symbol >= n) {
            throw new IllegalArgumentException(
                    "symbol " + symbol + " of an alphabet of " + n + "; allowed are 0..n-1 of at most " + largest);
        }
    }

    /** Reads the tape from its start. */
    Reader reader() {
        return new Reader();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymbolTape tape && symbols.equals(tape.symbols);
    }

    @Override
    public int hashCode() {
        return symbols.hashCode();
    }

    @Override
    public String toString() {
        return symbols.size() > 12 ? symbols.subList(0, 12) + "..." : symbols.toString();
    }

    /** A reader that knows how far it came. */
    final class Reader implements SymbolSource {
        private int position;

        /** Whether every symbol has been read. */
        boolean atEnd() {
            return position == symbols.size();
        }

        @Override
        public long bits(int count) throws CorruptCodeException {
            return next(Model.BITS, 0, count);
        }

        @Override
        public long uniform(long n) throws CorruptCodeException {
            return next(Model.UNIFORM, 0, n);
        }

        @Override
        public int adaptive(int context, int n) throws CorruptCodeException {
            return (int) next(Model.ADAPTIVE, context, n);
        }

        private long next(Model model, int context, long alphabet) throws CorruptCodeException {
            if (atEnd()) {
                throw new CorruptCodeException("read beyond the " + symbols.size() + " symbols written");
            }
            Symbol symbol = symbols.get(position++);
            if (symbol.model != model || symbol.context != context || symbol.alphabet != alphabet) {
                throw new CorruptCodeException("symbol " + (position - 1) + " was written as " + symbol + ", read as "
                        + new Symbol(model, context, alphabet, -1));
            }
            return symbol.value;
        }
    }
}
