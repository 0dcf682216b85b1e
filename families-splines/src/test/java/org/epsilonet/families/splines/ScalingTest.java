package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.SymbolTape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes whose squares are no longer numbers: powers of two change no structure and no digit. */
class ScalingTest {
    private static final int[] POWERS = {-700, -40, 900};

    static Stream<ApproximationFamily> nonlinear() {
        return new SplineFamilies()
                .families().stream()
                        .filter(f -> f.kind() == ApproximationKind.NONLINEAR && !(f instanceof RealKnotSteps));
    }

    @ParameterizedTest
    @MethodSource("nonlinear")
    void powersOfTwoChangeNothing(ApproximationFamily family) {
        List<Target> targets = family.dimensions().contains(1)
                ? List.of(ContractTargets.noisy(200, 4), ContractTargets.ROUGH)
                : List.of(ContractTargets.PLANE.sampledOn(24, 17), ContractTargets.PLANE);
        for (Target target : targets) {
            for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
                Approximation original = family.approximate(target, 12, norm);
                for (int power : POWERS) {
                    Approximation scaled = family.approximate(scaled(target, power), 12, norm);
                    if (scaled.outcome() != original.outcome()) {
                        continue; // the radius does not grow with the target
                    }
                    String where = family.id() + ", " + target + ", " + norm + ", 2^" + power;
                    assertTrue(written(original).equals(written(scaled)), where);
                    double[] expected = original.approximant().parameters();
                    for (int i = 0; i < expected.length; i++) {
                        expected[i] = Math.scalb(expected[i], power);
                    }
                    assertArrayEquals(expected, scaled.approximant().parameters(), where);
                }
            }
        }
    }

    private static SymbolTape written(Approximation approximation) {
        Structure structure = approximation.approximant().structure();
        return SymbolTape.of(structure::write);
    }

    private static Target scaled(Target target, int power) {
        double factor = Math.scalb(1.0, power);
        if (target instanceof Formula formula) {
            return Formula.of(formula.name(), formula.dimension(), x -> factor * formula.at(x));
        }
        Samples samples = (Samples) target;
        double[] values = samples.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return samples.withValues(values);
    }
}
