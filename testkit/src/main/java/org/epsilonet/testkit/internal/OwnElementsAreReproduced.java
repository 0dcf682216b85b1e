package org.epsilonet.testkit.internal;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * What was found with a budget is found again with it: the distance of an element of \(\Sigma_M\) to itself is zero. A
 * projection has that up to rounding. A greedy search may miss its own result, but by no more than a few times what it
 * missed the target by, and not always; one that never finds what it found is no search but a bias, unless it comes
 * closer each time.
 */
record OwnElementsAreReproduced() implements Law {
    /** Coefficients are computed again, each from all samples. */
    private static final double ROUNDING = 1e-9;

    private static final double FEW_TIMES = 4;
    private static final double CLOSER = 0.9;

    @Override
    public String check(Subject subject) {
        int exactly = 0;
        boolean closer = true;
        int elements = 0;
        for (Samples samples : subject.data()) {
            for (int budget : new int[] {2, 5, 16, samples.size()}) {
                Trial first = new Trial(samples, budget, LpNorm.L2);
                Approximation found = subject.result(first);
                if (found.outcome() != Outcome.REACHED) {
                    continue;
                }
                Samples element = samples.withValues(found.approximant().on(samples.grid()));
                Approximation again = new Trial(element, budget, LpNorm.L2).run(subject.family());
                if (again.outcome() != Outcome.REACHED) {
                    continue;
                }
                double size = Values.largest(element.values());
                double error = again.distance().value();
                LawBroken.unless(
                        error <= ROUNDING * size + FEW_TIMES * found.distance().value(),
                        "%s: the element found, of size %s, is approximated with the error %s; the target was with %s",
                        first,
                        size,
                        error,
                        found.distance().value());
                closer &= error <= ROUNDING * size + CLOSER * found.distance().value();
                exactly += error <= ROUNDING * size ? 1 : 0;
                elements++;
            }
        }
        if (elements == 0) {
            throw new NotApplicable("the family reached no target twice");
        }
        LawBroken.unless(
                exactly > 0 || closer,
                "of %d elements found not one is found again up to rounding, and some are missed by as much as the target",
                elements);
        return exactly + " of " + elements + " elements are found again up to rounding";
    }
}
