package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * A family under test, and the targets it is tested on: normalized data (\(|f| \le 1\)) and formulas that are smooth,
 * jump, or are rough. What it returned once is kept, so that many laws can look at one approximation. Thread-safe.
 */
public final class Subject {
    /** The norms of the encoder. */
    static final List<LpNorm> MAIN_NORMS = List.of(LpNorm.L2, LpNorm.SUP);

    /** Norms of every kind: a corner, the Hilbert space, a general exponent, the limit. */
    static final List<LpNorm> NORMS = List.of(LpNorm.L1, LpNorm.L2, new LpNorm(4), LpNorm.SUP);

    private final ApproximationFamily family;
    private final long seed;
    private final String id;
    private final Map<Trial, Approximation> results = new ConcurrentHashMap<>();
    private final List<Samples> data;
    private final List<Formula> formulas;
    private final List<Trial> trials;

    /**
     * @param family the family; nothing is assumed about it
     * @param seed decides every random draw
     */
    public Subject(ApproximationFamily family, long seed) {
        this.family = family;
        this.seed = seed;
        this.id = family.id();
        this.data = someData(family, seed);
        this.formulas = dimensions(family).stream()
                .filter(d -> family.supports(new Cube(d)))
                .flatMap(d -> List.of(smooth(d), jump(d)).stream())
                .toList();
        this.trials = someTrials(data, formulas);
    }

    /** The family. */
    ApproximationFamily family() {
        return family;
    }

    /** Its id, asked for once. */
    String id() {
        return id;
    }

    /** What decides every random draw. */
    long seed() {
        return seed;
    }

    /** What the family returned for a trial, the first time. */
    Approximation result(Trial trial) {
        return results.computeIfAbsent(trial, t -> t.run(family));
    }

    /** The family as one that can be encoded. */
    ParametrizedFamily parametrized() {
        if (family instanceof ParametrizedFamily p) {
            return p;
        }
        throw new NotApplicable("the family has no parametrization");
    }

    /** A fresh stream of random numbers, the same at every call. */
    SplittableRandom random() {
        return new SplittableRandom(seed);
    }

    /** The dimensions in which laws are checked: those up to 3, or else the smallest. */
    List<Integer> dimensions() {
        return dimensions(family);
    }

    /**
     * A few samples per kind of function, on grids that are and are not powers of two.
     *
     * @throws NotApplicable if there are none
     */
    List<Samples> data() {
        if (data.isEmpty()) {
            throw new NotApplicable("the family approximates no data");
        }
        return data;
    }

    /** All targets with a few budgets each, in both main norms; formulas, which cost more, with one or two. */
    List<Trial> trials() {
        return trials;
    }

    private static List<Integer> dimensions(ApproximationFamily family) {
        List<Integer> all = family.dimensions().stream().sorted().toList();
        List<Integer> small = all.stream().filter(d -> d <= 3).toList();
        return small.isEmpty() ? all.subList(0, Math.min(1, all.size())) : small;
    }

    private static List<Samples> someData(ApproximationFamily family, long seed) {
        List<Samples> data = new ArrayList<>();
        for (int d : dimensions(family)) {
            data.add(smooth(d).sampledOn(d == 1 ? new int[] {64} : shape(d, 8, 8)));
            data.add(jump(d).sampledOn(d == 1 ? new int[] {100} : shape(d, 12, 7)));
            data.add(rough(d == 1 ? Grid.of(37) : Grid.of(shape(d, 5, 9)), seed));
        }
        return data.stream().filter(s -> family.supports(s.grid())).toList();
    }

    private static List<Trial> someTrials(List<Samples> data, List<Formula> formulas) {
        List<Trial> trials = new ArrayList<>();
        for (Samples samples : data) {
            for (int budget : samples.dimension() == 1
                    ? new int[] {1, 2, 5, 16, samples.size()}
                    : new int[] {1, 5, 16, samples.size()}) {
                MAIN_NORMS.forEach(norm -> trials.add(new Trial(samples, budget, norm)));
            }
        }
        // A quadrature costs 10^5 evaluations in one dimension and 10^6 in more.
        for (Formula formula : formulas) {
            boolean smooth = formula.name().equals("smooth");
            if (smooth || formula.dimension() == 1) {
                trials.add(new Trial(formula, 3, LpNorm.L2));
            }
            if (!smooth || formula.dimension() == 1) {
                trials.add(new Trial(formula, 16, smooth ? LpNorm.SUP : LpNorm.L2));
            }
        }
        return List.copyOf(trials);
    }

    /** A function without singularity, of sup norm below 1. */
    static Formula smooth(int dimension) {
        if (dimension == 1) {
            return Formula.of("smooth", x -> 0.6 * Math.sin(7 * x) + 0.3 * x * x);
        }
        return Formula.of("smooth", dimension, x -> {
            double sum = 0;
            for (int k = 0; k < x.length; k++) {
                sum += (k + 2) * x[k];
            }
            return 0.8 * Math.sin(sum);
        });
    }

    /** A function that jumps where no dyadic grid has a point, in one dimension at 1/3. */
    static Formula jump(int dimension) {
        if (dimension == 1) {
            return Formula.of("jump", x -> x < 1.0 / 3 ? 0.25 + x : -0.5, 1.0 / 3);
        }
        return Formula.of("jump", dimension, x -> {
            double square = 0;
            for (double t : x) {
                square += t * t;
            }
            return square < 0.49 ? 0.75 : -0.25;
        });
    }

    /** A random walk over the samples, normalized to largest modulus 1. */
    static Samples rough(Grid grid, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] walk = new double[grid.points()];
        double position = 0;
        double largest = 1e-3;
        for (int i = 0; i < walk.length; i++) {
            position += random.nextDouble() - 0.5;
            walk[i] = position;
            largest = Math.max(largest, Math.abs(position));
        }
        for (int i = 0; i < walk.length; i++) {
            walk[i] /= largest;
        }
        return Samples.of("rough", grid, walk);
    }

    /** A shape of dimension {@code d >= 2} that starts with the given lengths and goes on with 3. */
    static int[] shape(int d, int first, int second) {
        int[] shape = new int[d];
        Arrays.fill(shape, 3);
        shape[0] = first;
        shape[1] = second;
        return shape;
    }
}
