package org.epsilonet.comparator.catalogue;

import static org.epsilonet.api.classes.ApproximationKind.LINEAR;
import static org.epsilonet.api.classes.ApproximationKind.NONLINEAR;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
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

    /** On no grid of \(2^n\) or \(2^n-1\) cells: these include the thirds. */
    private static final double KINK = 0.37;

    private static final Set<ApproximationKind> BOTH = Set.of(LINEAR, NONLINEAR);

    private Elements() {}

    /** Hölder of order \(\alpha \le 1\). The singularity \(|x-\frac13|^\alpha\) is hard for uniform knots alone. */
    static List<Instance> hoelder(double alpha, long seed) {
        return List.of(
                new Instance(hardHoelder(alpha, seed), BOTH),
                new Instance(singularity(alpha), Set.of(LINEAR)),
                typical(alpha, seed));
    }

    /** For \(\alpha = 1\) overlapping scales would leave the Lipschitz class. */
    private static Formula hardHoelder(double alpha, long seed) {
        return alpha < 1 ? randomSigns(alpha, seed) : randomTents(seed);
    }

    private static Formula singularity(double alpha) {
        String name = Powers.of("|x-1/3|", alpha);
        return SharedFormulas.of(List.of(name), () -> formula(name, x -> Math.pow(Math.abs(x - THIRD), alpha), THIRD));
    }

    private static Formula randomSigns(double s, long seed) {
        return shared("random signs", s, seed, () -> RandomSeries.hard(s, seed));
    }

    /**
     * Lipschitz, zero at 0 and not at 1, where waves see a jump. Tents have slopes 32: flattened by that factor they are on
     * a slope as steep as they are, so that piecewise constants need as many pieces on every cell, whichever its scale.
     */
    private static Formula randomTents(long seed) {
        return shared("random tents on a slope", 1, seed, () -> {
            Interleaved tents = new Interleaved(1, Profile.TENT, seed);
            return x -> x + tents.applyAsDouble(x) / 32;
        });
    }

    private static Formula jump() {
        return SharedFormulas.of(List.of("jump at 1/3"), () -> formula("jump at 1/3", x -> x < THIRD ? 0 : 1, THIRD));
    }

    /** Second derivatives in [0, 4]: those of the bumps are at least -96 times 2^8. */
    private static Formula randomConvex(long seed) {
        return shared("random convex", 2, seed, () -> {
            Interleaved bumps = new Interleaved(2, Profile.BUMP, seed);
            return x -> x * x + 8e-5 * bumps.applyAsDouble(x);
        });
    }

    /** Hölder of order 2 (Zygmund), in \(L^2\): as {@link #besov} with \(p = 2\), but for what is sparse. */
    static List<Instance> smooth(long seed) {
        return List.of(new Instance(randomSigns(2, seed), BOTH), typical(2, seed));
    }

    /** Lipschitz and zero at 0. */
    static List<Instance> anchored(long seed) {
        return List.of(new Instance(randomTents(seed), BOTH));
    }

    /** A jump is hard for linear methods, a random staircase for all. */
    static List<Instance> monotone(long seed) {
        return List.of(
                new Instance(jump(), Set.of(LINEAR)),
                new Instance(shared("monotone staircase", 1, seed, () -> new MonotoneStaircase(seed)), Set.of()));
    }

    /** Convex and Lipschitz, in the supremum norm: a kink is hard for linear methods, random curvature for all. */
    static List<Instance> convex(long seed) {
        return List.of(
                new Instance(formula("kink", x -> Math.abs(x - KINK), KINK), Set.of(LINEAR)),
                new Instance(randomConvex(seed), Set.of(NONLINEAR)));
    }

    /** Convex and bounded, but steep at an end. */
    static List<Instance> steep(long seed) {
        return List.of(
                new Instance(formula("-x^(1/8)", x -> -Math.sqrt(Math.sqrt(Math.sqrt(x)))), Set.of()),
                new Instance(randomConvex(seed), Set.of(NONLINEAR)));
    }

    /** One jump: at 1/3, and anywhere. */
    static List<Instance> steps(long seed) {
        double place = Hash.uniform(seed, 1, 0, 0.2, 0.8);
        double height = Hash.uniform(seed, 1, 1, 0.5, 1);
        return List.of(
                new Instance(jump(), Set.of(LINEAR)),
                new Instance(formula("step", x -> x < place ? -height : height, place), Set.of(LINEAR)));
    }

    /** Parabolas between three jumps. */
    static List<Instance> parabolas(long seed) {
        double[] jumps = new double[3];
        double[] middle = new double[4];
        for (int i = 0; i < 4; i++) {
            middle[i] = Hash.uniform(seed, 1, i);
        }
        for (int i = 0; i < 3; i++) {
            jumps[i] = Hash.uniform(seed, 2, i, 0.1 + 0.3 * i, 0.3 + 0.3 * i);
        }
        DoubleUnaryOperator f = x -> {
            int piece = (x < jumps[0] ? 0 : 1) + (x < jumps[1] ? 0 : 1) + (x < jumps[2] ? 0 : 1);
            double t = x - middle[piece];
            return piece % 2 == 0 ? 1 - t * t : t * t - 1;
        };
        return List.of(new Instance(formula("parabolas", f, jumps), Set.of(LINEAR)));
    }

    /** Bounded by 1 on the line, of exponential type 32: four waves. No polynomial degree is high enough for them. */
    static List<Instance> waves(long seed) {
        double[] frequency = new double[4];
        double[] phase = new double[4];
        for (int i = 0; i < 4; i++) {
            frequency[i] = Hash.uniform(seed, 1, i, 8, 32);
            phase[i] = Hash.uniform(seed, 2, i, 0, 2 * Math.PI);
        }
        DoubleUnaryOperator f = x -> {
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                sum += 0.25 * Math.cos(frequency[i] * x + phase[i]);
            }
            return sum;
        };
        return List.of(new Instance(formula("four waves", f), BOTH));
    }

    /**
     * Besov of order \(s\) and integrability \(p\) in \(L^2\): for \(p \lt 2\) linear methods lose \(1/p-1/2\) on sparse
     * elements. On the dense element they reach \(s\).
     */
    static List<Instance> besov(double s, double p, long seed) {
        Instance dense = new Instance(randomSigns(s, seed), p < 2 ? Set.of(NONLINEAR) : BOTH);
        Formula chirp = SharedFormulas.of(
                List.of("chirp", s, p, seed), () -> formula("chirp", new Chirp(s, p, THIRD, seed), THIRD));
        Instance sparse = new Instance(chirp, Set.of(LINEAR));
        return p < 2 ? List.of(sparse, dense, typical(s, seed)) : List.of(dense, sparse, typical(s, seed));
    }

    /** The critical ball: hard for all whose search depth is polynomial. */
    static List<Instance> critical(long seed) {
        return List.of(new Instance(formula("spikes", new Spikes(seed), Spikes.breakpoints()), BOTH));
    }

    /** Bounded variation: one jump is hard for linear methods; a random staircase on every scale for all. */
    static List<Instance> boundedVariation(long seed) {
        return List.of(
                new Instance(jump(), Set.of(LINEAR)),
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
     * 2.1. No polynomial degree is high enough for it; splines of order \(r\) stop at \(M^{-r}\) on every such element. Its
     * values at the ends differ: periodic waves see a jump.
     */
    static List<Instance> analytic(long seed) {
        return List.of(
                new Instance(pole(2.1, Math.PI / 3), BOTH),
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
        return new Instance(shared("typical", s, seed, () -> RandomSeries.typical(s, seed)), Set.of());
    }

    private static Formula formula(String name, DoubleUnaryOperator function, double... breakpoints) {
        return Formula.of(name, function, breakpoints);
    }

    private static Formula shared(String name, double parameter, long seed, Supplier<DoubleUnaryOperator> function) {
        return SharedFormulas.of(List.of(name, parameter, seed), () -> formula(name, function.get()));
    }
}
