package org.epsilonet.families.splines;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.families.splines.internal.DegreeErrors;
import org.epsilonet.families.splines.internal.GreedyBisection;
import org.epsilonet.families.splines.internal.HpCode;
import org.epsilonet.families.splines.internal.HpSelection;
import org.epsilonet.families.splines.internal.Lattice;
import org.epsilonet.families.splines.internal.LocalFit;
import org.epsilonet.families.splines.internal.Normalization;
import org.epsilonet.families.splines.internal.PartitionCode;
import org.epsilonet.families.splines.internal.TreeCode;

/**
 * hp-adaptive piecewise polynomials in one and two dimensions: dyadic cells and the total degree on each are chosen
 * together; the budget \(M\) bounds the number of coefficients.
 *
 * <p>Where the function is analytic degrees grow, towards a singularity cells shrink: with cells that shrink geometrically
 * and degrees that grow linearly away from it, \(x^a\) and piecewise analytic functions have errors \(O(e^{-c\sqrt M})\)
 * (DeVore and Scherer 1980; Gui and Babuška 1986), as long as degrees below {@value #HIGHEST_DEGREE} (in the plane
 * {@value #HIGHEST_DEGREE_IN_PLANE}) suffice, which is about to rounding; as \(M \to \infty\) the speed is that of the highest
 * degree. The fine tree is grown greedily, with four leaves per coefficient; see {@link HpSelection}.
 *
 * @see <a href="https://doi.org/10.1007/BF01389734">Gui and Babuška, The h, p and h-p versions of the finite element
 *     method in 1 dimension, Numerische Mathematik 1986</a>
 */
public final class HpPiecewisePolynomials extends PiecewiseFamily {
    /** The highest degree in one dimension. */
    public static final int HIGHEST_DEGREE = 15;

    /** The highest total degree in two dimensions. */
    public static final int HIGHEST_DEGREE_IN_PLANE = 7;

    private static final int LARGEST_BUDGET_ON_GRID = 1 << 18;
    private static final int LEAVES_PER_COEFFICIENT = 4;
    private static final int FEWEST_LEAVES = 256;
    private static final int MOST_LEAVES = 1 << 18;

    /** The degree by which the fine tree is grown: low, so that cells are found which higher degrees do not need. */
    private static final int TREE_DEGREE = 1;

    /** The family; the service loader has another instance. */
    public HpPiecewisePolynomials() {
        super(HIGHEST_DEGREE, HIGHEST_DEGREE);
    }

    @Override
    public String id() {
        return "splines.hp";
    }

    @Override
    public String title() {
        return "hp-adaptive piecewise polynomials";
    }

    @Override
    public String parameterMeaning() {
        return "number of coefficients";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1, 2);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** 2^13 on the cube, where cells reach the resolution of a double, and 2^18 coefficients on samples. */
    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid
                ? Math.min(grid.points(), LARGEST_BUDGET_ON_GRID)
                : LARGEST_ADAPTIVE_BUDGET_ON_CUBE;
    }

    @Override
    int degree(Domain domain, int budget) {
        return domain.dimension() == 1 ? HIGHEST_DEGREE : HIGHEST_DEGREE_IN_PLANE;
    }

    @Override
    int cells(Domain domain, int budget) {
        return Math.min(budget, largestBudget(domain));
    }

    @Override
    long coefficients(Domain domain, int budget) {
        return cells(domain, budget);
    }

    @Override
    double smallestCell(Domain domain, int budget) {
        return smallestLeaf(lattice(domain), MOST_LEAVES);
    }

    private static Lattice lattice(Domain domain) {
        return Lattice.of(domain, Lattice.FINEST_LEVEL);
    }

    @Override
    PartitionCode code(Domain domain, int budget) {
        int most = cells(domain, budget);
        return new HpCode(new TreeCode(lattice(domain), most), degree(domain, budget), most);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** One greedy sequence of splits serves all budgets, and one measured tree all that need about as many leaves. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        Domain domain = target.domain();
        requireSupported(domain, 1);
        Lattice lattice = lattice(domain);
        Target normal = Normalization.of(target);
        LocalFit fit = LocalFit.of(normal, lattice, TREE_DEGREE, norm);
        GreedyBisection greedy = new GreedyBisection(lattice, fit, TREE_DEGREE, norm.isSup());
        DegreeErrors errors = new DegreeErrors(normal, lattice, degree(domain, 1), norm.isSup());
        Map<Integer, HpSelection> selections = new ConcurrentHashMap<>();
        return budget -> {
            requireSupported(domain, budget);
            int most = cells(domain, budget);
            HpSelection selection =
                    selections.computeIfAbsent(leaves(most), leaves -> new HpSelection(errors, greedy.tree(leaves)));
            return fitted(target, selection.within(most), budget, norm);
        };
    }

    /** A power of two, so that many budgets share a tree. */
    private static int leaves(int coefficients) {
        int wanted = Math.min(MOST_LEAVES, Math.max(FEWEST_LEAVES, LEAVES_PER_COEFFICIENT * coefficients));
        return Integer.highestOneBit(2 * wanted - 1);
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR,
                Growth.LINEAR,
                Growth.LOG,
                Growth.CONSTANT,
                "at most 5^M trees with degrees; depth O(log M), so |c| <= poly(M) ||f||_2; cell-local orthonormal"
                        + " polynomials: Lip depends on the highest degree only");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        int highest = smoothness.dimension() == 1 ? HIGHEST_DEGREE : HIGHEST_DEGREE_IN_PLANE;
        return smoothness.dimension() > 2 ? Optional.empty() : Speeds.dyadic(smoothness, norm, highest + 1);
    }
}
