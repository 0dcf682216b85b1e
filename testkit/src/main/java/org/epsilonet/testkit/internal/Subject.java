package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * A family under test, and the targets it is tested on: normalized data (\(|f| \le 1\)) and formulas that are smooth,
 * jump, or are rough.
 *
 * @param family the family
 * @param seed decides every random draw
 */
public record Subject(ApproximationFamily family, long seed) {
    /** The norms of the encoder. */
    static final List<LpNorm> MAIN_NORMS = List.of(LpNorm.L2, LpNorm.SUP);

    /** Norms of every kind: a corner, the Hilbert space, a general exponent, the limit. */
    static final List<LpNorm> NORMS = List.of(LpNorm.L1, LpNorm.L2, new LpNorm(4), LpNorm.SUP);

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

    /** The dimensions in which laws are checked: those up to 2, or else the smallest. */
    List<Integer> dimensions() {
        List<Integer> small =
                family.dimensions().stream().filter(d -> d <= 2).sorted().toList();
        return small.isEmpty() ? family.dimensions().stream().sorted().limit(1).toList() : small;
    }

    /** A few samples per kind of function, on grids that are and are not powers of two. */
    List<Samples> data() {
        List<Samples> data = new ArrayList<>();
        for (int d : dimensions()) {
            add(data, smooth(d), d == 1 ? new int[] {64} : shape(d, 8, 8));
            add(data, jump(d), d == 1 ? new int[] {100} : shape(d, 12, 7));
            Grid grid = d == 1 ? Grid.of(37) : Grid.of(shape(d, 5, 9));
            if (family.supports(grid)) {
                data.add(rough(grid));
            }
        }
        return data;
    }

    private void add(List<Samples> data, Formula formula, int[] shape) {
        if (family.supports(Grid.of(shape))) {
            data.add(formula.sampledOn(shape));
        }
    }

    /** Smooth and jumping functions, if the family approximates formulas. */
    List<Formula> formulas() {
        return dimensions().stream()
                .filter(d -> family.supports(new Cube(d)))
                .flatMap(d -> List.of(smooth(d), jump(d)).stream())
                .toList();
    }

    /** All targets with a few budgets each, in both main norms. */
    List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (Samples samples : data()) {
            add(trials, samples, 1, 2, 5, 16, samples.size());
        }
        for (Formula formula : formulas()) {
            add(trials, formula, 3, 16);
        }
        return trials;
    }

    private static void add(List<Trial> trials, Target target, int... budgets) {
        for (int budget : budgets) {
            MAIN_NORMS.forEach(norm -> trials.add(new Trial(target, budget, norm)));
        }
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
    Samples rough(Grid grid) {
        SplittableRandom random = random();
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
