package org.epsilonet.families.relu.kernel;

/**
 * Applies a dense affine map to many points in floats. Stateless and thread-safe. Providers are found through {@link
 * java.util.ServiceLoader}; none is needed.
 */
public interface DenseKernel {
    /** Rows of points have a length that is a multiple of this, so that a kernel needs no code for remainders. */
    int PADDING = 64;

    /** The name, for reports and benchmarks. */
    String name();

    /**
     * Computes \(y_i = \mathrm{fma}(W_{i,n-1}, x_{n-1}, \dots \mathrm{fma}(W_{i0}, x_0, b_i + 0))\) in every point,
     * where fma rounds once. (Adding 0 to the bias makes \(-0\) into \(+0\); no sum is then ever \(-0\), and terms of
     * zero weight may be left out.)
     *
     * @param weights \(W_{ij}\) is entry {@code i * in.length + j}
     * @param biases one per output
     * @param in {@code in[j][p]} is coordinate \(j\) of point \(p\); as many rows as inputs
     * @param out receives coordinate \(i\) of the image of point \(p\) in {@code out[i][p]}; at least one row per
     *     output, none of them among {@code in}; entries from {@code points} on may be overwritten
     * @param points how many, at least 1; rows are at least as long, rounded up to a multiple of {@link #PADDING}
     */
    void apply(float[] weights, float[] biases, float[][] in, float[][] out, int points);

    /** The kernel in plain Java, which leaves vectors to the compiler of the virtual machine. */
    static DenseKernel plain() {
        return PlainKernel.INSTANCE;
    }

    /**
     * The kernel of the first provider found, or the plain one.
     *
     * @throws java.util.ServiceConfigurationError if a provider is present but cannot be loaded, for example because
     *     {@code jdk.incubator.vector} is not among the modules
     */
    static DenseKernel installed() {
        return InstalledKernel.get();
    }
}
