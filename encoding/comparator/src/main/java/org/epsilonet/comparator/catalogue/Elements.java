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
 * The elements of the standard classes of one variable, hard ones first. What they are marked with ({@link
 * Instance#saturates()}) refers to the class's own norm. {@code LINEAR} is marked where splines on uniform
 * knots, first wavelets and first frequencies are no faster than on the class; {@code NONLINEAR} where a counting argument
 * (see {@link RandomSeries}) keeps every ∞-encodable family at the encoding speed, or where the class has one element.
 * Jumps and kinks sit at thirds, equally far from the dyadic points of every level.
 */
final class Elements {
    private static final double THIRD = 1.0 / 3;
    private static final Set<ApproximationKind> BOTH = Set.of(LINEAR, NONLINEAR);

    private Elements() {}

    /** Hölder of order \(\alpha \le 1\). The singularity \(|x-\frac13|^\alpha\) is hard for uniform knots alone. */
    static List<Instance> hoelder(double alpha, long seed) {
        return List.of(
                new Instance(hardHoelder(alpha, seed), BOTH),
                new Instance(
                        formula("|x-1/3|^" + alpha, x -> Math.pow(Math.abs(x - THIRD), alpha), THIRD), Set.of(LINEAR)),
                typical(alpha, seed));
    }

    /** For \(\alpha = 1\) overlapping scales would leave the Lipschitz class. */
    private static Formula hardHoelder(double alpha, long seed) {
        return alpha < 1
                ? formula("random signs", RandomSeries.hard(alpha, seed))
                : formula("random tents", new Interleaved(alpha, Profile.TENT, seed));
    }

    /**
     * Besov of order \(s\) and integrability \(p\) in \(L^2\): for \(p \lt 2\) linear methods lose \(1/p-1/2\) on sparse
     * elements. On the dense element they reach \(s\).
     */
    static List<Instance> besov(double s, double p, long seed) {
        Instance dense =
                new Instance(formula("random signs", RandomSeries.hard(s, seed)), p < 2 ? Set.of(NONLINEAR) : BOTH);
        Instance sparse = new Instance(formula("chirp", new Chirp(s, p, THIRD, seed), THIRD), Set.of(LINEAR));
        return p < 2 ? List.of(sparse, dense, typical(s, seed)) : List.of(dense, sparse, typical(s, seed));
    }

    /** The critical ball: hard for all whose search depth is polynomial. */
    static List<Instance> critical(long seed) {
        return List.of(new Instance(formula("spikes", new Spikes(seed), Spikes.breakpoints()), BOTH));
    }

    /** Bounded variation: one jump is hard for linear methods; a random staircase on every scale for all. */
    static List<Instance> boundedVariation(long seed) {
        return List.of(
                new Instance(formula("jump at 1/3", x -> x < THIRD ? 0 : 1, THIRD), Set.of(LINEAR)),
                new Instance(formula("random staircase", new Interleaved(1, Profile.STEP, seed)), Set.of(NONLINEAR)),
                new Instance(decreasingJumps(seed), Set.of(LINEAR)));
    }

    /** Twelve jumps of sizes \(2^{-i}\), {@code i >= 1}, and random signs at random places. */
    private static Formula decreasingJumps(long seed) {
        double[] places = new double[12];
        double[] sizes = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = Hash.uniform(seed, 1, i);
            sizes[i] = Hash.sign(seed, 2, i) * Math.pow(2, -1 - i);
        }
        return formula(
                "decreasing jumps",
                x -> {
                    double sum = 0;
                    for (int i = 0; i < places.length; i++) {
                        sum += x < places[i] ? 0 : sizes[i];
                    }
                    return sum;
                },
                places);
    }

    /**
     * Three jumps between pieces in \(C^2\): the jumps are hard for linear methods, the pieces (random signs on all scales) for all.
     */
    static List<Instance> piecewiseSmooth(long seed) {
        RandomSeries pieces = RandomSeries.hard(2, seed);
        Formula hard = formula(
                "jumps between random signs",
                x -> pieces.applyAsDouble(x) + (x < THIRD ? 0 : 1) - (x < 2 * THIRD ? 0 : 0.5),
                THIRD,
                2 * THIRD);
        double[] jumps = {
            Hash.uniform(seed, 1, 0, 0.1, 0.3), Hash.uniform(seed, 1, 1, 0.4, 0.6), Hash.uniform(seed, 1, 2, 0.7, 0.9)
        };
        double phase = Hash.uniform(seed, 1, 3, 0, 2 * Math.PI);
        Formula waves = formula(
                "jumps between waves",
                x -> {
                    int piece = (x < jumps[0] ? 0 : 1) + (x < jumps[1] ? 0 : 1) + (x < jumps[2] ? 0 : 1);
                    return Math.cos((4 + 3 * piece) * x + phase) * (piece % 2 == 0 ? 0.4 : 0.2);
                },
                jumps);
        return List.of(new Instance(hard, BOTH), new Instance(waves, Set.of(LINEAR)));
    }

    /**
     * Analytic in the Bernstein ellipse of parameter 2 and bounded there: a pole just outside, on the ellipse of parameter
     * 2.1. No polynomial degree is high enough for it; splines of order \(r\) stop at \(M^{-r}\) on every such element.
     */
    static List<Instance> analytic(long seed) {
        return List.of(
                new Instance(pole(2.1, Math.PI / 2), BOTH),
                new Instance(pole(2.1, Hash.uniform(seed, 1, 0, 0.1, Math.PI - 0.1)), BOTH));
    }

    /** \(b^2/((u-a)^2+b^2)\), \(u = 2x-1\), with the poles \(a \pm ib = \frac12(\rho e^{i\theta}+\rho^{-1}e^{-i\theta})\). */
    private static Formula pole(double rho, double theta) {
        double a = 0.5 * (rho + 1 / rho) * Math.cos(theta);
        double b = 0.5 * (rho - 1 / rho) * Math.sin(theta);
        return formula("pole", x -> b * b / ((2 * x - 1 - a) * (2 * x - 1 - a) + b * b));
    }

    /** Takagi's function \(\sum_{j<50} 2^{-j}\mathrm{tri}(2^jx)\), tri the distance to the nearest integer. */
    static List<Instance> takagi() {
        return List.of(new Instance(
                formula("takagi", x -> {
                    double sum = 0;
                    double y = x;
                    double weight = 1;
                    for (int j = 0; j < 50; j++) {
                        y -= Math.rint(y);
                        sum += weight * Math.abs(y);
                        y *= 2;
                        weight *= 0.5;
                    }
                    return sum;
                }),
                BOTH));
    }

    private static Instance typical(double s, long seed) {
        return new Instance(formula("typical", RandomSeries.typical(s, seed)), Set.of());
    }

    private static Formula formula(String name, DoubleUnaryOperator function, double... breakpoints) {
        return Formula.of(name, function, breakpoints);
    }
}
