package org.epsilonet.api.family;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Finitely many given functions for every budget. Its code books are the sets themselves, of radius 0; as a parametrized
 * family it has one structure, without parameters, for every function. It is ∞-encodable if and only if it has
 * \(2^{O(M^{1+h})}\) functions for every \(h > 0\), counted up to distances \(M^{-\gamma}\), for every \(\gamma\).
 *
 * @see "docs/theory.md, A8"
 */
public final class FiniteFamily implements EncodableFamily, ParametrizedFamily {
    private final String id;
    private final String title;
    private final int dimension;
    private final Growth log2Count;
    private final IntFunction<List<Formula>> functions;

    private FiniteFamily(
            String id, String title, int dimension, Growth log2Count, IntFunction<List<Formula>> functions) {
        this.id = id;
        this.title = title;
        this.dimension = dimension;
        this.log2Count = log2Count;
        this.functions = functions;
    }

    /**
     * A family of given functions.
     *
     * @param id its name
     * @param title what a person reads
     * @param dimension the dimension of all functions
     * @param log2Count how fast \(\log_2\) of their number grows
     * @param functions budget to its functions, at least one; the same for the same budget
     * @return the family
     */
    public static FiniteFamily of(
            String id, String title, int dimension, Growth log2Count, IntFunction<List<Formula>> functions) {
        return new FiniteFamily(id, title, dimension, log2Count, functions);
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
        return "index of the finite set";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(dimension);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    private List<Formula> functions(Domain domain, int budget) {
        if (domain.dimension() != dimension || budget < 1) {
            throw new IllegalArgumentException("needs dimension " + dimension + " and a budget >= 1, were "
                    + domain.dimension() + " and " + budget);
        }
        List<Formula> all = functions.apply(budget);
        if (all.isEmpty() || !all.stream().allMatch(f -> f.dimension() == dimension)) {
            throw new IllegalArgumentException(
                    "needs at least one function, each of dimension " + dimension + ", were " + all);
        }
        return all;
    }

    /** The closest of the functions, the first of equally close ones. */
    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        List<Formula> all = functions(target.domain(), budget);
        Approximation best = approximation(target, all, 0, norm);
        for (int i = 1; i < all.size(); i++) {
            Approximation next = approximation(target, all, i, norm);
            best = next.distance().value() < best.distance().value() ? next : best;
        }
        return best;
    }

    private static Approximation approximation(Target target, List<Formula> all, int i, LpNorm norm) {
        Approximant element = new GivenStructure(i, all.size(), all.get(i)).realize(new double[0]);
        return Approximation.reached(element, Distances.between(target, element, norm));
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                log2Count, Growth.ZERO, Growth.ZERO, Growth.ZERO, "finitely many functions, their own code book");
    }

    /** Nothing is known of arbitrary functions. */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Optional.empty();
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return new Given(functions(domain, budget));
    }

    @Override
    public Codebook codebook(Domain domain, int budget, LpNorm norm, double coveringRadius) {
        if (!(coveringRadius > 0)) {
            throw new IllegalArgumentException("the covering radius must be > 0, was " + coveringRadius);
        }
        return new Itself(new Given(functions(domain, budget)), norm);
    }

    private record Given(List<Formula> functions) implements Parametrization {
        @Override
        public double log2Structures() {
            return BinaryLogarithm.of(BigInteger.valueOf(functions.size()));
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public double radius() {
            return 1;
        }

        @Override
        public double lipschitz(LpNorm norm) {
            return 0;
        }

        @Override
        public Structure read(SymbolSource source) throws CorruptCodeException {
            return structure((int) source.uniform(functions.size()));
        }

        GivenStructure structure(int i) {
            return new GivenStructure(i, functions.size(), functions.get(i));
        }

        int indexOf(Structure s) {
            if (s instanceof GivenStructure given && given.of() == functions.size()) {
                return given.index();
            }
            throw new IllegalArgumentException("not one of the " + functions.size() + " functions");
        }

        GivenStructure structure(BigInteger index) {
            if (index.signum() < 0 || index.compareTo(BigInteger.valueOf(functions.size())) >= 0) {
                throw new IllegalArgumentException("there are " + functions.size() + " functions, no number " + index);
            }
            return structure(index.intValueExact());
        }

        @Override
        public Optional<StructureNumbering> numbering() {
            return Optional.of(new StructureNumbering() {
                @Override
                public int[] sizes() {
                    return new int[] {0};
                }

                @Override
                public BigInteger count(int size) {
                    return size == 0 ? BigInteger.valueOf(functions.size()) : BigInteger.ZERO;
                }

                @Override
                public BigInteger rankInSize(Structure s) {
                    return BigInteger.valueOf(indexOf(s));
                }

                @Override
                public Structure unrankInSize(int size, BigInteger rank) {
                    if (size != 0) {
                        throw new IllegalArgumentException("no structure has parameters, asked for " + size);
                    }
                    return structure(rank);
                }
            });
        }
    }

    /** The set as its own code book. */
    private record Itself(Given given, LpNorm norm) implements Codebook {
        @Override
        public double coveringRadius() {
            return 0;
        }

        @Override
        public double log2Cardinality() {
            return given.log2Structures();
        }

        @Override
        public Optional<BigInteger> cardinality() {
            return Optional.of(BigInteger.valueOf(given.functions().size()));
        }

        @Override
        public Approximant nearest(Approximant element) {
            return codeword(index(element));
        }

        @Override
        public BigInteger index(Approximant codeword) {
            return BigInteger.valueOf(given.indexOf(codeword.structure()));
        }

        @Override
        public Approximant codeword(BigInteger index) {
            return given.structure(index).realize(new double[0]);
        }
    }
}
