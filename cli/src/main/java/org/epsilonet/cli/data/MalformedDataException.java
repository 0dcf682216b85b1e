package org.epsilonet.cli.data;

import java.io.IOException;
import java.nio.file.Path;

/** A data file that cannot be read as what its ending says; the message names file, place and reason in one line. */
public final class MalformedDataException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedDataException(Path file, String what) {
        super(file + ": " + what);
    }
}
