package org.epsilonet.testkit.internal;

import java.util.List;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Samples;

/** Equal calls give bit-identical results, in any order and on any number of threads. */
record SameInputGivesSameOutput() implements Law {
    @Override
    public String check(Subject subject) {
        // Quadrature costs the most; one formula of each kind is enough.
        List<Trial> trials = subject.trials().stream()
                .filter(t -> t.target() instanceof Samples || t.budget() == 3)
                .toList();
        List<Fingerprint> beside = trials.parallelStream()
                .map(t -> fingerprint(t, t.run(subject.family())))
                .toList();
        for (int i = trials.size() - 1; i >= 0; i--) {
            Trial trial = trials.get(i);
            Fingerprint alone = fingerprint(trial, subject.result(trial));
            if (!alone.equals(beside.get(i))) {
                throw new LawBroken(trial + ": run twice, " + alone.differenceTo(beside.get(i)) + " differs");
            }
        }
        return trials.size() + " calls, once alone and once on several threads";
    }

    private static Fingerprint fingerprint(Trial trial, Approximation result) {
        return Fingerprint.of(result, trial.target().domain());
    }
}
