package org.epsilonet.testkit.standin;

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
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Functions constant on each of \(m \le M\) equal pieces of [0, 1]. The structure is \(m\), the parameters are the values.
 * Faulty families override one step of it.
 */
class PiecewiseConstants implements ParametrizedFamily {
    private static final int POINTS_PER_PIECE = 16;

    private final String id;

    PiecewiseConstants(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Piecewise constants";
    }

    @Override
    public String parameterMeaning() {
        return "number of pieces";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Optional.empty();
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LOG, Growth.LINEAR, Growth.ZERO, Growth.ZERO, "pieces are disjoint, values are bounded by 1");
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        int pieces = most(target.domain(), budget);
        Pieces structure = pieces(target.domain(), budget, pieces);
        double[] low = new double[pieces];
        double[] high = new double[pieces];
        double[] sum = new double[pieces];
        int[] count = new int[pieces];
        double[] data = samples(target, pieces);
        for (int j = 0; j < data.length; j++) {
            int i = structure.indexOf((j + 0.5) / data.length);
            low[i] = count[i] == 0 ? data[j] : Math.min(low[i], data[j]);
            high[i] = count[i] == 0 ? data[j] : Math.max(high[i], data[j]);
            sum[i] += data[j];
            count[i]++;
        }
        double[] values = new double[pieces];
        // A mean lies between its values even where the sum is rounded or overflows.
        Arrays.setAll(
                values,
                i -> norm.isSup() ? low[i] / 2 + high[i] / 2 : Math.max(low[i], Math.min(high[i], sum[i] / count[i])));
        return result(target, structure.realize(structure.parameters(values)), norm);
    }

    /** The largest modulus of a parameter. */
    double radius() {
        return 1;
    }

    /** The structure, as it is returned and as it is read. */
    Pieces pieces(Domain domain, int budget, int count) {
        return new Pieces(domain, budget, count);
    }

    /** Values beyond the radius are no element of the family. */
    Approximation result(Target target, Approximant approximant, LpNorm norm) {
        Distance distance = Distances.between(target, approximant, norm);
        boolean within = Arrays.stream(approximant.parameters()).allMatch(v -> Math.abs(v) <= radius());
        return within ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
    }

    double[] samples(Target target, int pieces) {
        int[] shape =
                target instanceof Formula ? new int[] {pieces * POINTS_PER_PIECE} : ((Grid) target.domain()).shape();
        return target.sampledOn(shape).values();
    }

    static int most(Domain domain, int budget) {
        if (domain.dimension() != 1 || budget < 1) {
            throw new IllegalArgumentException("needs dimension 1 and budget >= 1, was " + domain + ", " + budget);
        }
        return domain instanceof Grid grid ? Math.min(budget, grid.points()) : budget;
    }

    @Override
    public int polynomialOrder(Domain domain) {
        return 1;
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return new Counts(domain, budget);
    }

    /** Every count of pieces up to the most. */
    class Counts implements Parametrization {
        private final Domain domain;
        private final int budget;
        private final int most;

        Counts(Domain domain, int budget) {
            this.domain = domain;
            this.budget = budget;
            this.most = most(domain, budget);
        }

        @Override
        public double log2Structures() {
            return Math.log(most) / Math.log(2);
        }

        @Override
        public int size() {
            return most;
        }

        @Override
        public double radius() {
            return PiecewiseConstants.this.radius();
        }

        @Override
        public double lipschitz(LpNorm norm) {
            return 1;
        }

        @Override
        public Pieces read(SymbolSource source) throws CorruptCodeException {
            return pieces(domain, budget, 1 + (int) source.uniform(most));
        }
    }
}
