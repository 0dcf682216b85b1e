package org.epsilonet.families.relu.kernel;

import java.util.Arrays;
import org.epsilonet.families.relu.kernel.internal.FloatRows;

/**
 * Four inputs at a time into one output, over all points: a loop short enough for the virtual machine to unroll and turn
 * into vectors (with eight inputs it does not, on JDK 17), long enough to store each sum only every fourth time. The rows
 * of four inputs stay in the first-level cache while all outputs take their share.
 */
final class PlainKernel implements DenseKernel {
    static final PlainKernel INSTANCE = new PlainKernel();

    private PlainKernel() {}

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void apply(float[] weights, float[] biases, float[][] in, float[][] out, int points) {
        int columns = in.length;
        for (int i = 0; i < biases.length; i++) {
            Arrays.fill(out[i], 0, points, biases[i] + 0f);
        }
        int j = 0;
        for (; j + 4 <= columns; j += 4) {
            for (int i = 0; i < biases.length; i++) {
                FloatRows.add(out[i], weights, i * columns + j, in[j], in[j + 1], in[j + 2], in[j + 3], points);
            }
        }
        for (; j < columns; j++) {
            for (int i = 0; i < biases.length; i++) {
                FloatRows.add(out[i], weights[i * columns + j], in[j], points);
            }
        }
    }
}
