package org.epsilonet.testkit.internal;

import java.util.function.ToDoubleFunction;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;

/**
 * A formula that is NaN on half of the cube is an {@link IllegalArgumentException}, never an approximation; one that is
 * infinite there is that too, or is infinitely far. (Samples refuse such values themselves, and grids without points.)
 */
record NotANumberIsRefused() implements Law {
    @Override
    public String check(Subject subject) {
        int formulas = 0;
        for (int d : subject.dimensions()) {
            if (!subject.family().supports(new Cube(d))) {
                continue;
            }
            for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                ToDoubleFunction<double[]> half = x -> x[0] < 0.5 ? x[0] : value;
                refused(subject, Formula.of("half " + value, d, half), value);
                formulas++;
            }
        }
        if (formulas == 0) {
            throw new NotApplicable("the family takes data only, and samples are finite");
        }
        return formulas + " formulas with values that are not finite";
    }

    private static void refused(Subject subject, Formula formula, double value) {
        Trial trial = new Trial(formula, 4, LpNorm.L2);
        try {
            double distance = trial.run(subject.family()).distance().value();
            if (Double.isInfinite(value) && distance == Double.POSITIVE_INFINITY) {
                return;
            }
        } catch (IllegalArgumentException expected) {
            return;
        }
        throw new LawBroken(trial + ": the value " + value + " is accepted; an IllegalArgumentException was due");
    }
}
