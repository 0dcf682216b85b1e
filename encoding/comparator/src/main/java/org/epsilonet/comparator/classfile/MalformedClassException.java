package org.epsilonet.comparator.classfile;

import java.io.IOException;
import java.nio.file.Path;

/** A class file that is not one; the message names file, place and reason in one line. */
public final class MalformedClassException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedClassException(Path file, String what) {
        super(file + ": " + what);
    }
}
