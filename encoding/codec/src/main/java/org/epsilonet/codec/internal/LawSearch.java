package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.family.Structure;
import org.epsilonet.quantization.Quantization;

/**
 * Finds the {@link DecayLaw} with which integers need the fewest bits. All of them are compared by about what two-sided
 * exponential numbers of their sizes need, \(\sum_i \log_2 t_i + |q_i|/(t_i \ln 2)\), and the best few by the code itself.
 */
final class LawSearch {
    /** Fewer integers are hardly worth the bits that tell a law. */
    private static final int FEWEST = 12;
    /** So many are tried by the code. */
    private static final int BEST = 4;
    /** Rounding spreads the sizes of the smallest. */
    private static final double ROUNDED = 0.3;

    /** A law and about how many bits it takes. */
    private record Tried(DecayLaw law, double bits) {}

    private LawSearch() {}

    /**
     * The best law.
     *
     * @param q structure and integers as they are written
     * @return the law; empty if there are too few integers
     */
    static Optional<DecayLaw> best(Quantization q) {
        Structure structure = q.structure();
        long[] integers = q.integers();
        if (integers.length < FEWEST) {
            return Optional.empty();
        }
        List<Tried> all = new ArrayList<>();
        double[] ones = new double[integers.length];
        Arrays.fill(ones, 1);
        compare(all, integers, 0, ones, quarters(integers.length));
        double[] twoOctaves = geometric(integers.length);
        compare(all, integers, DecayLaw.POWERS, twoOctaves.clone(), twoOctaves);
        return all.stream()
                .sorted(Comparator.comparingDouble(Tried::bits))
                .limit(BEST)
                .map(tried -> new Tried(tried.law(), ParameterCode.bits(structure, Optional.of(tried.law()), integers)))
                .min(Comparator.comparingDouble(Tried::bits))
                .map(Tried::law);
    }

    /**
     * Compares the laws of some shapes, each of which falls by a factor more than the one before.
     *
     * @param all receives them
     * @param integers the integers
     * @param first the first shape, of as many as there are powers
     * @param falls by which factors integers are larger than the last in that shape; they change
     * @param more by which factors in each next one
     */
    private static void compare(List<Tried> all, long[] integers, int first, double[] falls, double[] more) {
        for (int shape = first; shape < first + DecayLaw.POWERS; shape++) {
            for (int end = 0; end < DecayLaw.ENDS; end++) {
                all.add(new Tried(new DecayLaw(shape, end), about(integers, falls, end)));
            }
            for (int i = 0; i < falls.length; i++) {
                falls[i] *= more[i];
            }
        }
    }

    /** The power of a quarter. */
    private static double[] quarters(int count) {
        double[] factors = new double[count];
        for (int i = 0; i < count; i++) {
            factors[i] = Math.sqrt(Math.sqrt((double) count / (i + 1)));
        }
        return factors;
    }

    /** Two octaves in all. */
    private static double[] geometric(int count) {
        double each = StrictMath.pow(2, 2.0 / count);
        double[] factors = new double[count];
        double factor = 1;
        for (int i = count - 1; i >= 0; i--) {
            factors[i] = factor;
            factor *= each;
        }
        return factors;
    }

    private static double about(long[] integers, double[] falls, int end) {
        double last = StrictMath.pow(2, DecayLaw.octaves(end));
        double nats = 0;
        double product = 1;
        for (int i = 0; i < integers.length; i++) {
            double size = last * falls[i] + ROUNDED;
            nats += Math.abs(integers[i]) / size;
            product *= size;
            if (!(product < 1e200 && product > 1e-200)) {
                nats += StrictMath.log(product);
                product = 1;
            }
        }
        return (nats + StrictMath.log(product)) / StrictMath.log(2);
    }
}
