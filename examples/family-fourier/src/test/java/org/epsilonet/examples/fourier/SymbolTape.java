package org.epsilonet.examples.fourier;

import java.util.ArrayDeque;
import java.util.Deque;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** Records symbols with their alphabets and plays them back, checking that the reader asks what the writer told. */
final class SymbolTape implements SymbolSink, SymbolSource {
    private final Deque<long[]> symbols = new ArrayDeque<>();

    @Override
    public void bits(long value, int count) {
        check(value, 1L << count);
        symbols.add(new long[] {0, count, value});
    }

    @Override
    public void uniform(long symbol, long n) {
        check(symbol, n);
        symbols.add(new long[] {1, n, symbol});
    }

    @Override
    public void adaptive(int context, int symbol, int n) {
        check(symbol, n);
        symbols.add(new long[] {2 + context, n, symbol});
    }

    @Override
    public long bits(int count) throws CorruptCodeException {
        return next(0, count);
    }

    @Override
    public long uniform(long n) throws CorruptCodeException {
        return next(1, n);
    }

    @Override
    public int adaptive(int context, int n) throws CorruptCodeException {
        return (int) next(2 + context, n);
    }

    boolean isEmpty() {
        return symbols.isEmpty();
    }

    private static void check(long symbol, long n) {
        if (symbol < 0 || symbol >= n) {
            throw new IllegalArgumentException(symbol + " is not in an alphabet of " + n);
        }
    }

    private long next(long kind, long n) throws CorruptCodeException {
        long[] symbol = symbols.poll();
        if (symbol == null || symbol[0] != kind || symbol[1] != n) {
            throw new CorruptCodeException("the reader asks for another symbol than was written");
        }
        return symbol[2];
    }
}
