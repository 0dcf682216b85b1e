package org.epsilonet.codec.internal;

import java.util.ArrayList;
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
        for (int shape = 0; shape < DecayLaw.SHAPES; shape++) {
            double[] falls = falls(shape, integers.length);
            for (int end = 0; end < DecayLaw.ENDS; end++) {
                all.add(new Tried(new DecayLaw(shape, end), about(integers, falls, end)));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Tried::bits))
                .limit(BEST)
                .map(tried -> new Tried(tried.law(), ParameterCode.bits(structure, Optional.of(tried.law()), integers)))
                .min(Comparator.comparingDouble(Tried::bits))
                .map(Tried::law);
    }

    /** By which factors integers are larger than the last. */
    private static double[] falls(int shape, int count) {
        double[] falls = new double[count];
        for (int i = 0; i < count; i++) {
            falls[i] = StrictMath.pow(2, DecayLaw.fall(shape, i, count));
        }
        return falls;
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
