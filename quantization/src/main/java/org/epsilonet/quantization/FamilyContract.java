package org.epsilonet.quantization;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * What a family promised about its answer, checked on the answer: at most \(k_M\) parameters, all finite, and within the
 * radius \(r_M\) if it says that it reached an element of \(\Sigma_M\).
 */
public final class FamilyContract {
    private FamilyContract() {}

    /**
     * Checks an answer.
     *
     * @param f the family that gave it
     * @param t the target it was asked for
     * @param budget the budget it was given
     * @param norm the norm it was given
     * @param a its answer
     * @return the answer
     * @throws IllegalStateException if the answer breaks the contract; names the family and the parameter
     */
    public static Approximation checked(ApproximationFamily f, Target t, int budget, LpNorm norm, Approximation a) {
        double[] parameters = a.approximant().parameters();
        int size = a.approximant().structure().size();
        if (parameters.length != size) {
            throw broken(f, budget, "its structure has " + size + " parameters, its approximant " + parameters.length);
        }
        if (!a.norm().equals(norm)) {
            throw broken(f, budget, "it was asked for " + norm + " and answered in " + a.norm());
        }
        double radius = Double.MAX_VALUE;
        if (f instanceof ParametrizedFamily parametrized) {
            Parametrization p = parametrized.parametrization(t.domain(), budget);
            if (size > p.size()) {
                throw broken(f, budget, "it used " + size + " parameters; allowed are " + p.size());
            }
            radius = a.outcome() == Approximation.Outcome.REACHED ? p.radius() : Double.MAX_VALUE;
        }
        for (int i = 0; i < size; i++) {
            if (!(Math.abs(parameters[i]) <= radius)) {
                throw broken(f, budget, "parameter " + i + " is " + parameters[i] + "; allowed is at most " + radius);
            }
        }
        return a;
    }

    private static IllegalStateException broken(ApproximationFamily f, int budget, String how) {
        return new IllegalStateException(
                "The family " + f.id() + " breaks its contract at budget " + budget + ": " + how);
    }
}
