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
    /** How often contexts count as seen. */
    private static final int SEEN = 1;

    /** Rehearsals of laws: told sizes between 2^-4 and 2^12, off by some constant, of streams of their own number. */
    private static final int LAWFUL_STREAMS = 1500;

    private static final double LEAST_TOLD = -4 * StrictMath.log(2);
    private static final double TOLD = 16 * StrictMath.log(2);
    private static final double FALL = 0.3 * StrictMath.log(2);
    private static final double OFF = 0.35;
    /** What is told is nearly all there is to know of a size: it is not doubted soon. */
    private static final int LAWFUL_SEEN = 64;

    /** The mean of the magnitude of a normal number is the square root of 2/pi. */
    private static final double NORMAL = StrictMath.sqrt(StrictMath.PI / 2);

    /** Rounding to zero up to here. */
    private static final double DEAD_ZONE = 0.6;

    /** Apart, so that older files do not wait for it. */
    private static final class Rehearsed {
        static final MixedInteger MODELS = rehearsed();
    }

    private static final class RehearsedLaws {
        static final MixedInteger MODELS = rehearsedLaws();
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

    /** The models at the beginning of integers whose sizes follow a {@link DecayLaw}. */
    static MixedInteger ofLaws() {
        return RehearsedLaws.MODELS.copy();
    }

    private interface Stream {
        void code(MixedInteger integers, Random random) throws CorruptCodeException;
    }

    private static MixedInteger rehearsed() {
        return rehearsed(STREAMS, (integers, random) -> stream(integers, random, random.nextBoolean()), SEEN);
    }

    private static MixedInteger rehearsedLaws() {
        return rehearsed(LAWFUL_STREAMS, Rehearsal::lawfulStream, LAWFUL_SEEN);
    }

    private static MixedInteger rehearsed(int streams, Stream stream, int seen) {
        MixedInteger integers = new MixedInteger();
        Random random = new Random(SEED);
        try {
            for (int n = 0; n < streams; n++) {
                integers.startAgain();
                stream.code(integers, random);
            }
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("nothing was read", e);
        }
        integers.startAgain();
        integers.doubt(seen);
        return integers;
    }

    /** Two-sided exponential or normal numbers whose size is told, but for a factor. */
    private static void lawfulStream(MixedInteger integers, Random random) throws CorruptCodeException {
        double scale = LEAST_TOLD + TOLD * random.nextDouble();
        double fall = FALL * random.nextDouble();
        boolean isNormal = random.nextBoolean();
        double factor = StrictMath.exp(OFF * normal(random));
        LawfulSizes expected = new LawfulSizes(
                LENGTH, i -> Math.max(1, (long) (StrictMath.exp(scale - fall * i) * (1 << MixedInteger.SIZE_BITS))));
        for (int i = 0; i < LENGTH; i++) {
            double size = isNormal ? StrictMath.abs(normal(random)) * NORMAL : -StrictMath.log(1 - random.nextDouble());
            long magnitude = (long) (factor * StrictMath.exp(scale - fall * i) * size + 1 - DEAD_ZONE);
            long integer = random.nextBoolean() ? magnitude : -magnitude;
            expected.turnTo(i, 0);
            integers.code(Nowhere.INSTANCE, integer, expected.fast(), expected.slow(), 0, MixedInteger.FRACTIONS / 2);
            expected.learn(integer);
        }
    }

    /** A normal number, by the way of Box and Muller: the one of the library may change. */
    private static double normal(Random random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
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
