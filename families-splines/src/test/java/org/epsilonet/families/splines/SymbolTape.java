package org.epsilonet.families.splines;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** Records symbols and plays them back, refusing a reader that asks for other alphabets or contexts than were written. */
final class SymbolTape implements SymbolSink, SymbolSource {
    private final List<long[]> symbols = new ArrayList<>();
    private int next;

    @Override
    public void bits(long value, int count) {
        if (count < 0 || count > 63 || value >>> count != 0) {
            throw new IllegalArgumentException(value + " does not fit into " + count + " bits");
        }
        symbols.add(new long[] {0, count, 0, value});
    }

    @Override
    public void uniform(long symbol, long n) {
        if (symbol < 0 || symbol >= n || n > 1L << 48) {
            throw new IllegalArgumentException(symbol + " of " + n);
        }
        symbols.add(new long[] {1, n, 0, symbol});
    }

    @Override
    public void adaptive(int context, int symbol, int n) {
        if (symbol < 0 || symbol >= n || n > 256 || context < 0 || context > 65535) {
            throw new IllegalArgumentException(symbol + " of " + n + " in context " + context);
        }
        symbols.add(new long[] {2, n, context, symbol});
    }

    @Override
    public long bits(int count) throws CorruptCodeException {
        return take(0, count, 0);
    }

    @Override
    public long uniform(long n) throws CorruptCodeException {
        return take(1, n, 0);
    }

    @Override
    public int adaptive(int context, int n) throws CorruptCodeException {
        return (int) take(2, n, context);
    }

    private long take(long kind, long size, long context) throws CorruptCodeException {
        if (next == symbols.size()) {
            throw new CorruptCodeException("the tape has ended");
        }
        long[] symbol = symbols.get(next++);
        if (symbol[0] != kind || symbol[1] != size || symbol[2] != context) {
            throw new CorruptCodeException("asked for another symbol than was written");
        }
        return symbol[3];
    }

    /** Whether everything written has been read. */
    public boolean finished() {
        return next == symbols.size();
    }

    /** The symbols as text. */
    public String written() {
        StringBuilder text = new StringBuilder();
        symbols.forEach(s -> text.append(s[3]).append('/').append(s[1]).append(' '));
        return text.toString();
    }
}
