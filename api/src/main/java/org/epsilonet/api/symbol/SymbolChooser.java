package org.epsilonet.api.symbol;

/**
 * A stream whose symbols are chosen as they are asked for, and remembered on a tape: the reader meets every combination
 * that a stranger could send.
 */
public final class SymbolChooser implements SymbolSource {
    /** Chooses a symbol. */
    @FunctionalInterface
    public interface Choice {
        /**
         * A symbol.
         *
         * @param n size of the alphabet, at least 2
         * @return one of {@code 0..n-1}
         * @throws CorruptCodeException if the stream ends here
         */
        long of(long n) throws CorruptCodeException;
    }

    private final Choice choice;
    private final int longest;
    private final SymbolTape tape = new SymbolTape();

    /**
     * @param choice how symbols are chosen
     * @param longest after how many symbols the stream ends
     */
    public SymbolChooser(Choice choice, int longest) {
        this.choice = choice;
        this.longest = longest;
    }

    /** What has been read so far. */
    public SymbolTape tape() {
        return tape;
    }

    @Override
    public long bits(int count) throws CorruptCodeException {
        long value = next(1L << count);
        tape.bits(value, count);
        return value;
    }

    @Override
    public long uniform(long n) throws CorruptCodeException {
        long symbol = next(n);
        tape.uniform(symbol, n);
        return symbol;
    }

    @Override
    public int adaptive(int context, int n) throws CorruptCodeException {
        int symbol = (int) next(n);
        tape.adaptive(context, symbol, n);
        return symbol;
    }

    private long next(long n) throws CorruptCodeException {
        if (tape.symbols().size() == longest) {
            throw new CorruptCodeException("the stream ends after " + longest + " symbols");
        }
        // 2^63 is negative as a long: the alphabet of 63 raw bits.
        return n == 1 ? 0 : choice.of(n < 0 ? Long.MAX_VALUE : n);
    }
}
