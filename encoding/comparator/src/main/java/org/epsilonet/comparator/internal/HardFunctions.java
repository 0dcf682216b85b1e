package org.epsilonet.comparator.internal;

import java.util.Locale;
import java.util.Optional;
import org.epsilonet.api.classes.Adversary;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.JacksonBound;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.comparator.Supremum;
import org.epsilonet.comparator.adversary.AdversarialSearch;
import org.epsilonet.quantization.FamilyContract;

/** The search for functions of a class that a family approximates badly, beside the bound that the family states. */
final class HardFunctions {
    /** Errors are quadratures: what exceeds a bound by less is not told from it. */
    private static final double ROUNDING = 1e-6;

    private HardFunctions() {}

    /** What a search finds; empty where the class has no adversary or the family no near-best elements. */
    static Optional<Supremum> search(
            ApproximationFamily family, FunctionClass c, LpNorm norm, int budget, int evaluations, long seed) {
        Optional<Adversary> adversary = family.isNearBest() ? c.adversary(budget) : Optional.empty();
        return adversary.map(a -> {
            AdversarialSearch.Found found =
                    AdversarialSearch.largest(a, f -> error(family, f, norm, budget), evaluations, seed);
            Optional<JacksonBound> bound =
                    a.isInBall() ? family.jackson(c.smoothness(), norm, budget) : Optional.empty();
            return new Supremum(
                    budget,
                    Math.max(0, found.error()),
                    evaluations,
                    a.description(),
                    String.valueOf(found.element()),
                    bound.map(JacksonBound::error).orElse(Double.NaN),
                    bound.map(JacksonBound::source).orElse(""));
        });
    }

    /** The least that the error can be; where the family reached nothing, no error of approximation is known. */
    private static double error(ApproximationFamily family, Target f, LpNorm norm, int budget) {
        Approximation approximation =
                FamilyContract.checked(family, f, budget, norm, family.approximate(f, budget, norm));
        return approximation.outcome() == Approximation.Outcome.REACHED
                ? approximation.distance().value() - approximation.distance().uncertainty()
                : 0;
    }

    /** Whether the error found is beyond what was proved, in words. */
    static Optional<String> violation(Supremum s) {
        return s.lower() > s.upper() * (1 + ROUNDING)
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "at M = %d an error of %.6g exceeds the proven bound %.6g (%s), on %s",
                        s.budget(),
                        s.lower(),
                        s.upper(),
                        s.upperSource(),
                        s.element()))
                : Optional.empty();
    }
}
