package org.epsilonet.testkit.standin;

import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/** What is returned is not what it should be. */
final class FaultyResults {
    private FaultyResults() {}

    static List<PlantedFault> all() {
        return List.of(
                new PlantedFault(new RealizesSomethingElse(), "approximant is its realization"),
                new PlantedFault(new FlattersItself(), "distance is true"),
                new PlantedFault(new HopesForTooMuch(), "distance is true"),
                new PlantedFault(new FailsOnOneSample(), "every length is approximated"),
                new PlantedFault(new DividesByTheRange(), "constants and tiny data are approximated"),
                new PlantedFault(new ReachesEverything(), "huge data are answered"),
                new PlantedFault(new TakesNaNForZero(), "not a number is refused"),
                new PlantedFault(new WastesItsBudget(), "errors decrease with the budget"),
                new PlantedFault(new Shrinks(), "own elements are reproduced"),
                new PlantedFault(new StatesAnOrderItLacks(), "polynomials are reproduced"),
                new PlantedFault(new HasAnAbsoluteThreshold(), "scaling by powers of two changes no structure"),
                new PlantedFault(new WrapsAround(), "boundary values continue the inside"));
    }

    private static final class RealizesSomethingElse extends PiecewiseConstants {
        RealizesSomethingElse() {
            super("stand-in.realizes-something-else");
        }

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double[] values = approximant.parameters();
            double[] rounded = Arrays.stream(values).map(v -> (float) v).toArray();
            return super.result(target, new Pieces.Step((Pieces) approximant.structure(), values, rounded), norm);
        }
    }

    /** By one percent. */
    private static final class FlattersItself extends PiecewiseConstants {
        FlattersItself() {
            super("stand-in.flatters-itself");
        }

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            Approximation honest = super.result(target, approximant, norm);
            Distance distance = Distance.measured(0.99 * honest.distance().value(), norm);
            return new Approximation(approximant, distance, honest.outcome());
        }
    }

    /** It expects one percent less than is measured. */
    private static final class HopesForTooMuch extends PiecewiseConstants {
        HopesForTooMuch() {
            super("stand-in.hopes-for-too-much");
        }

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            Approximation honest = super.result(target, approximant, norm);
            double hope = 0.99 * honest.distance().value();
            return target instanceof Samples data
                    ? Approximation.unmeasured(data, approximant, norm, honest.outcome(), () -> hope)
                    : honest;
        }
    }

    private static final class FailsOnOneSample extends PiecewiseConstants {
        FailsOnOneSample() {
            super("stand-in.fails-on-one-sample");
        }

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double slope = target.domain() instanceof Grid grid ? 1.0 / (grid.points() - 1) : 1;
            double[] theta = approximant.parameters();
            theta[0] += 0 * slope;
            return super.result(target, approximant.structure().realize(theta), norm);
        }
    }

    private static final class DividesByTheRange extends PiecewiseConstants {
        DividesByTheRange() {
            super("stand-in.divides-by-the-range");
        }

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double[] theta = approximant.parameters();
            double range = Arrays.stream(theta).max().orElseThrow();
            double[] there = Arrays.stream(theta).map(t -> t / range).toArray();
            double[] back = Arrays.stream(there).map(t -> t * range).toArray();
            return super.result(target, approximant.structure().realize(back), norm);
        }
    }

    private static final class ReachesEverything extends PiecewiseConstants {
        ReachesEverything() {
            super("stand-in.reaches-everything");
        }

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            return Approximation.reached(
                    approximant, super.result(target, approximant, norm).distance());
        }
    }

    private static final class TakesNaNForZero extends PiecewiseConstants {
        TakesNaNForZero() {
            super("stand-in.takes-nan-for-zero");
        }

        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            Target cleaned = target instanceof Formula formula && formula.dimension() == 1
                    ? Formula.of(formula.name(), x -> cleaned(formula.at(x)), formula.breakpoints())
                    : target;
            return super.approximate(cleaned, budget, norm);
        }

        private static double cleaned(double value) {
            return Double.isNaN(value) ? 0 : value;
        }
    }

    private static final class WastesItsBudget extends PiecewiseConstants {
        WastesItsBudget() {
            super("stand-in.wastes-its-budget");
        }

        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            return super.approximate(target, budget == 128 ? 2 : budget, norm);
        }
    }

    /** By a thousandth, as a damped iteration does that stops too early. */
    private static final class Shrinks extends PiecewiseConstants {
        Shrinks() {
            super("stand-in.shrinks");
        }

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double[] theta = approximant.parameters();
            Arrays.setAll(theta, i -> 0.999 * theta[i]);
            return super.result(target, approximant.structure().realize(theta), norm);
        }
    }

    private static final class StatesAnOrderItLacks extends PiecewiseConstants {
        StatesAnOrderItLacks() {
            super("stand-in.states-an-order-it-lacks");
        }

        @Override
        public int polynomialOrder(Domain domain) {
            return 2;
        }
    }

    private static final class HasAnAbsoluteThreshold extends PiecewiseConstants {
        HasAnAbsoluteThreshold() {
            super("stand-in.has-an-absolute-threshold");
        }

        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            Approximation full = super.approximate(target, budget, norm);
            boolean small = Arrays.stream(full.approximant().parameters()).allMatch(t -> Math.abs(t) < 1e-12);
            return small ? super.approximate(target, 1, norm) : full;
        }
    }

    /** The wrong boundary: 1 is taken for 0. */
    private static final class WrapsAround extends PiecewiseConstants {
        WrapsAround() {
            super("stand-in.wraps-around");
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                int indexOf(double x) {
                    return (int) (x * count) % count;
                }
            };
        }
    }
}
