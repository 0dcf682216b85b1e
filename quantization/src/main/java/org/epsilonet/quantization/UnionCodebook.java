package org.epsilonet.quantization;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.BinaryLogarithm;
import org.epsilonet.api.family.Codebook;
import org.epsilonet.api.family.UnionFamily;
import org.epsilonet.api.function.LpNorm;

/** The code books of the parts of a {@link UnionFamily}, one after the other. */
final class UnionCodebook implements Codebook {
    private final UnionFamily union;
    private final List<Codebook> parts;

    UnionCodebook(UnionFamily union, List<Codebook> parts) {
        this.union = union;
        this.parts = parts;
    }

    @Override
    public LpNorm norm() {
        return parts.get(0).norm();
    }

    @Override
    public double coveringRadius() {
        return parts.stream().mapToDouble(Codebook::coveringRadius).max().orElseThrow();
    }

    @Override
    public double log2Cardinality() {
        return cardinality()
                .map(BinaryLogarithm::of)
                .orElseGet(() -> BinaryLogarithm.ofSum(
                        parts.stream().mapToDouble(Codebook::log2Cardinality).toArray()));
    }

    @Override
    public Optional<BigInteger> cardinality() {
        BigInteger sum = BigInteger.ZERO;
        for (Codebook part : parts) {
            if (part.cardinality().isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(cardinality(part));
        }
        return Optional.of(sum);
    }

    private static BigInteger cardinality(Codebook part) {
        return part.cardinality()
                .orElseThrow(() -> new UnsupportedOperationException("the codewords of a part are not numbered"));
    }

    @Override
    public Approximant nearest(Approximant element) {
        int part = union.partOf(element);
        return union.embedded(part, parts.get(part).nearest(union.restricted(element)));
    }

    @Override
    public BigInteger index(Approximant codeword) {
        int part = union.partOf(codeword);
        BigInteger index = parts.get(part).index(union.restricted(codeword));
        for (int i = 0; i < part; i++) {
            index = index.add(cardinality(parts.get(i)));
        }
        return index;
    }

    @Override
    public Approximant codeword(BigInteger index) {
        BigInteger left = index;
        for (int i = 0; i < parts.size() && left.signum() >= 0; i++) {
            BigInteger size = cardinality(parts.get(i));
            if (left.compareTo(size) < 0) {
                return union.embedded(i, parts.get(i).codeword(left));
            }
            left = left.subtract(size);
        }
        throw new IllegalArgumentException("there is no codeword number " + index);
    }
}
