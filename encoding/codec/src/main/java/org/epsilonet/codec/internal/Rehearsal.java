package org.epsilonet.codec.internal;

import java.util.Random;
import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * What the models of integers know before the first integer of a file: they have coded some thousands of random ones,
 * two-sided exponential with a scale that wanders and sinks, as coefficients do, in many short streams. Each context they
 * met counts as seen once, so that the file itself soon overrules it. That saves about a tenth of the bits of sixteen
 * integers, a twentieth of sixty, and costs up to a fiftieth where a thousand are foretold well. Random numbers are those of
 * {@link Random}, functions those of {@link StrictMath}: the same on every machine.
 */
final class Rehearsal {
    private static final int STREAMS = 400;
    private static final int LENGTH = 20;
    private static final long SEED = 1;

    /** Scales begin between \(2^{-2}\) and \(2^{10}\); in natural logarithms. */
    private static final double LEAST_SCALE = -2 * StrictMath.log(2);

    private static final double SCALES = 12 * StrictMath.log(2);
    /** From one integer to the next a scale goes half an octave up or down at most, and sinks by a constant. */
    private static final double WANDER = StrictMath.log(2);

    private static final double SINK = 0.2 * StrictMath.log(2);

    private static final int SLOW = 5;
    private static final int FAST = 3;

    /** Apart, so that older files do not wait for it. */
    private static final class Rehearsed {
        static final MixedInteger MODELS = rehearsed();
    }

    /** Takes what it is told, and keeps nothing. */
    private enum Nowhere implements TwoWayCoder {
        INSTANCE;

        @Override
        public int bit(int bit, int zero) {
            return bit;
        }

        @Override
        public long bits(long value, int count) {
            return value;
        }
    }

    private Rehearsal() {}

    /** The models at the beginning of a file of a version. */
    static MixedInteger before(int version) {
        return version >= HeaderTwo.TERSE ? Rehearsed.MODELS.copy() : new MixedInteger();
    }

    private static MixedInteger rehearsed() {
        MixedInteger integers = new MixedInteger();
        Random random = new Random(SEED);
        try {
            for (int n = 0; n < STREAMS; n++) {
                integers.startAgain();
                stream(integers, random, random.nextBoolean());
            }
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("nothing was read", e);
        }
        integers.startAgain();
        integers.doubt();
        return integers;
    }

    /** Expected sizes follow as in {@link ParameterCode}; fractions are those of parameters, or any. */
    private static void stream(MixedInteger integers, Random random, boolean predicted) throws CorruptCodeException {
        double scale = LEAST_SCALE + SCALES * random.nextDouble();
        double sink = SINK * random.nextDouble();
        long fast = 0;
        long slow = 0;
        for (int i = 0; i < LENGTH; i++) {
            double size = StrictMath.exp(scale) * -StrictMath.log(1 - random.nextDouble());
            long magnitude = (long) StrictMath.rint(size);
            int fraction = predicted ? random.nextInt(MixedInteger.FRACTIONS) : MixedInteger.FRACTIONS / 2;
            integers.code(Nowhere.INSTANCE, random.nextBoolean() ? magnitude : -magnitude, fast, slow, 0, fraction);
            long miss = magnitude << MixedInteger.SIZE_BITS;
            fast += miss - fast >> Math.min(Integer.SIZE - Integer.numberOfLeadingZeros(i), FAST);
            slow = MixedInteger.followed(slow + (miss - slow >> SLOW), fast);
            scale += WANDER * (random.nextDouble() - 0.5) - sink;
        }
    }
}
