package org.epsilonet.comparator.catalogue;

import static org.epsilonet.api.classes.ApproximationKind.LINEAR;
import static org.epsilonet.api.classes.ApproximationKind.NONLINEAR;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.function.Formula;

/** The elements of classes in two and three dimensions, hard ones first; marked as in {@link Elements}. */
final class CubeElements {
    /** In general position, as seen from dyadic points. */
    private static final double CORNER = 0.22;

    /** Beyond, waves are finer than all cells of \(2^{14}\) equal ones. */
    private static final int OCTAVES = 8;

    /** Makes slopes of at most 1 of those of the tents of {@link RandomBlocks}. */
    private static final double FLATTER = 1.0 / 8;

    private static final Set<ApproximationKind> BOTH = Set.of(LINEAR, NONLINEAR);

    private CubeElements() {}

    /** Lipschitz. */
    static List<Instance> lipschitz(int d, long seed) {
        return List.of(new Instance(tentsOnAKink(d, seed), BOTH));
    }

    /** Of order 1 on the torus. */
    static List<Instance> torus(int d, long seed) {
        return List.of(new Instance(tentsOnWaves(d, seed), BOTH));
    }

    /**
     * Of bounded variation: Lipschitz functions are as hard as any for all; edges for linear methods. The tents are as high as
     * may be, since the edge, which is easier for what follows it, must not hide them.
     */
    static List<Instance> boundedVariation(int d, long seed) {
        return List.of(
                new Instance(randomTents(d, seed), Set.of(NONLINEAR)),
                new Instance(d == 2 ? Cartoons.roughDisc(seed) : ball(seed), Set.of(LINEAR)));
    }

    /** Of order 2 in \(L^2\). */
    static List<Instance> smooth(int d, long seed) {
        return List.of(new Instance(randomSigns(d, 2, seed), BOTH));
    }

    /** Besov, \(s = 3\), \(p = 1\). */
    static List<Instance> besov(int d, long seed) {
        Formula chirp = SharedFormulas.of(
                List.of("corner chirp", d, seed),
                () -> Formula.of("corner chirp", d, new CornerChirp(3 - d, CORNER, seed)));
        return List.of(new Instance(chirp, Set.of(LINEAR)), new Instance(randomSigns(d, 3, seed), Set.of(NONLINEAR)));
    }

    /**
     * Everything below a slanted horizon with random signs on every scale. In the plane waves bend it as much as the bumps
     * do: else an edge would look straight wherever its scale is not resolved yet.
     */
    static List<Instance> horizon(int d, long seed) {
        return List.of(new Instance(randomHorizon(d, seed), BOTH));
    }

    /** A cartoon in space: below the horizon another smooth function than above; and a ball. */
    static List<Instance> cartoon(long seed) {
        Formula below = randomHorizon(3, seed);
        Formula scene = Formula.of(
                "random horizon between waves",
                3,
                x -> 0.25 * Math.sin(3 * x[0] - 2 * x[1] + x[2]) + below.at(x) * (1 - x[0] * x[1]));
        return List.of(new Instance(scene, BOTH), new Instance(ball(seed), Set.of(LINEAR)));
    }

    /** Convex and Lipschitz: a kink along a plane; random curvature. */
    static List<Instance> convex(int d, long seed) {
        return List.of(
                new Instance(kink(d), Set.of(LINEAR)),
                new Instance(shared("random convex", d, 0, seed, () -> randomConvex(d, seed)), Set.of(NONLINEAR)));
    }

    /** In the ReLU variation ball: one neuron is hard for linear methods. */
    static List<Instance> ridges(int d, long seed) {
        return List.of(
                new Instance(kink(d), Set.of(LINEAR)),
                new Instance(shared("random ridges", d, 0, seed, () -> new RidgeSum(d, seed)), Set.of()));
    }

    /** In the hull of the indicators of half spaces. */
    static List<Instance> halfSpaces(long seed) {
        double tilt = Hash.uniform(seed, 1, 1, 0.2, 0.5);
        ToDoubleFunction<double[]> f = x -> x[2] + tilt * x[0] - 0.3 * x[1] < 0.45 ? 1 : 0;
        return List.of(new Instance(Formula.of("half space", 3, f), Set.of(LINEAR)));
    }

    /** One plane wave an octave, of size \(2^{-j}\): \(\sum(1+|k|)|c_k|\) is bounded, but for the number of octaves. */
    static List<Instance> planeWaves(long seed) {
        double[] first = new double[OCTAVES];
        double[] second = new double[OCTAVES];
        double[] phase = new double[OCTAVES];
        for (int j = 0; j < OCTAVES; j++) {
            double turn = Hash.uniform(seed, 1, j, 0, 2 * Math.PI);
            first[j] = 2 * Math.PI * Math.scalb(Math.cos(turn), j);
            second[j] = 2 * Math.PI * Math.scalb(Math.sin(turn), j);
            phase[j] = Hash.uniform(seed, 2, j, 0, 2 * Math.PI);
        }
        ToDoubleFunction<double[]> f = x -> {
            double sum = 0;
            for (int j = OCTAVES - 1; j >= 0; j--) {
                sum = 0.5 * sum + Math.cos(first[j] * x[0] + second[j] * x[1] + phase[j]);
            }
            return sum;
        };
        return List.of(new Instance(Formula.of("plane waves", 2, f), Set.of(LINEAR)));
    }

