package org.epsilonet.families.relu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.epsilonet.api.family.PerturbationBound;

/**
 * A finite expansion in dilates and translates of generators that are small networks,
 * \[ f(x) = \sum_{i=1}^M c_i\,\psi_{g(i)}(a_i \odot x - b_i), \]
 * and the one network that computes it: copies of the generators side by side, whose first layers take \(a_i\odot x-b_i\)
 * and whose last layers are weighted by \(c_i\). It is as deep as the generators, and has {@code nnz} \(\le
 * \sum_i(\mathrm{nnz}_{g(i)} + \mathrm{width})\): this transfers rates of best \(M\)-term approximation by an affine system
 * to networks. Immutable once built.
 *
 * @see <a href="https://arxiv.org/abs/1901.02220">Elbrächter, Perekrestenko, Grohs, Bölcskei: Deep neural network
 *     approximation theory, 2021, Section V (affine systems)</a>
 * @see "docs/theory.md, G7"
 */
public final class AffineExpansion {
    private final List<ReluNetwork> generators;
    private final double[] errors;
    private final int[] generator;
    private final double[] coefficients;
    private final double[] scales;
    private final double[] shifts;

    private AffineExpansion(Builder builder) {
        this.generators = List.copyOf(builder.generators);
        this.errors = Arrays.copyOf(builder.errors, generators.size());
        this.generator = Arrays.copyOf(builder.generator, builder.terms);
        this.coefficients = Arrays.copyOf(builder.coefficients, builder.terms);
        this.scales = Arrays.copyOf(builder.scales, builder.terms * inputs());
        this.shifts = Arrays.copyOf(builder.shifts, builder.terms * inputs());
    }

    /** Collects the terms of an expansion. */
    public static final class Builder {
        private final List<ReluNetwork> generators = new ArrayList<>();
        private double[] errors = new double[4];
        private int[] generator = new int[16];
        private double[] coefficients = new double[16];
        private double[] scales = new double[16];
        private double[] shifts = new double[16];
        private int terms;

        /** An expansion without terms. */
        public Builder() {}

        /**
         * Adds a generator.
         *
         * @param network from \(\mathbb R^d\) to \(\mathbb R\); all of one expansion have one depth and one \(d\)
         * @param error a bound of its distance, everywhere, to the function that it stands for; 0 if it is exact
         * @return its number
         * @throws IllegalArgumentException if that is not so
         */
        public int generator(ReluNetwork network, double error) {
            ReluNetwork first = generators.isEmpty() ? network : generators.get(0);
            if (network.outputs() != 1
                    || network.depth() < 2
                    || network.depth() != first.depth()
                    || network.inputs() != first.inputs()
                    || !(error >= 0)) {
                throw new IllegalArgumentException(
                        "generators need one output, one depth of at least 2, the same inputs and an error >= 0, were "
                                + first + " and " + network + " of error " + error);
            }
            if (generators.size() == errors.length) {
                errors = Arrays.copyOf(errors, 2 * errors.length);
            }
            errors[generators.size()] = error;
            generators.add(network);
            return generators.size() - 1;
        }

        /**
         * Adds the term \(c\,\psi(a\odot x-b)\).
         *
         * @param number that of the generator \(\psi\)
         * @param coefficient \(c\), finite
         * @param scale \(a\), one finite number per input
         * @param shift \(b\), as many
         * @return this
         * @throws IllegalArgumentException if there is no such generator or the lengths disagree
         */
        public Builder add(int number, double coefficient, double[] scale, double[] shift) {
            if (number < 0 || number >= generators.size()) {
                throw new IllegalArgumentException(
                        "there are " + generators.size() + " generators, no number " + number);
            }
            int d = generators.get(0).inputs();
            if (scale.length != d || shift.length != d) {
                throw new IllegalArgumentException(
                        "scale and shift need " + d + " entries, had " + scale.length + " and " + shift.length);
            }
            if (terms == generator.length) {
                generator = Arrays.copyOf(generator, 2 * terms);
                coefficients = Arrays.copyOf(coefficients, 2 * terms);
            }
            if ((terms + 1) * d > scales.length) {
                scales = Arrays.copyOf(scales, 2 * (terms + 1) * d);
                shifts = Arrays.copyOf(shifts, 2 * (terms + 1) * d);
            }
            generator[terms] = number;
            coefficients[terms] = coefficient;
            System.arraycopy(scale, 0, scales, terms * d, d);
            System.arraycopy(shift, 0, shifts, terms * d, d);
            terms++;
            return this;
        }

        /**
         * The expansion.
         *
         * @throws IllegalArgumentException if there is no generator
         */
        public AffineExpansion build() {
            if (generators.isEmpty()) {
                throw new IllegalArgumentException("an affine expansion needs a generator");
            }
            return new AffineExpansion(this);
        }
    }

    /** The dimension \(d\). */
    public int inputs() {
        return generators.get(0).inputs();
    }

    /** The number \(M\) of terms. */
    public int terms() {
        return coefficients.length;
    }

    /** The number of affine maps of the network. */
    public int depth() {
        return generators.get(0).depth();
    }

