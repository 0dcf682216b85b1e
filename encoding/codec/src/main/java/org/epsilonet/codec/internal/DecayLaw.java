package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * How the sizes of integers fall along their code, told before them: like a power of the number of those up to there, as
 * coefficients of smooth functions do, or geometrically, as those of analytic ones. A hundred integers tell their decay
 * in a tenth of their bits when they are coded in the light of each other alone; told at once it takes nine bits.
 *
 * @param shape below {@value #POWERS} a power of so many quarters; from there geometric, by 2, 4, 6, ... octaves in all
 * @param end the size that the last integer has, in half octaves from 1/8
 */
public record DecayLaw(int shape, int end) {
    static final int SHAPES = 32;
    static final int ENDS = 16;
    /** What it takes to tell one. */
    static final double BITS = 9;

    static final int POWERS = 16;
    private static final double LEAST_END = -3;
    /** Sizes are in units of 2^-7, and no larger than 2^44. */
    private static final double LARGEST = 44;

    /** Writes it. */
    void write(SymbolSink sink) {
        sink.uniform(shape, SHAPES);
        sink.uniform(end, ENDS);
    }

    /** Reads what {@link #write} wrote. */
    static DecayLaw read(SymbolSource source) throws CorruptCodeException {
        return new DecayLaw((int) source.uniform(SHAPES), (int) source.uniform(ENDS));
    }

    /** The mean size that it expects of one of so many integers, in units of 2^-7, the same on every machine. */
    long size(int i, int count) {
        double octaves = octaves(end) + fall(shape, i, count);
        return Math.max(1, (long) StrictMath.pow(2, Math.min(octaves, LARGEST) + MixedInteger.SIZE_BITS));
    }

    /** By how many octaves an integer is larger than the last. */
    private static double fall(int shape, int i, int count) {
        return shape < POWERS
                ? 0.25 * shape * StrictMath.log((double) count / (i + 1)) / StrictMath.log(2)
                : 2.0 * (shape - POWERS + 1) * (count - 1 - i) / count;
    }

    /** The size of the last, in octaves. */
    static double octaves(int end) {
        return LEAST_END + 0.5 * end;
    }
}
