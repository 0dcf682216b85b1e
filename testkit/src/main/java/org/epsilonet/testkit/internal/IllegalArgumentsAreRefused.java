package org.epsilonet.testkit.internal;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/** A budget below 1, a foreign dimension and a wrong number of parameters are {@link IllegalArgumentException}s. */
record IllegalArgumentsAreRefused() implements Law {
    @Override
    public String check(Subject subject) {
        ApproximationFamily family = subject.family();
        Trial trial = subject.trials().get(0);
        Domain domain = trial.target().domain();
        refused("a budget of 0", () -> family.approximate(trial.target(), 0, LpNorm.L2));
        refused("a budget of -1", () -> family.approximate(trial.target(), -1, LpNorm.L2));
        Target foreign = Formula.of("foreign", foreignDimension(family), x -> x[0]);
        refused("a target of dimension " + foreign.dimension(), () -> family.approximate(foreign, 4, LpNorm.L2));
        if (family instanceof ParametrizedFamily parametrized) {
            refused("a parametrization of budget 0", () -> parametrized.parametrization(domain, 0));
            refused(
                    "a parametrization in dimension " + foreign.dimension(),
                    () -> parametrized.parametrization(foreign.domain(), 4));
        }
        Structure structure = subject.result(trial).approximant().structure();
        refused("one parameter too many", () -> structure.realize(new double[structure.size() + 1]));
        return "budgets, dimensions and numbers of parameters";
    }

    private static int foreignDimension(ApproximationFamily family) {
        return 1 + family.dimensions().stream().mapToInt(d -> d).max().orElseThrow();
    }

    private static void refused(String what, Runnable call) {
        try {
            call.run();
        } catch (IllegalArgumentException expected) {
            return;
        }
        throw new LawBroken(what + " is accepted; an IllegalArgumentException was due");
    }
}
