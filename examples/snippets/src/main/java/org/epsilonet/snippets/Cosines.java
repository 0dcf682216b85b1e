package org.epsilonet.snippets;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * A whole family: \(\Sigma_M = \{\sum_{k<M} c_k \cos(k\pi x)\}\), with one structure per \(M\).
 *
 * <p>The cosines are orthogonal in \(L^2(0,1)\) and, for \(k < N\), also over the cell centres of \(N\) samples (the
 * cosine transform of type II), with mean squares 1 and ½. Hence \(c_k\) is a mean, and \(|c_k| \le 2\sup|f|\).
 */
final class Cosines implements ParametrizedFamily {
    private static final int MOST_TERMS = 64;
    private static final int SAMPLES_OF_A_FORMULA = 4001;

    @Override
    public String id() {
        return "example.cosines";
    }

    @Override
    public String title() {
        return "Cosine series";
    }

    @Override
    public String parameterMeaning() {
        return "number of cosines";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.LINEAR;
    }

    /** Sums are evaluated term by term, so only few terms are affordable. */
    @Override
    public int largestBudget(Domain domain) {
        return terms(domain, MOST_TERMS);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        double[] c = new double[terms(target.domain(), budget)];
        Samples samples = target instanceof Samples s ? s : target.sampledOn(SAMPLES_OF_A_FORMULA);
        int n = samples.size();
        for (int k = 0; k < c.length; k++) {
            for (int i = 0; i < n; i++) {
                c[k] += (k == 0 ? 1.0 : 2.0) / n * samples.value(i) * CosineSum.cosine(k, (i + 0.5) / n);
            }
        }
        Approximant sum = new CosineSum.Frequencies(c.length).realize(c);
        Distance distance = Distances.between(target, sum, norm);
        boolean within = Arrays.stream(c).allMatch(t -> Math.abs(t) <= CosineSum.RADIUS);
        return within ? Approximation.reached(sum, distance) : Approximation.notReached(sum, distance);
    }

    /** One structure; \(\|\sum c_k\cos\|_\infty \le M \max|c_k|\), and with the mean squares in \(L^2\). */
    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return CosineSum.parametrization(terms(domain, budget));
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.ZERO, Growth.LINEAR, Growth.CONSTANT, Growth.LOG, "M bounded functions, |c_k| <= 2 sup|f|");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Optional.empty();
    }

    private static int terms(Domain domain, int budget) {
        if (domain.dimension() != 1 || budget < 1) {
            throw new IllegalArgumentException(
                    "dimension 1 and a budget >= 1 are needed, were " + domain + ", " + budget);
        }
        return domain instanceof Grid grid ? Math.min(Math.min(budget, MOST_TERMS), grid.points()) : budget;
    }
}
