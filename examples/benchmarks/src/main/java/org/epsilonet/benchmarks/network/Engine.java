package org.epsilonet.benchmarks.network;

import ai.onnxruntime.OrtException;
import org.epsilonet.families.relu.ReluNetwork;
import org.epsilonet.families.relu.kernel.DenseKernel;

/** Something that evaluates a network in a batch. */
interface Engine {
    float[] run(float[] points) throws OrtException;

    void close() throws OrtException;

    /** Before the set-up. */
    record None() implements Engine {
        @Override
        public float[] run(float[] points) {
            throw new IllegalStateException("no engine is set up");
        }

        @Override
        public void close() {}
    }

    /** Ours. */
    record Own(ReluNetwork network, DenseKernel kernel) implements Engine {
        @Override
        public float[] run(float[] points) {
            return network.atAll(points, kernel);
        }

        @Override
        public void close() {}
    }
}