    /** Products of the poles of {@link Elements#analytic}, just outside of the ellipses. */
    static List<Instance> analytic(int d, long seed) {
        double[] a = new double[d];
        double[] b = new double[d];
        for (int i = 0; i < d; i++) {
            double turn = Hash.uniform(seed, 1, i, 0.3 * Math.PI, 0.7 * Math.PI);
            a[i] = 0.5 * (2.1 + 1 / 2.1) * Math.cos(turn);
            b[i] = 0.5 * (2.1 - 1 / 2.1) * Math.sin(turn);
        }
        ToDoubleFunction<double[]> f = x -> {
            double product = 1;
            for (int i = 0; i < d; i++) {
                double u = 2 * x[i] - 1 - a[i];
                product *= b[i] * b[i] / (u * u + b[i] * b[i]);
            }
            return product;
        };
        return List.of(new Instance(Formula.of("product of poles", d, f), BOTH));
    }

    /**
     * Tents vanish on the boundary, where series of waves are better than on the class, and a block of theirs is flat to
     * piecewise constants until its scale is resolved; on a kink as steep as they are neither is so.
     */
    private static Formula tentsOnAKink(int d, long seed) {
        return shared("random tents on a kink", d, 1, seed, () -> {
            Formula tents = randomTents(d, seed);
            Formula kink = kink(d);
            return x -> kink.at(x) + tents.at(x) * FLATTER;
        });
    }

    /** As {@link #tentsOnAKink}, but smooth where the torus closes. */
    private static Formula tentsOnWaves(int d, long seed) {
        return shared("random tents on waves", d, 1, seed, () -> {
            Formula tents = randomTents(d, seed);
            return x -> {
                double waves = 0;
                for (double t : x) {
                    waves += Math.sin(2 * Math.PI * t);
                }
                return waves / (2 * Math.PI) + tents.at(x) * FLATTER;
            };
        });
    }

    private static Formula randomTents(int d, long seed) {
        return shared("random tents", d, 1, seed, () -> new RandomBlocks(d, 1, Profile.TENT, seed));
    }

    private static Formula randomSigns(int d, int s, long seed) {
        return shared("random signs", d, s, seed, () -> new RandomLayers(d, s, seed));
    }

    /** The distance to a plane in general position, up to the sign: Lipschitz, convex, two neurons. */
    private static Formula kink(int d) {
        return SharedFormulas.of(
                List.of("kink", d),
                () -> Formula.of(
                        "kink",
                        d,
                        d == 2
                                ? x -> Math.abs(0.8 * x[0] + 0.6 * x[1] - 0.63)
                                : x -> Math.abs((6 * x[0] + 3 * x[1] + 2 * x[2]) / 7 - 0.71)));
    }

    private static Formula ball(long seed) {
        double radius = Hash.uniform(seed, 1, 1, 0.3, 0.4);
        return SharedFormulas.of(
                List.of("ball", seed),
                () -> Formula.of("ball", 3, x -> {
                    double u = x[0] - 0.5;
                    double v = x[1] - 0.5;
                    double w = x[2] - 0.5;
                    return u * u + v * v + w * w < radius * radius ? 1 : 0;
                }));
    }

    /** How far the horizon strays from a plane; see {@link Cartoons}. */
    private static Formula randomHorizon(int d, long seed) {
        return shared("random horizon", d, 2, seed, () -> {
            double level = Hash.uniform(seed, 1, 1, 0.2, 0.3);
            if (d == 2) {
                Interleaved edge = new Interleaved(2, Profile.BUMP, seed);
                double phase = Hash.uniform(seed, 1, 2, 0, 2 * Math.PI);
                return x -> {
                    double waves = 0.05 * Math.cos(20 * x[0] + phase);
                    double horizon = level + 0.35 * x[0] + waves + 0.002 * edge.applyAsDouble(x[0]);
                    return x[1] <= horizon ? 1 : 0;
                };
            }
            RandomBlocks edge = new RandomBlocks(2, 2, Profile.BUMP, seed);
            return x -> x[2] <= level + 0.35 * x[0] + 0.25 * x[1] + 0.01 * edge.applyAsDouble(x) ? 1 : 0;
        });
    }

    /** Second derivatives of the bumps are at least \(-(96+77+77)4^c\), \(2^{-c}\) the width of the coarsest. */
    private static ToDoubleFunction<double[]> randomConvex(int d, long seed) {
        RandomBlocks bumps = new RandomBlocks(d, 2, Profile.BUMP, seed);
        double share = 1.0 / (250 * (d == 2 ? 16 : 4));
        return x -> {
            double square = 0;
            for (double t : x) {
                square += (t - 0.4) * (t - 0.4);
            }
            return 0.5 * square + share * bumps.applyAsDouble(x);
        };
    }

    private static Formula shared(String name, int d, int s, long seed, Supplier<ToDoubleFunction<double[]>> function) {
        return SharedFormulas.of(List.of(name, d, s, seed), () -> Formula.of(name, d, function.get()));
    }
}
