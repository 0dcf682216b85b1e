package org.epsilonet.families.splines;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/** The families of the module and what they are tried on. */
final class ContractTargets {
    static final List<LpNorm> NORMS = List.of(LpNorm.L2, LpNorm.SUP, LpNorm.L1, new LpNorm(4));
    static final Formula ROUGH =
            Formula.of("rough", x -> 0.4 * Math.sin(9 * x) + (x >= 0.37 ? 0.5 : 0) - 0.3 * Math.sqrt(x), 0, 0.37);
    static final Formula PLANE =
            Formula.of("plane", 2, x -> (x[0] * x[0] + x[1] < 0.7 ? 0.5 : -0.25) + 0.3 * x[0] * x[1]);

    static final Formula SPACE = Formula.of("space", 3, x -> (x[0] + x[1] * x[2] < 0.8 ? 0.4 : -0.3) + 0.2 * x[1]);

    /** A grid to look at functions on, unrelated to those they are made for. */
    static Grid lookout(int dimension) {
        return dimension == 1 ? Grid.of(101) : dimension == 2 ? Grid.of(31, 17) : Grid.of(11, 13, 7);
    }

    static Stream<ParametrizedFamily> families() {
        return new SplineFamilies()
                .families().stream().map(f -> (ParametrizedFamily) f).filter(f -> f.supports(Grid.of(17)));
    }

    static Samples noisy(int n, long seed) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            values[i] = 0.5 * Math.sin(7 * x) + (x > 0.6 ? 0.4 : 0) + 0.02 * random.nextGaussian();
        }
        return Samples.of("noisy" + n, values);
    }

    static List<Target> of(ApproximationFamily family) {
        List<Target> targets = new ArrayList<>(List.of(noisy(1, 1), noisy(2, 2), noisy(17, 3), noisy(200, 4), ROUGH));
        if (family.dimensions().contains(2)) {
            targets.add(PLANE.sampledOn(13, 9));
            targets.add(PLANE.sampledOn(1, 7));
            if (family.id().matches(".*degree[01]")) {
                targets.add(PLANE); // a million evaluations each time
            }
        }
        if (family.dimensions().contains(3)) {
            targets.add(SPACE.sampledOn(5, 4, 6));
            targets.add(SPACE.sampledOn(1, 7, 1));
        }
        return targets;
    }

    private ContractTargets() {}
}
