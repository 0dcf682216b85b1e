package org.epsilonet.comparator.study;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where and how an engine works, as values.
 *
 * @param folder the folder that names of data files are relative to
 * @param plugins the folder of further plug-ins
 * @param threads how many threads work in one process, {@code >= 1}; results do not depend on it
 */
public record Workplace(Path folder, Optional<Path> plugins, int threads) {
    /**
     * @throws IllegalArgumentException if there is no thread
     */
    public Workplace {
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads must be >= 1, was " + threads);
        }
    }
}
