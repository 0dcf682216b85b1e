package org.epsilonet.testkit.internal;

import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;

/** {@code context(i)} is in 0..63 and {@code scale(i, norm)} positive and finite, for every parameter and norm. */
record HintsForTheCoderAreInRange() implements Law {
    @Override
    public String check(Subject subject) {
        long parameters = 0;
        for (Trial trial : subject.trials()) {
            Structure structure = subject.result(trial).approximant().structure();
            for (int i = 0; i < structure.size(); i++) {
                int context = structure.context(i);
                LawBroken.unless(
                        context >= 0 && context < 64, "%s: parameter %d has the context %d", trial, i, context);
                for (LpNorm norm : Subject.NORMS) {
                    double scale = structure.scale(i, norm);
                    LawBroken.unless(
                            scale > 0 && scale < Double.POSITIVE_INFINITY,
                            "%s: parameter %d has the scale %s in %s",
                            trial,
                            i,
                            scale,
                            norm);
                }
                parameters++;
            }
        }
        return parameters + " parameters in " + Subject.NORMS.size() + " norms";
    }
}
