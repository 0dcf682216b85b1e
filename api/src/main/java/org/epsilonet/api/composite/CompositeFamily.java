package org.epsilonet.api.composite;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.jspecify.annotations.Nullable;

/**
 * A family made of families: the domain is cut into dyadic cells (a binary tree on the line, a quadtree in the plane), and
 * every cell has an element of one of the members, with a budget of its own. The budget \(M\) bounds what all cells cost
 * together: parameters, one for each cell but the first, and structure at twelve bits to the parameter.
 *
 * <p>It lives on grids: cells are made of whole samples, at least 16 along each axis that is cut, whatever the number of
 * samples. There are at most 64 cells on the line and 256 in the plane, so that as \(M \to \infty\) it is no faster than its
 * members, and there is nothing to measure on the cube.
 *
 * <p><b>Which member a cell belongs to</b> is decided by the members' own errors, for all budgets in one pass; see the
 * package. Members that do not live on a cell's domain are passed over there. The order of members is part of the code.
 *
 * @see "docs/theory.md, A8"
 */
public final class CompositeFamily implements ParametrizedFamily {
    /** On more samples trying every member on every cell takes longer than it is worth. */
    private static final int MOST_SAMPLES = 1 << 14;

    private static final int MOST_MEMBERS = 64;

    private final String id;
    private final String title;
    private final Set<Integer> dimensions;
    private final Supplier<List<ParametrizedFamily>> supplier;
    private volatile @Nullable List<ParametrizedFamily> found;
    private volatile @Nullable Menu latest;

    private CompositeFamily(
            String id, String title, Set<Integer> dimensions, Supplier<List<ParametrizedFamily>> supplier) {
        this.id = id;
        this.title = title;
        this.dimensions = Set.copyOf(dimensions);
        this.supplier = supplier;
    }

    /**
     * A composite of some families.
     *
     * @param id its name
     * @param title what a person reads
     * @param dimensions in which dimensions it exists: 1, 2 or both
     * @param members gives the members, at least one and at most 64, always the same; asked for when they are first needed,
     *     so that they may be looked up among installed families (not among those of another folder of plug-ins). Where
     *     one is missing it throws an {@link IllegalStateException}: then the composite supports no domain, and to
     *     approximate with it throws the same. The composite itself is none of them. What an element costs is part of
     *     the code: a member's {@link Parametrization#log2Structures} must be the same number on every machine
     *     ({@link StrictMath}) and in every version, as its code of structures is
     * @return the composite
     * @throws IllegalArgumentException if there is no dimension, or one but 1 and 2
     */
    public static CompositeFamily of(
            String id, String title, Set<Integer> dimensions, Supplier<List<ParametrizedFamily>> members) {
        if (dimensions.isEmpty() || !Set.of(1, 2).containsAll(dimensions)) {
            throw new IllegalArgumentException(
                    "a composite family lives in dimensions 1 and 2, asked for were " + dimensions);
        }
        return new CompositeFamily(id, title, dimensions, members);
    }

    /**
     * The families of which this is a composite.
     *
     * @throws IllegalStateException if there are none or more than 64, or what the supplier throws where one is missing
     */
    public List<ParametrizedFamily> members() {
        List<ParametrizedFamily> known = found;
        if (known == null) {
            known = List.copyOf(supplier.get());
            if (known.isEmpty() || known.size() > MOST_MEMBERS) {
                throw new IllegalStateException(id + " needs 1 to 64 members, there are " + known.size());
            }
            found = known;
        }
        return known;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String parameterMeaning() {
        return "number of parameters, each cell but the first and every 12 bits of structure counting as one";
    }

    @Override
    public Set<Integer> dimensions() {
        return dimensions;
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** Grids of up to 2^14 samples, wherever a member lives; none if members are missing. */
    @Override
    public boolean supports(Domain domain) {
        return dimensions.contains(domain.dimension())
                && domain instanceof Grid grid
                && grid.points() <= MOST_SAMPLES
                && installed().stream().anyMatch(member -> member.supports(domain));
    }

    /** The members, or none if one of them is missing: then whoever goes through all families passes this one over. */
    private List<ParametrizedFamily> installed() {
        try {
            return members();
        } catch (IllegalStateException missing) {
            return List.of();
        }
    }

    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? grid.points() : 1;
    }

    @Override
    public boolean isNearBest() {
        List<ParametrizedFamily> members = installed();
        return !members.isEmpty() && members.stream().allMatch(ApproximationFamily::isNearBest);
    }

    private Menu menu(Domain domain, int budget) {
        List<ParametrizedFamily> members = members();
        if (budget < 1 || !(domain instanceof Grid grid) || !supports(domain)) {
            throw new IllegalArgumentException(
                    id + " needs a budget >= 1 and a grid of dimension " + dimensions + " with at most " + MOST_SAMPLES
                            + " samples where a member lives, were " + budget + " and " + domain);
        }
        Menu known = latest;
        if (known == null || !known.dissection().grid().equals(grid)) {
            known = new Menu(members, grid);
            latest = known;
        }
        return known;
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        Menu menu = menu(domain, budget);
        return new CompositeParametrization(menu, Math.max(budget, menu.leastCost()));
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** One selection for all budgets. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        Menu menu = menu(target.domain(), 1);
        Assembly assembly = new Assembly(menu, (Samples) target, norm);
        return budget -> {
            menu(target.domain(), budget);
            return assembly.within(Math.max(menu.leastCost(), Math.min(budget, largestBudget(target.domain()))));
        };
    }

    /**
     * Structures and parameters by what they cost; radius and constant as the members' are. A proof that a member is not
     * ∞-encodable is one for the composite, if what its elements cost is linear in its budget up to logarithms.
     */
    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        Collection<? extends Domain> shapes = supports(domain) ? menu(domain, 1).shapes() : List.of(domain);
        List<EncodabilityClaim> claims = installed().stream()
                .flatMap(member -> shapes.stream()
                        .filter(member::supports)
                        .limit(1)
                        .map(shape -> member.encodability(shape, norm)))
                .toList();
        if (claims.isEmpty()) {
            return EncodabilityClaim.of(
                    Growth.INFINITE,
                    Growth.INFINITE,
                    Growth.INFINITE,
                    Growth.INFINITE,
                    "nothing is known: no member lives here, or one is missing");
        }
        EncodabilityClaim union = EncodabilityClaim.union(claims);
        Optional<String> proof = claims.stream()
                .filter(c -> c.parameters().plus(c.log2Structures()).power() <= 1)
                .flatMap(c -> c.obstruction().stream())
                .findFirst()
                .map(reason -> "one cell of a member that is not is an element, too: " + reason);
        return new EncodabilityClaim(
                union.log2Structures().plus(Growth.LINEAR),
                union.parameters().plus(Growth.LINEAR),
                union.log2Radius(),
                union.log2Lipschitz(),
                union.hoelder(),
                proof,
                "a bounded number of cells: a covering needs the bits of a tree, at most 4^L for L leaves, and for each leaf"
                        + " those of one of " + claims.size() + " members",
                claims);
    }

    /** None: cells are bounded in number, and speeds are about the cube. */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
