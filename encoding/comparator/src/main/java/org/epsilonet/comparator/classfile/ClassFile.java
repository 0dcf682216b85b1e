package org.epsilonet.comparator.classfile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.catalogue.ClassDescription;
import org.epsilonet.comparator.study.SampleReader;
import org.epsilonet.comparator.study.internal.JsonObject;
import org.epsilonet.comparator.study.internal.Schema;

/** A function class in a file. */
public final class ClassFile {
    private static final int LARGEST_FILE = 1 << 20;
    private static final Schema SCHEMA = Schema.of(ClassFile.class, "class.schema.json");

    private ClassFile() {}

    /** The JSON Schema of class files. */
    public static String schema() {
        return SCHEMA.text();
    }

    /**
     * Reads a class.
     *
     * @param file the file, JSON by the published schema; data files in it are relative to its folder
     * @param known the installed classes, which it may refer to
     * @return the class
     * @throws MalformedClassException if the file is not one; says where and why, in one line
     * @throws IOException if it or a data file cannot be read
     */
    public static FunctionClass read(Path file, FunctionClasses known) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new MalformedClassException(file, "larger than " + LARGEST_FILE + " bytes");
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            JsonObject json = JsonObject.parse(Files.readString(file));
            SCHEMA.require(json);
            return ClassDescription.read(
                    json, known, name -> samples(folder == null ? Path.of(name) : folder.resolve(name)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new MalformedClassException(file, String.valueOf(e.getMessage()));
        }
    }

    private static Samples samples(Path file) throws IOException {
        for (SampleReader reader : ServiceLoader.load(SampleReader.class, SampleReader.class.getClassLoader())) {
            if (reader.knows(file)) {
                return reader.read(file);
            }
        }
        throw new IllegalArgumentException(
                file.getFileName() + ": no reader of data files knows this ending; a reader is"
                        + " found when its module declares: provides SampleReader with ...");
    }
}
