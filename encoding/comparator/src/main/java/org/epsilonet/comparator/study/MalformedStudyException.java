package org.epsilonet.comparator.study;

import java.io.IOException;
import java.nio.file.Path;

/** A study file or a result file that is not one; the message names file, place and reason in one line. */
public final class MalformedStudyException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedStudyException(Path file, String what) {
        super(file + ": " + what);
    }
}
