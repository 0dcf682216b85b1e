package org.epsilonet.quantization;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.BinaryLogarithm;
import org.epsilonet.api.family.Codebook;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureEnumeration;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.LpNorm;

/**
 * The code book of the encoding theorem: every structure with parameters on a {@link ParameterGrid} of \(L\) levels,
 * \[ \mathrm{card} = \sum_{s \in S_M} L^{k(s)} \le |S_M|\,L^{k_M} . \]
 * It counts pairs of a structure and a lattice point; two pairs may realize one function.
 *
 * <p>A codeword's number is of mixed radix: first all codewords with fewer parameters, then the rank of the structure
 * among those with as many, then one digit in base \(L\) for each parameter. That needs a {@linkplain
 * Parametrization#numbering numbering} of the structures, or so few that they can be enumerated.
 *
 * @see "docs/theory.md, A5"
 */
public final class LatticeCodebook implements Codebook {
    private final Parametrization parametrization;
    private final LpNorm norm;
    private final ParameterGrid grid;
    private final double coveringRadius;
    private final double log2Bound;
    private final Optional<Numbers> numbers;

    /** Where the codewords with so many parameters begin, and how many there are in all. */
    private record Numbers(StructureNumbering structures, Map<Integer, BigInteger> first, BigInteger cardinality) {
        static Numbers of(StructureNumbering structures, BigInteger levels) {
            Map<Integer, BigInteger> first = new TreeMap<>();
            BigInteger sum = BigInteger.ZERO;
            for (int size : structures.sizes()) {
                first.put(size, sum);
                sum = sum.add(structures.count(size).multiply(levels.pow(size)));
            }
            return new Numbers(structures, first, sum);
        }
    }

    private LatticeCodebook(Parametrization p, LpNorm norm, double coveringRadius) {
        this.parametrization = p;
        this.norm = norm;
        this.grid = ParameterGrid.of(p, norm, coveringRadius);
        this.coveringRadius = p.size() == 0 ? 0 : grid.coveringRadius(p.lipschitz(norm), p.hoelder(norm));
        this.log2Bound = EncodingTheorem.log2Cardinality(p, norm, coveringRadius);
        this.numbers = log2Bound > Subsets.LARGEST_BITS
                ? Optional.empty()
                : p.numbering()
                        .or(() -> StructureEnumeration.of(p).numbering())
                        .map(n -> Numbers.of(n, BigInteger.valueOf(grid.levels())));
    }

    /**
     * The code book of a parametrized set.
     *
     * @param p the family at one budget
     * @param norm the norm of the functions
     * @param coveringRadius \(\rho > 0\)
     * @return a code book whose certified covering radius is at most that
     * @throws IllegalArgumentException if the radius is not positive or needs more than 2^40 levels per parameter
     */
    public static LatticeCodebook of(Parametrization p, LpNorm norm, double coveringRadius) {
        return new LatticeCodebook(p, norm, coveringRadius);
    }

    /** The values of each parameter. */
    public ParameterGrid grid() {
        return grid;
    }

    @Override
    public LpNorm norm() {
        return norm;
    }

    @Override
    public double coveringRadius() {
        return coveringRadius;
    }

    /** That of the exact cardinality where it is known, else the bound with \(k_M\) parameters for every structure. */
    @Override
    public double log2Cardinality() {
        return numbers.map(n -> BinaryLogarithm.of(n.cardinality)).orElse(log2Bound);
    }

    @Override
    public Optional<BigInteger> cardinality() {
        return numbers.map(Numbers::cardinality);
    }

    /** Rounds every parameter of an element: the same structure, each parameter in the same cell. */
    @Override
    public Approximant nearest(Approximant element) {
        double[] theta = element.parameters();
        for (int i = 0; i < theta.length; i++) {
            theta[i] = grid.value(grid.index(theta[i]));
        }
        return element.structure().realize(theta);
    }

    @Override
    public BigInteger index(Approximant codeword) {
        Numbers n = known();
        Structure s = codeword.structure();
        BigInteger start = n.first.get(s.size());
        if (start == null) {
            throw new IllegalArgumentException("no codeword has " + s.size() + " parameters");
        }
        BigInteger levels = BigInteger.valueOf(grid.levels());
        BigInteger index = n.structures.rankInSize(s);
        for (double parameter : codeword.parameters()) {
            long digit = grid.index(parameter);
            if (grid.value(digit) != parameter) {
                throw new IllegalArgumentException("the parameter " + parameter + " is not on the grid");
            }
            index = index.multiply(levels).add(BigInteger.valueOf(digit));
        }
        return start.add(index);
    }

    @Override
    public Approximant codeword(BigInteger index) {
        Numbers n = known();
        if (index.signum() < 0 || index.compareTo(n.cardinality) >= 0) {
            throw new IllegalArgumentException("there are " + n.cardinality + " codewords, no number " + index);
        }
        int size = 0;
        for (Map.Entry<Integer, BigInteger> entry : n.first.entrySet()) {
            // Sizes without a structure begin where the next begins, which wins.
            size = entry.getValue().compareTo(index) <= 0 ? entry.getKey() : size;
        }
        BigInteger left = index.subtract(n.first.getOrDefault(size, BigInteger.ZERO));
        BigInteger levels = BigInteger.valueOf(grid.levels());
        double[] theta = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            BigInteger[] digit = left.divideAndRemainder(levels);
            theta[i] = grid.value(digit[1].longValueExact());
            left = digit[0];
        }
        return n.structures.unrankInSize(size, left).realize(theta);
    }

    private Numbers known() {
        return numbers.orElseThrow(() -> new UnsupportedOperationException(
                "the codewords are not numbered: there are up to 2^" + log2Bound + ", and structures "
                        + (parametrization.numbering().isPresent() ? "with" : "without") + " a numbering"));
    }
}
