package org.epsilonet.families.relu.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ModelFormat;
import org.epsilonet.families.relu.NetworkModel;

/**
 * ONNX. Read: chains of Gemm, MatMul, Add, Relu, BatchNormalization, Flatten, Reshape, Identity, Dropout and Constant; any
 * other operator is refused by name. Written: Gemm and Relu, operator set 13, with float32 weights where all are exact and
 * double otherwise; input {@code x} and output {@code y} have a free first axis, the batch.
 */
public final class OnnxFormat implements ModelFormat {
    /** For the service loader. */
    public OnnxFormat() {}

    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public List<String> endings() {
        return List.of("onnx");
    }

    @Override
    public ImportedModel read(Path path) throws MalformedModelException, IOException {
        ModelFile file = ModelFile.of(path);
        return new OnnxReader(file, OnnxGraph.of(file)).read();
    }

    @Override
    public boolean supports(Model model) {
        return model instanceof NetworkModel;
    }

    @Override
    public void write(Model model, OutputStream out) throws IOException {
        if (!supports(model)) {
            throw new IllegalArgumentException("an .onnx file is written for ReLU networks, was given " + model);
        }
        OnnxWriter.write(model, out);
    }
}