    /** The number of nonzero weights and biases of {@link #network()}, counted without building it. */
    public long nonzeros() {
        long count = outputBias() == 0 ? 0 : 1;
        long[] inner = new long[generators.size()];
        Arrays.setAll(inner, g -> {
            List<AffineMap> maps = generators.get(g).maps();
            long sum = 0;
            for (int l = 1; l < maps.size(); l++) {
                sum += maps.get(l).nonzeros();
            }
            return sum - (maps.get(maps.size() - 1).bias(0) == 0 ? 0 : 1);
        });
        for (int i = 0; i < terms(); i++) {
            AffineMap first = generators.get(generator[i]).maps().get(0);
            count += coefficients[i] == 0 ? 0 : inner[generator[i]];
            for (int r = 0; coefficients[i] != 0 && r < first.rows(); r++) {
                count += bias(first, r, i) == 0 ? 0 : 1;
                for (int a = 0; a < inputs(); a++) {
                    count += first.weight(r, a) * scales[i * inputs() + a] == 0 ? 0 : 1;
                }
            }
        }
        return count;
    }

    private double bias(AffineMap first, int row, int term) {
        double bias = first.bias(row);
        for (int a = 0; a < inputs(); a++) {
            bias -= first.weight(row, a) * shifts[term * inputs() + a];
        }
        return bias;
    }

    private double outputBias() {
        double bias = 0;
        for (int i = 0; i < terms(); i++) {
            bias += coefficients[i] * last(i).bias(0);
        }
        return bias;
    }

    private AffineMap last(int term) {
        List<AffineMap> maps = generators.get(generator[term]).maps();
        return maps.get(maps.size() - 1);
    }

    /** The largest absolute value of a weight or bias of {@link #network()}. */
    public double largestWeight() {
        double largest = Math.abs(outputBias());
        double[] inner = new double[generators.size()];
        Arrays.setAll(inner, g -> {
            List<AffineMap> maps = generators.get(g).maps();
            return maps.subList(1, maps.size() - 1).stream()
                    .mapToDouble(AffineMap::largest)
                    .max()
                    .orElse(0);
        });
        for (int i = 0; i < terms(); i++) {
            AffineMap first = generators.get(generator[i]).maps().get(0);
            if (coefficients[i] != 0) {
                largest = Math.max(largest, inner[generator[i]]);
                largest = Math.max(largest, Math.abs(coefficients[i]) * largestWeight(last(i)));
            }
            for (int r = 0; coefficients[i] != 0 && r < first.rows(); r++) {
                largest = Math.max(largest, Math.abs(bias(first, r, i)));
                for (int a = 0; a < inputs(); a++) {
                    largest = Math.max(largest, Math.abs(first.weight(r, a) * scales[i * inputs() + a]));
                }
            }
        }
        return largest;
    }

    private static double largestWeight(AffineMap map) {
        double largest = 0;
        for (int j = 0; j < map.columns(); j++) {
            largest = Math.max(largest, Math.abs(map.weight(0, j)));
        }
        return largest;
    }

    /**
     * A certified bound of the distance, everywhere, between the network and the expansion in the functions that the
     * generators stand for: \(\sum_i|c_i|\,\varepsilon_{g(i)}\), rounded up.
     */
    public double error() {
        double sum = 0;
        for (int i = 0; i < terms(); i++) {
            sum += Math.abs(coefficients[i]) * errors[generator[i]];
        }
        return PerturbationBound.outward(sum, 2 * terms());
    }

    /**
     * The network. Terms with coefficient 0 are left out. Takes time and memory in proportion to {@link #nonzeros()}.
     *
     * @throws IllegalArgumentException if it has more than 2^31 neurons in a layer, or a weight overflows
     */
    public ReluNetwork network() {
        int[] kept =
                IntStream.range(0, terms()).filter(i -> coefficients[i] != 0).toArray();
        if (kept.length == 0) {
            return ReluNetwork.of(AffineMap.of(new double[inputs()], inputs(), new double[] {outputBias()}));
        }
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 0; l < depth(); l++) {
            maps.add(layer(kept, l));
        }
        return ReluNetwork.of(maps);
    }

    private AffineMap layer(int[] kept, int l) {
        boolean isFirst = l == 0;
        boolean isLast = l == depth() - 1;
        SparseRows rows = new SparseRows();
        int column = 0;
        for (int i : kept) {
            AffineMap map = generators.get(generator[i]).maps().get(l);
            int[] columns = new int[map.columns()];
            double[] values = new double[map.columns()];
            for (int r = 0; r < map.rows(); r++) {
                int count = map.entries(r, columns, values);
                for (int k = 0; k < count; k++) {
                    double scale = isFirst ? scales[i * inputs() + columns[k]] : 1;
                    rows.add((isFirst ? 0 : column) + columns[k], (isLast ? coefficients[i] : 1) * scale * values[k]);
                }
                if (!isLast) {
                    rows.end(isFirst ? bias(map, r, i) : map.bias(r));
                }
            }
            column = Math.addExact(column, map.columns());
        }
        if (isLast) {
            rows.end(outputBias());
        }
        return rows.map(isFirst ? inputs() : column);
    }

    /** What the network costs. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d terms as a ReLU network: depth %d, %d nonzero weights and biases, largest %.3g, emulated to %.2g",
                terms(),
                depth(),
                nonzeros(),
                largestWeight(),
                error());
    }
}
