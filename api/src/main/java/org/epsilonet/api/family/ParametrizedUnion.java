package org.epsilonet.api.family;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/** A union of parametrized families: all structures of all parts, and the largest of their numbers. */
final class ParametrizedUnion extends AnyUnion implements ParametrizedFamily {
    private final List<ParametrizedFamily> parts;

    ParametrizedUnion(String id, String title, List<ParametrizedFamily> parts) {
        super(id, title, parts);
        this.parts = List.copyOf(parts);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return new Union(
                parts.stream().map(part -> part.parametrization(domain, budget)).toList());
    }

    private record Union(List<Parametrization> parts) implements Parametrization {
        private double largest(ToDoubleFunction<Parametrization> number) {
            return parts.stream().mapToDouble(number).max().orElseThrow();
        }

        @Override
        public double log2Structures() {
            return BinaryLogarithm.ofSum(
                    parts.stream().mapToDouble(Parametrization::log2Structures).toArray());
        }

        @Override
        public int size() {
            return (int) largest(Parametrization::size);
        }

        @Override
        public double radius() {
            return largest(Parametrization::radius);
        }

        @Override
        public double lipschitz(LpNorm norm) {
            double beta = hoelder(norm);
            return largest(p -> p.size() == 0 ? 0 : lipschitz(p, norm, beta));
        }

        /** For a smaller exponent: \(t^{\beta'} \le t^\beta(2r)^{\beta'-\beta}\) for \(t \le 2r\). */
        private static double lipschitz(Parametrization p, LpNorm norm, double beta) {
            double excess = p.hoelder(norm) - beta;
            return excess == 0
                    ? p.lipschitz(norm)
                    : PerturbationBound.outward(p.lipschitz(norm) * StrictMath.pow(2 * p.radius(), excess), 4);
        }

        @Override
        public double hoelder(LpNorm norm) {
            return parts.stream()
                    .mapToDouble(p -> p.size() == 0 ? 1 : p.hoelder(norm))
                    .min()
                    .orElse(1);
        }

        /** A smaller cube in a larger one is solid. */
        @Override
        public ParameterSet parameterSet() {
            boolean wholeCubes = parts.stream()
                    .allMatch(p -> p.parameterSet() == ParameterSet.CUBE && (p.size() == 0 || p.radius() == radius()));
            return wholeCubes ? ParameterSet.CUBE : ParameterSet.SOLID;
        }

        @Override
        public Structure read(SymbolSource source) throws CorruptCodeException {
            int part = (int) source.uniform(parts.size());
            return new UnionStructure(part, parts.size(), parts.get(part).read(source));
        }

        @Override
        public Optional<StructureNumbering> numbering() {
            List<StructureNumbering> all = new ArrayList<>();
            for (Parametrization part : parts) {
                Optional<StructureNumbering> one =
                        part.numbering().or(() -> StructureEnumeration.of(part).numbering());
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                all.add(one.get());
            }
            return Optional.of(new Numbering(all));
        }
    }

    /** In every size the structures of one part after those of the other. */
    private record Numbering(List<StructureNumbering> parts) implements StructureNumbering {
        @Override
        public int[] sizes() {
            return parts.stream()
                    .flatMapToInt(p -> Arrays.stream(p.sizes()))
                    .sorted()
                    .distinct()
                    .toArray();
        }

        @Override
        public BigInteger count(int size) {
            return parts.stream().map(p -> p.count(size)).reduce(BigInteger.ZERO, BigInteger::add);
        }

        @Override
        public BigInteger rankInSize(Structure s) {
            if (!(s instanceof UnionStructure union) || union.parts() != parts.size()) {
                throw new IllegalArgumentException("not a structure of a union of " + parts.size() + " parts");
            }
            BigInteger rank = parts.get(union.part()).rankInSize(union.structure());
            for (int i = 0; i < union.part(); i++) {
                rank = rank.add(parts.get(i).count(s.size()));
            }
            return rank;
        }

        @Override
        public Structure unrankInSize(int size, BigInteger rank) {
            BigInteger left = rank;
            for (int i = 0; i < parts.size() && left.signum() >= 0; i++) {
                BigInteger here = parts.get(i).count(size);
                if (left.compareTo(here) < 0) {
                    return new UnionStructure(i, parts.size(), parts.get(i).unrankInSize(size, left));
                }
                left = left.subtract(here);
            }
            throw new IllegalArgumentException(
                    "there are " + count(size) + " structures with " + size + " parameters, no number " + rank);
        }
    }
}
