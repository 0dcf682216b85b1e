package org.epsilonet.testkit.internal;

import java.util.List;

/** Equal calls give bit-identical results, in any order and on any number of threads. */
record SameInputGivesSameOutput() implements Law {
    @Override
    public String check(Subject subject) {
        List<Trial> trials = subject.trials();
        List<Fingerprint> beside =
                trials.parallelStream().map(t -> fingerprint(subject, t)).toList();
        for (int i = trials.size() - 1; i >= 0; i--) {
            Fingerprint alone = fingerprint(subject, trials.get(i));
            if (!alone.equals(beside.get(i))) {
                throw new LawBroken(trials.get(i) + ": run twice, " + alone.differenceTo(beside.get(i)) + " differs");
            }
        }
        return trials.size() + " calls, repeated in reverse order and on several threads";
    }

    private static Fingerprint fingerprint(Subject subject, Trial trial) {
        return Fingerprint.of(trial.run(subject.family()), trial.target().domain());
    }
}
