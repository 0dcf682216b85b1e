package org.epsilonet.families.splines.wedgelet;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
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
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.families.splines.internal.Lattice;
import org.epsilonet.families.splines.internal.Normalization;
import org.epsilonet.families.splines.internal.Radius;

/**
 * Wedgelets of degree \(k \in \{0, 1\}\): at most \(M\) pieces, a polynomial of total degree \(k\) on each. The cells are
 * the leaves of a tree that halves a cell across its longest side; a leaf is one piece, or two, cut by a line between two
 * lattice points of its boundary: gaps between samples on data, multiples of \(2^{-30}\) of a side on the cube.
 *
 * <p>For \(p < \infty\) fits, lines and trees are near-best in \(L^2\). In the supremum norm lines are chosen in \(L^2\),
 * polynomials are moved to the midrange of their residual, and the tree is best for the largest error of the pieces so
 * found; no family of wedgelets comes closer than half a jump to an edge that is not a polygon.
 *
 * @see <a href="https://doi.org/10.1214/aos/1018031261">Donoho, Wedgelets: nearly minimax estimation of edges, 1999</a>
 */
public final class Wedgelets implements ParametrizedFamily {
    /** The highest degree. */
    public static final int HIGHEST_DEGREE = Region.HIGHEST_DEGREE;

    private static final int LARGEST_BUDGET_ON_CUBE = 1 << 13;
    private static final int LARGEST_BUDGET_ON_GRID = 1 << 18;

    /** Coefficients are bounded by the root mean square over the piece; functions of size \(4M^2\) are allowed. */
    private static final double RADIUS = 4;

    private final int degree;

    private Wedgelets(int degree) {
        if (degree < 0 || degree > HIGHEST_DEGREE) {
            throw new IllegalArgumentException("the degree must be in 0.." + HIGHEST_DEGREE + ", was " + degree);
        }
        this.degree = degree;
    }

    /**
     * The family of one degree.
     *
     * @param degree the total degree \(k\), 0 to {@value #HIGHEST_DEGREE}
     * @throws IllegalArgumentException if the degree is out of range
     */
    public static Wedgelets ofDegree(int degree) {
        return new Wedgelets(degree);
    }

    @Override
    public String id() {
        return "splines.wedgelet.degree" + degree;
    }

    @Override
    public String title() {
        return "Wedgelets of degree " + degree;
    }

    @Override
    public String parameterMeaning() {
        return "number of pieces: dyadic cells, or the two parts of one";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(2);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** 2^13 on the cube, where the lattice of \(2^{30}\) points a side is finer than \(M^{-2}\), and 2^18 on samples. */
    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? Math.min(grid.points(), LARGEST_BUDGET_ON_GRID) : LARGEST_BUDGET_ON_CUBE;
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        WedgeCode code = code(domain, budget);
        long most = degree == 0 ? code.pieces() : 3L * code.pieces();
        int size = (int) Math.min(most, domain instanceof Grid grid ? grid.points() : Integer.MAX_VALUE);
        return new WedgeParametrization(code, degree, size, radius(code));
    }

    private WedgeCode code(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(
                    id() + " needs a domain of dimension 2 and a budget >= 1, were " + domain + " and " + budget);
        }
        return new WedgeCode(Lattice.of(domain, Lattice.FINEST_LEVEL), Math.min(budget, largestBudget(domain)));
    }

    private static double radius(WedgeCode code) {
        return RADIUS * code.pieces() * (double) code.pieces();
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** One decomposition serves all budgets. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        code(target.domain(), 1);
        Target normal = Normalization.of(target);
        Decomposition decomposition = normal instanceof Samples samples
                ? new SampleWedges(samples, degree, norm.isSup())
                : new FormulaWedges((Formula) normal, degree, norm.isSup());
        return budget -> {
            WedgeCode code = code(target.domain(), budget);
            return approximation(target, decomposition.fitted(code.pieces(), code), radius(code), norm);
        };
    }

    private static Approximation approximation(Target target, Decomposition.Fitted fitted, double radius, LpNorm norm) {
        double[] parameters = fitted.parameters();
        Normalization.undo(parameters, target);
        boolean within = Radius.enforce(parameters, radius);
        Approximant approximant = fitted.structure().realize(parameters);
        Distance distance = Distances.between(target, approximant, norm);
        return within ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
    }

    /** Constants in each variable: of the products of two linear functions the degree is 2. */
    @Override
    public int polynomialOrder(Domain domain) {
        return 1;
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR_LOG,
                Growth.LINEAR,
                Growth.LOG,
                Growth.CONSTANT,
                "at most 4^M trees and M^O(1) lines a cell (max(30, 2 log2 M) levels: 2^63 for M <= 2^13); radius 4M^2; orthonormal"
                        + " polynomials on every piece: Lip depends on the degree only");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return WedgeletSpeeds.of(smoothness, norm, degree + 1);
    }
}
