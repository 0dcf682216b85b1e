package org.epsilonet.testkit.internal;

import org.epsilonet.api.family.ParametrizedFamily;

/** \(k(s) \le k_M\) for every structure returned. */
record BudgetIsKept() implements Law {
    @Override
    public String check(Subject subject) {
        ParametrizedFamily family = subject.parametrized();
        int trials = 0;
        double fullest = 0;
        for (Trial trial : subject.trials()) {
            int size = subject.result(trial).approximant().structure().size();
            int most = family.parametrization(trial.target().domain(), trial.budget())
                    .size();
            LawBroken.unless(
                    size >= 0 && size <= most,
                    "%s: the structure has %d parameters, k_M = %d allows no more",
                    trial,
                    size,
                    most);
            fullest = Math.max(fullest, (double) size / Math.max(1, most));
            trials++;
        }
        return trials + " structures use at most " + Math.round(100 * fullest) + "% of k_M";
    }
}
