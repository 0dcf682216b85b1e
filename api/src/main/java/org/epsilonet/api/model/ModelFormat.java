package org.epsilonet.api.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Service: a file format for models. Stateless and thread-safe. Declare it twice: {@code provides ModelFormat with ...} in
 * {@code module-info.java}, and in {@code META-INF/services}.
 */
public interface ModelFormat {
    /** Dotted, stable name, for example {@code onnx}. Lower case letters, digits, dots and dashes. */
    String id();

    /** The file endings, lower case, without the dot; not empty. */
    List<String> endings();

    /**
     * Reads a model from a file that may come from a stranger: every length is checked before it is allocated.
     *
     * @param file the file; named in every message
     * @return the model and a report
     * @throws MalformedModelException if it is damaged or has a part that is not supported, which is named
     * @throws IOException if it cannot be read
     */
    ImportedModel read(Path file) throws MalformedModelException, IOException;

    /**
     * Whether this format can hold the model.
     *
     * @param model any model
     */
    boolean supports(Model model);

    /**
     * Writes a model; parameters that are float32 numbers are written exactly.
     *
     * @param model a model that it {@linkplain #supports supports}
     * @param out receives the file; not closed
     * @throws IllegalArgumentException if the format cannot hold the model
     * @throws IOException if it cannot be written
     */
    void write(Model model, OutputStream out) throws IOException;
}
