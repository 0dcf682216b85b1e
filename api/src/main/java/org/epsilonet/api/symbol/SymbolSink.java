package org.epsilonet.api.symbol;

/** Receives the symbols of a structure, in order. */
public interface SymbolSink {
    /**
     * Writes raw bits.
     *
     * @param value the bits, in the low end; higher bits must be zero
     * @param count how many, 0..63
     * @throws IllegalArgumentException if the value does not fit into the count
     */
    void bits(long value, int count);

    /**
     * Writes one of {@code n} equally likely symbols, at a cost of \(\log_2 n\) bits.
     *
     * @param symbol in 0..n-1
     * @param n size of the alphabet, 1..2^48
     * @throws IllegalArgumentException if the symbol or the alphabet is out of range
     */
    void uniform(long symbol, long n);

    /**
     * Writes a symbol with a frequency learned from those already written in the same context.
     *
     * @param context which model to use, 0..65535; one context always has one alphabet
     * @param symbol in 0..n-1
     * @param n size of the alphabet, 1..256
     * @throws IllegalArgumentException if an argument is out of range
     */
    void adaptive(int context, int symbol, int n);

    /**
     * Writes a whole number of unknown size: its bit length adaptively, then its bits. Cost about
     * \(2\log_2\log_2 v + \log_2 v\) at first, \(\log_2 v\) plus little once the length is predictable.
     *
     * @param context which model to use for the length
     * @param value {@code >= 0}, below 2^62
     */
    default void integer(int context, long value) {
        int length = 64 - Long.numberOfLeadingZeros(value);
        adaptive(context, length, 63);
        if (length > 1) {
            bits(value & ((1L << (length - 1)) - 1), length - 1);
        }
    }
}
