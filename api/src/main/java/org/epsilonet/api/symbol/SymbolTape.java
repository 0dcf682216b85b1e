package org.epsilonet.api.symbol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * The symbols of a structure, kept as they were written: a code without a coder. Reading checks that the reader asks for
 * the alphabet and the context the writer used. Two structures are the same if their tapes are equal. Not thread-safe.
 */
public final class SymbolTape implements SymbolSink {
    /** How a symbol is modelled. */
    public enum Model {
        /** Raw bits. */
        BITS,
        /** Equally likely symbols. */
        UNIFORM,
        /** Symbols whose frequency is learned. */
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
    public record Symbol(Model model, int context, long alphabet, long value) {}

    private static final int CONTEXTS = 1 << 16;
    private final List<Symbol> symbols = new ArrayList<>();

    /** An empty tape. */
    public SymbolTape() {}

    /**
     * What a writer writes, for example {@code SymbolTape.of(structure::write)}.
     *
     * @param writer writes its symbols
     * @return the tape
     */
    public static SymbolTape of(Consumer<SymbolSink> writer) {
        SymbolTape tape = new SymbolTape();
        writer.accept(tape);
        return tape;
    }

    /** The symbols in order, as a view. */
    public List<Symbol> symbols() {
        return Collections.unmodifiableList(symbols);
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
    public Reader reader() {
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
    public final class Reader implements SymbolSource {
        private int position;

        private Reader() {}

        /** Whether every symbol has been read. */
        public boolean atEnd() {
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
