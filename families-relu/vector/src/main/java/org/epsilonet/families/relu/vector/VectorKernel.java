package org.epsilonet.families.relu.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.epsilonet.families.relu.kernel.DenseKernel;

/**
 * Dense layers by the Vector API. Sums stay in registers over all inputs; lanes are points, so that each of them adds in
 * the order of {@link DenseKernel#apply}. Of 32 registers of 512 bits it uses 29; with fewer the compiler spills some.
 *
 * <p>The inner loop and its stores are one method on purpose: such a method exhausts the compiler's budget for inlining,
 * which the methods of vectors are exempt from, but a method of ours is not. Where it is called, vectors become objects
 * and the loop runs ten times slower.
 */
public final class VectorKernel implements DenseKernel {
    /** Four vectors are at most {@link #PADDING} points. */
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > PADDING / 4
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    private static final int LANES = SPECIES.length();
    private static final int OUTPUTS = 6;

    /** For {@link java.util.ServiceLoader}. */
    public VectorKernel() {}

    @Override
    public String name() {
        return "vector of " + LANES + " floats";
    }

    @Override
    public void apply(float[] weights, float[] biases, float[][] in, float[][] out, int points) {
        int rows = biases.length;
        for (int p = 0; p < points; p += 4 * LANES) {
            if (rows >= OUTPUTS) {
                for (int i = 0; i < rows; i += OUTPUTS) {
                    // The last six may compute some outputs a second time, to the same bits.
                    six(weights, biases, in, out, Math.min(i, rows - OUTPUTS), p);
                }
            } else {
                for (int i = 0; i < rows; i++) {
                    one(weights, biases, in, out, i, p);
                }
            }
        }
    }

    private static void six(float[] weights, float[] biases, float[][] in, float[][] out, int i, int p) {
        int columns = in.length;
        FloatVector a0 = FloatVector.broadcast(SPECIES, biases[i] + 0f);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector b0 = FloatVector.broadcast(SPECIES, biases[i + 1] + 0f);
        FloatVector b1 = b0;
        FloatVector b2 = b0;
        FloatVector b3 = b0;
        FloatVector c0 = FloatVector.broadcast(SPECIES, biases[i + 2] + 0f);
        FloatVector c1 = c0;
        FloatVector c2 = c0;
        FloatVector c3 = c0;
        FloatVector d0 = FloatVector.broadcast(SPECIES, biases[i + 3] + 0f);
        FloatVector d1 = d0;
        FloatVector d2 = d0;
        FloatVector d3 = d0;
        FloatVector e0 = FloatVector.broadcast(SPECIES, biases[i + 4] + 0f);
        FloatVector e1 = e0;
        FloatVector e2 = e0;
        FloatVector e3 = e0;
        FloatVector f0 = FloatVector.broadcast(SPECIES, biases[i + 5] + 0f);
        FloatVector f1 = f0;
        FloatVector f2 = f0;
        FloatVector f3 = f0;
        int row = i * columns;
        for (int j = 0; j < columns; j++) {
            float[] x = in[j];
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, p);
            FloatVector x1 = FloatVector.fromArray(SPECIES, x, p + LANES);
            FloatVector x2 = FloatVector.fromArray(SPECIES, x, p + 2 * LANES);
            FloatVector x3 = FloatVector.fromArray(SPECIES, x, p + 3 * LANES);
            FloatVector w = FloatVector.broadcast(SPECIES, weights[row + j]);
            a0 = x0.fma(w, a0);
            a1 = x1.fma(w, a1);
            a2 = x2.fma(w, a2);
            a3 = x3.fma(w, a3);
            w = FloatVector.broadcast(SPECIES, weights[row + columns + j]);
            b0 = x0.fma(w, b0);
            b1 = x1.fma(w, b1);
            b2 = x2.fma(w, b2);
            b3 = x3.fma(w, b3);
            w = FloatVector.broadcast(SPECIES, weights[row + 2 * columns + j]);
            c0 = x0.fma(w, c0);
            c1 = x1.fma(w, c1);
            c2 = x2.fma(w, c2);
            c3 = x3.fma(w, c3);
            w = FloatVector.broadcast(SPECIES, weights[row + 3 * columns + j]);
            d0 = x0.fma(w, d0);
            d1 = x1.fma(w, d1);
            d2 = x2.fma(w, d2);
            d3 = x3.fma(w, d3);
            w = FloatVector.broadcast(SPECIES, weights[row + 4 * columns + j]);
            e0 = x0.fma(w, e0);
            e1 = x1.fma(w, e1);
            e2 = x2.fma(w, e2);
            e3 = x3.fma(w, e3);
            w = FloatVector.broadcast(SPECIES, weights[row + 5 * columns + j]);
            f0 = x0.fma(w, f0);
            f1 = x1.fma(w, f1);
            f2 = x2.fma(w, f2);
            f3 = x3.fma(w, f3);
        }
        a0.intoArray(out[i], p);
        a1.intoArray(out[i], p + LANES);
        a2.intoArray(out[i], p + 2 * LANES);
        a3.intoArray(out[i], p + 3 * LANES);
        b0.intoArray(out[i + 1], p);
        b1.intoArray(out[i + 1], p + LANES);
        b2.intoArray(out[i + 1], p + 2 * LANES);
        b3.intoArray(out[i + 1], p + 3 * LANES);
        c0.intoArray(out[i + 2], p);
        c1.intoArray(out[i + 2], p + LANES);
        c2.intoArray(out[i + 2], p + 2 * LANES);
        c3.intoArray(out[i + 2], p + 3 * LANES);
        d0.intoArray(out[i + 3], p);
        d1.intoArray(out[i + 3], p + LANES);
        d2.intoArray(out[i + 3], p + 2 * LANES);
        d3.intoArray(out[i + 3], p + 3 * LANES);
        e0.intoArray(out[i + 4], p);
        e1.intoArray(out[i + 4], p + LANES);
        e2.intoArray(out[i + 4], p + 2 * LANES);
        e3.intoArray(out[i + 4], p + 3 * LANES);
        f0.intoArray(out[i + 5], p);
        f1.intoArray(out[i + 5], p + LANES);
        f2.intoArray(out[i + 5], p + 2 * LANES);
        f3.intoArray(out[i + 5], p + 3 * LANES);
    }

    private static void one(float[] weights, float[] biases, float[][] in, float[][] out, int i, int p) {
        FloatVector a0 = FloatVector.broadcast(SPECIES, biases[i] + 0f);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        int row = i * in.length;
        for (int j = 0; j < in.length; j++) {
            float[] x = in[j];
            FloatVector w = FloatVector.broadcast(SPECIES, weights[row + j]);
            a0 = FloatVector.fromArray(SPECIES, x, p).fma(w, a0);
            a1 = FloatVector.fromArray(SPECIES, x, p + LANES).fma(w, a1);
            a2 = FloatVector.fromArray(SPECIES, x, p + 2 * LANES).fma(w, a2);
            a3 = FloatVector.fromArray(SPECIES, x, p + 3 * LANES).fma(w, a3);
        }
        a0.intoArray(out[i], p);
        a1.intoArray(out[i], p + LANES);
        a2.intoArray(out[i], p + 2 * LANES);
        a3.intoArray(out[i], p + 3 * LANES);
    }
}
