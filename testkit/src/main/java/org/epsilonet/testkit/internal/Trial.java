package org.epsilonet.testkit.internal;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * One call of {@link ApproximationFamily#approximate}.
 *
 * @param target what is approximated
 * @param budget the budget \(M\)
 * @param norm the norm
 */
record Trial(Target target, int budget, LpNorm norm) {
    Approximation run(ApproximationFamily family) {
        return family.approximate(target, budget, norm);
    }

    /** As in "budget 5 for 'jump' on Grid[100] in l2". */
    @Override
    public String toString() {
        return "budget " + budget + " for '" + target.name() + "' on " + target.domain() + " in " + norm;
    }
}
