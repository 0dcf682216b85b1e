package org.epsilonet.families.relu;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.epsilonet.families.relu.kernel.DenseKernel;
import org.jspecify.annotations.Nullable;

/**
 * A feed-forward ReLU network \(A_L \circ \sigma \circ \dots \circ \sigma \circ A_1\) from \(\mathbb R^d\) to \(\mathbb
 * R^m\): affine maps with \(\sigma(t) = \max(0,t)\) between them. Immutable.
 *
 * <p>Evaluation is the forward pass with a fixed order of summation: as long as all values are finite, one point and a
 * batch, one thread and many, a sparse layer and the same one dense agree bit for bit on every machine. In doubles its rounding error is relative to the sizes of the terms, not of the sum: a shallow network
 * with weights \(c_i\) of alternating signs loses about \(\log_2\max|c_i|\) of the 53 bits.
 */
public final class ReluNetwork {
    private final List<AffineMap> maps;
    private final DoubleForward inDoubles;

    /** Made when first needed. Two threads may both make it; they are equal. */
    private volatile @Nullable FloatForward inFloats;

    private ReluNetwork(List<AffineMap> maps) {
        this.maps = maps;
        this.inDoubles = new DoubleForward(maps);
    }

    /**
     * The network of the given affine maps, first to last.
     *
     * @param maps at least one; each has as many inputs as the one before has outputs
     * @throws IllegalArgumentException if there is none or the sizes do not chain
     */
    public static ReluNetwork of(List<AffineMap> maps) {
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one affine map");
        }
        for (int l = 1; l < maps.size(); l++) {
            if (maps.get(l).columns() != maps.get(l - 1).rows()) {
                throw new IllegalArgumentException(
                        "affine map " + l + " has " + maps.get(l).columns() + " inputs, the one before it "
                                + maps.get(l - 1).rows() + " outputs");
            }
        }
        return new ReluNetwork(List.copyOf(maps));
    }

    /** The network of the given affine maps, first to last; see {@link #of(List)}. */
    public static ReluNetwork of(AffineMap... maps) {
        return of(Arrays.asList(maps));
    }

    /** The affine maps \(A_1, \dots, A_L\). */
    public List<AffineMap> maps() {
        return maps;
    }

    /** The number \(L\) of affine maps. */
    public int depth() {
        return maps.size();
    }

    /** The layer sizes \(N_0, \dots, N_L\), input and output included. */
    public int[] architecture() {
        int[] sizes = new int[maps.size() + 1];
        sizes[0] = inputs();
        for (int l = 0; l < maps.size(); l++) {
            sizes[l + 1] = maps.get(l).rows();
        }
        return sizes;
    }

    /** The largest layer size \(\max_{0\le\ell\le L} N_\ell\). */
    public int width() {
        return Arrays.stream(architecture()).max().orElseThrow();
    }

    /** The dimension \(d\) of the input. */
    public int inputs() {
        return maps.get(0).columns();
    }

    /** The dimension \(m\) of the output. */
    public int outputs() {
        return maps.get(maps.size() - 1).rows();
    }

    /** The number of parameters: all biases, and all weights except those outside the support of a sparse layer. */
    public long parameters() {
        return maps.stream().mapToLong(AffineMap::parameters).sum();
    }

    /** The number of weights and biases that are not zero. */
    public long nonzeros() {
        return maps.stream().mapToLong(AffineMap::nonzeros).sum();
    }

    /** The largest absolute value of a weight or bias. */
    public double largestWeight() {
        return maps.stream().mapToDouble(AffineMap::largest).max().orElseThrow();
    }

    /**
     * The value at one point.
     *
     * @param x a point of \(\mathbb R^d\)
     * @return \(R_\theta(x)\), of length {@link #outputs()}
     * @throws IllegalArgumentException if the length is not {@link #inputs()}
     */
    public double[] at(double... x) {
        if (x.length != inputs()) {
            throw new IllegalArgumentException("the network has " + inputs() + " inputs, given were " + x.length);
        }
        return atAll(x);
    }

    /**
     * The values at several points.
     *
     * @param points \(n\) points of \(\mathbb R^d\), one after the other
     * @return \(n\) values of \(\mathbb R^m\), one after the other
     * @throws IllegalArgumentException if the length is not a multiple of {@link #inputs()}
     */
    public double[] atAll(double[] points) {
        checkPoints(points.length);
        return inDoubles.run(points, inputs(), outputs());
    }

    /**
     * The values at several points in floats, by the kernel that is installed; see {@link #atAll(float[], DenseKernel)}.
     *
     * @param points \(n\) points of \(\mathbb R^d\), one after the other
     * @return \(n\) values of \(\mathbb R^m\), one after the other
     * @throws IllegalArgumentException if the length is not a multiple of {@link #inputs()}
     * @throws ArithmeticException if a weight is too large for a float
     */
    public float[] atAll(float[] points) {
        return atAll(points, DenseKernel.installed());
    }

    /**
     * The values at several points in floats: weights are rounded to the nearest float, every sum starts with the bias
     * and takes the inputs in order by fused multiply-adds. As long as all intermediate values are finite, the bits
     * depend neither on the kernel nor on how many points or threads there are. On a processor without fused multiply-add
     * instructions the virtual machine emulates them slowly.
     *
     * @param points \(n\) points of \(\mathbb R^d\), one after the other
     * @param kernel computes the dense layers
     * @return \(n\) values of \(\mathbb R^m\), one after the other
     * @throws IllegalArgumentException if the length is not a multiple of {@link #inputs()}
     * @throws ArithmeticException if a weight is too large for a float
     */
    public float[] atAll(float[] points, DenseKernel kernel) {
        checkPoints(points.length);
        FloatForward pass = inFloats;
        if (pass == null) {
            pass = new FloatForward(this);
            inFloats = pass;
        }
        return pass.run(points, inputs(), outputs(), kernel);
    }

    private void checkPoints(int coordinates) {
        if (coordinates % inputs() != 0) {
            throw new IllegalArgumentException(
                    coordinates + " coordinates are not a whole number of points of dimension " + inputs());
        }
    }

    /**
     * The function of one variable that the network computes on an interval, as knots and values: an exact conversion,
     * up to rounding. A deep network may have exponentially many pieces.
     *
     * @param low left end of the interval
     * @param high right end, {@code > low}
     * @return the piecewise linear form
     * @throws IllegalArgumentException if the network is not from \(\mathbb R\) to \(\mathbb R\), the interval is empty
     *     or there are more than 2^20 pieces
     */
    public PiecewiseLinear piecewiseLinear(double low, double high) {
        if (inputs() != 1 || outputs() != 1 || !(low < high)) {
            throw new IllegalArgumentException("the piecewise linear form needs one input, one output and an interval,"
                    + " was given " + this + " on [" + low + ", " + high + "]");
        }
        return Unfolding.of(this, low, high);
    }

    /** What the network costs. */
    @Override
    public String toString() {
        int[] sizes = architecture();
        StringBuilder chain = new StringBuilder();
        if (sizes.length <= 6) {
            for (int size : sizes) {
                chain.append(chain.length() == 0 ? " " : "-").append(size);
            }
        }
        return String.format(
                Locale.ROOT,
                "ReLU network%s: depth %d, width %d, %d nonzero weights and biases, largest %.3g",
                chain,
                depth(),
                width(),
                nonzeros(),
                largestWeight());
    }
}
