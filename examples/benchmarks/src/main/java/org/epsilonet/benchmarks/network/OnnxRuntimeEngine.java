package org.epsilonet.benchmarks.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.epsilonet.api.model.Models;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.ReluNetwork;

/** ONNX Runtime on its default provider, the processor: input in a direct buffer, which it reads in place. */
final class OnnxRuntimeEngine implements Engine {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final FloatBuffer buffer;
    private final OnnxTensor input;

    OnnxRuntimeEngine(ReluNetwork network, int points) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
            session = environment.createSession(onnx(network), options);
        }
        buffer = ByteBuffer.allocateDirect(Float.BYTES * points * network.inputs())
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        input = OnnxTensor.createTensor(environment, buffer, new long[] {points, network.inputs()});
    }

    /** The file that the project writes, as it is. */
    private static byte[] onnx(ReluNetwork network) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Models.installed(List.of()).formatOf("network.onnx").write(NetworkModel.of(network), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public float[] run(float[] points) throws OrtException {
        buffer.put(0, points);
        try (OrtSession.Result result = session.run(Map.of("x", input))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] copy = new float[values.remaining()];
            values.get(copy);
            return copy;
        }
    }

    @Override
    public void close() throws OrtException {
        input.close();
        session.close();
    }
}
