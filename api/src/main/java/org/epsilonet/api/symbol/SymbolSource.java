package org.epsilonet.api.symbol;

/**
 * Returns the symbols of a structure in the order in which they were written. The stream may come from a stranger:
 * whoever reads must check every combination of symbols before allocating for it, and throw {@link
 * CorruptCodeException} for one that no writer produces.
 */
public interface SymbolSource {
    /**
     * Reads raw bits.
     *
     * @param count how many, 0..63
     * @return the bits
     * @throws CorruptCodeException if the stream has ended
     */
    long bits(int count) throws CorruptCodeException;

    /**
     * Reads a symbol written by {@link SymbolSink#uniform}.
     *
     * @param n size of the alphabet, 1..2^48
     * @return the symbol, in 0..n-1
     * @throws CorruptCodeException if the stream cannot continue this way
     */
    long uniform(long n) throws CorruptCodeException;

    /**
     * Reads a symbol written by {@link SymbolSink#adaptive}.
     *
     * @param context the model, 0..65535
     * @param n size of the alphabet, 1..256
     * @return the symbol, in 0..n-1
     * @throws CorruptCodeException if the stream cannot continue this way
     */
    int adaptive(int context, int n) throws CorruptCodeException;

    /**
     * Reads a number written by {@link SymbolSink#integer}.
     *
     * @param context the model
     * @return the number, {@code >= 0}
     * @throws CorruptCodeException if the stream cannot continue this way
     */
    default long integer(int context) throws CorruptCodeException {
        int length = adaptive(context, 63);
        return length <= 1 ? length : 1L << (length - 1) | bits(length - 1);
    }
}
