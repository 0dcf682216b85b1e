package org.epsilonet.testkit.internal;

import java.util.List;
import java.util.function.IntFunction;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/** {@code approximations(target, norm).apply(M)} equals {@code approximate(target, M, norm)}, in any order of budgets. */
record SharedWorkChangesNothing() implements Law {
    private static final List<Integer> BUDGETS = List.of(16, 1, 5, 64, 2, 33, 3);

    @Override
    public String check(Subject subject) {
        int trials = 0;
        for (Samples samples : subject.data()) {
            for (LpNorm norm : Subject.MAIN_NORMS) {
                IntFunction<Approximation> shared = subject.family().approximations(samples, norm);
                for (int budget : BUDGETS) {
                    Trial trial = new Trial(samples, budget, norm);
                    Fingerprint together = Fingerprint.of(shared.apply(budget), samples.domain());
                    Fingerprint alone = Fingerprint.of(trial.run(subject.family()), samples.domain());
                    if (!together.equals(alone)) {
                        throw new LawBroken(trial + ": with shared work " + alone.differenceTo(together) + " differs");
                    }
                    trials++;
                }
            }
        }
        return trials + " pairs of calls";
    }
}
