package org.epsilonet.testkit.internal;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.SymbolTape;

/** \(2^{-k} f\) has the structure of \(f\) and \(2^{-k}\) times its error: no decision depends on an absolute size. */
record ScalingByPowersOfTwoChangesNoStructure() implements Law {
    private static final int[] POWERS = {1, 10, 60, 200};
    private static final double ROUNDING = 1e-9;

    @Override
    public String check(Subject subject) {
        int trials = 0;
        for (Samples samples : subject.data()) {
            for (LpNorm norm : Subject.MAIN_NORMS) {
                for (int budget : new int[] {3, 12}) {
                    Trial trial = new Trial(samples, budget, norm);
                    Approximation original = trial.run(subject.family());
                    if (original.outcome() != Outcome.REACHED) {
                        continue;
                    }
                    for (int k : POWERS) {
                        Trial scaled = new Trial(scaled(samples, Math.scalb(1.0, -k)), budget, norm);
                        compare(trial, k, original, scaled.run(subject.family()));
                        trials++;
                    }
                }
            }
        }
        return trials + " scalings by 2^-1 to 2^-200";
    }

    private static void compare(Trial trial, int k, Approximation original, Approximation scaled) {
        SymbolTape before = SymbolTape.of(original.approximant().structure()::write);
        SymbolTape after = SymbolTape.of(scaled.approximant().structure()::write);
        LawBroken.unless(
                before.equals(after),
                "%s: after scaling by 2^-%d the structure is %s, it was %s",
                trial,
                k,
                after,
                before);
        double error = original.distance().value();
        double rescaled = Math.scalb(scaled.distance().value(), k);
        LawBroken.unless(
                Math.abs(rescaled - error) <= ROUNDING * error + 1e-14,
                "%s: after scaling by 2^-%d the error is %s times 2^-%d, it was %s",
                trial,
                k,
                rescaled,
                k,
                error);
    }

    private static Samples scaled(Samples samples, double factor) {
        double[] values = samples.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return samples.withValues(values);
    }
}
