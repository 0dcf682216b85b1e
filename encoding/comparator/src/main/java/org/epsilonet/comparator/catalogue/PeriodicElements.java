package org.epsilonet.comparator.catalogue;

import static org.epsilonet.api.classes.ApproximationKind.LINEAR;
import static org.epsilonet.api.classes.ApproximationKind.NONLINEAR;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.function.Formula;

/**
 * The elements of classes on the torus, hard ones first; marked as in {@link Elements}. Singularities sit at thirds.
 *
 * <p>Fourier coefficients \(\prod_i\max(1,|k_i|)^{-3/2}\) are those of a function of order 1, mixed in more variables, at the
 * limit: every octave of frequencies has norm of order 1. All frequencies being equally hard, no linear method gains on it.
 */
final class PeriodicElements {
    private static final double THIRD = 1.0 / 3;
    private static final Set<ApproximationKind> BOTH = Set.of(LINEAR, NONLINEAR);

    private PeriodicElements() {}

    /** Order 1 in \(L^2\) on the circle. */
    static List<Instance> sobolev(long seed) {
        DoubleUnaryOperator cusp = new PeriodicCusp();
        PeriodicSeries signs = new PeriodicSeries(1, 1, 16, seed);
        return List.of(
                new Instance(
                        Formula.of("coefficients |k|^-3/2", x -> 0.5 * cusp.applyAsDouble(x - THIRD), THIRD),
                        Set.of(LINEAR)),
                new Instance(Formula.of("periodic random signs", x -> signs.at(x)), BOTH));
    }

    /** Order 2 in \(L^2\) on the circle. */
    static List<Instance> smooth(long seed) {
        PeriodicSeries signs = new PeriodicSeries(1, 2, 16, seed);
        return List.of(new Instance(Formula.of("periodic random signs", x -> signs.at(x)), BOTH));
    }

    /** Mixed order 1 in \(L^2\) on the two-dimensional torus. */
    static List<Instance> mixed(long seed) {
        DoubleUnaryOperator cusp = new PeriodicCusp();
        PeriodicSeries signs = new PeriodicSeries(2, 1, 12, seed);
        return List.of(
                new Instance(
                        Formula.of(
                                "product of coefficients |k|^-3/2",
                                2,
                                x -> 0.1 * cusp.applyAsDouble(x[0] - THIRD) * cusp.applyAsDouble(x[1] - THIRD)),
                        Set.of(LINEAR)),
                new Instance(Formula.of("periodic random signs", 2, signs::at), BOTH));
    }

    /** Weierstrass's function \(\sum_{j<52} 2^{-j/2}\cos(2\pi2^jx)\), Hölder of order ½ and no better anywhere. */
    static List<Instance> weierstrass() {
        return List.of(new Instance(weierstrassFunction(), BOTH));
    }

    private static Formula weierstrassFunction() {
        return SharedFormulas.of(
                List.of("weierstrass"), () -> Formula.of("weierstrass", PeriodicElements::weierstrass));
    }

    /**
     * \(\sum|k|^{1/2}|c_k| \le 1\): one coefficient an octave, \(2^{-j/2}\), which is Weierstrass's function, is hard for
     * linear methods; random signs everywhere for all.
     */
    static List<Instance> summable(long seed) {
        return List.of(
                new Instance(weierstrassFunction(), Set.of(LINEAR)),
                new Instance(frequencies("random frequencies", 1, 1.5, seed), Set.of(NONLINEAR)));
    }

    /** \(\sum|c_k| \le 1\), but for a logarithm. */
    static List<Instance> wiener(long seed) {
        return List.of(new Instance(frequencies("slow frequencies", 0.5, 1, seed), Set.of()));
    }

    private static Formula frequencies(String name, double scale, double exponent, long seed) {
        return SharedFormulas.of(
                List.of(name, seed), () -> Formula.of(name, RandomFrequencies.powers(scale, exponent, seed)));
    }

    /** The modulation space of order 1 and integrability 1. */
    static List<Instance> modulation(long seed) {
        return List.of(new Instance(
                SharedFormulas.of(
                        List.of("local cosines", seed), () -> Formula.of("local cosines", LocalCosines.of(1, 1, seed))),
                Set.of(NONLINEAR)));
    }

    /** Mixed order 1 in three variables: the product of cusps, anywhere. */
    static List<Instance> mixedInSpace(long seed) {
        DoubleUnaryOperator cusp = new PeriodicCusp();
        double[] place = {Hash.uniform(seed, 1, 0), Hash.uniform(seed, 1, 1), Hash.uniform(seed, 1, 2)};
        Formula product = Formula.of("product of coefficients |k|^-3/2", 3, x -> {
            double value = 0.03;
            for (int i = 0; i < 3; i++) {
                value *= cusp.applyAsDouble(x[i] - place[i]);
            }
            return value;
        });
        return List.of(new Instance(product, Set.of(LINEAR)));
    }

    /** Of four cosines three follow from the first by doubling angles, which multiplies its rounding error by 64. */
    private static double weierstrass(double x) {
        double sum = 0;
        double turn = x;
        double weight = 1;
        for (int j = 0; j < 52; j += 4) {
            turn -= Math.rint(turn);
            double first = Math.cos(2 * Math.PI * turn);
            double second = 2 * first * first - 1;
            double third = 2 * second * second - 1;
            double fourth = 2 * third * third - 1;
            sum += weight * (first + Math.sqrt(0.5) * second + 0.5 * third + 0.5 * Math.sqrt(0.5) * fourth);
            turn *= 16;
            weight *= 0.25;
        }
        return sum;
    }
}
