package org.epsilonet.api.composite;

import java.util.HashMap;
import java.util.Map;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Gives every context of every member a context of its own, in the order of their first appearance, which writer and reader
 * share; one for each alphabet, as members on cells of several shapes may use several in one context. Cells with one member
 * learn from each other.
 */
final class SharedContexts {
    private static final int MOST = 1 << 16;

    private record Key(int owner, int context, int alphabet) {}

    private final Map<Key, Integer> numbers = new HashMap<>();

    /** The number of a context; negative if there are none left. */
    private int number(int owner, int context, int alphabet) {
        Key key = new Key(owner, context, alphabet);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        if (numbers.size() == MOST) {
            return -1;
        }
        numbers.put(key, numbers.size());
        return numbers.size() - 1;
    }

    /** Owners of the flags of parameters that are left out, next to the members themselves. */
    private static int zerosOf(int member) {
        return -2 - member;
    }

    SymbolSink ofZeros(int member, SymbolSink sink) {
        return of(zerosOf(member), sink);
    }

    SymbolSource ofZeros(int member, SymbolSource source) {
        return of(zerosOf(member), source);
    }

    SymbolSink of(int owner, SymbolSink sink) {
        return new SymbolSink() {
            @Override
            public void bits(long value, int count) {
                sink.bits(value, count);
            }

            @Override
            public void uniform(long symbol, long n) {
                sink.uniform(symbol, n);
            }

            @Override
            public void adaptive(int context, int symbol, int n) {
                int number = number(owner, context, n);
                if (number < 0) {
                    sink.uniform(symbol, n);
                } else {
                    sink.adaptive(number, symbol, n);
                }
            }
        };
    }

    SymbolSource of(int owner, SymbolSource source) {
        return new SymbolSource() {
            @Override
            public long bits(int count) throws CorruptCodeException {
                return source.bits(count);
            }

            @Override
            public long uniform(long n) throws CorruptCodeException {
                return source.uniform(n);
            }

            @Override
            public int adaptive(int context, int n) throws CorruptCodeException {
                int number = number(owner, context, n);
                return number < 0 ? (int) source.uniform(n) : source.adaptive(number, n);
            }
        };
    }
}
