package org.epsilonet.comparator.study;

import java.io.IOException;
import java.nio.file.Path;
import org.epsilonet.api.function.Samples;

/** Service that reads data files for studies. */
public interface SampleReader {
    /** Whether this reader knows such files, by their name. */
    boolean knows(Path file);

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or is not what its name says
     */
    Samples read(Path file) throws IOException;
}
