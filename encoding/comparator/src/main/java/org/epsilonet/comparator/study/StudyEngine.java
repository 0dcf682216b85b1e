package org.epsilonet.comparator.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Service that measures the cells of a study, somewhere: in this process, or on a cluster.
 *
 * <p>Values go in and values come out; nothing live crosses. A worker elsewhere gets the text {@link Cell#json}, opens a
 * {@link Laboratory} of its own on the same families, measures, and sends the text {@link ResultLine#json} back. The lines
 * come in any order, from any thread: they are told apart by their keys.
 */
public interface StudyEngine {
    /** Name on the command line, for example {@code local}. */
    String id();

    /**
     * Measures cells. Returns when every cell has its line.
     *
     * @param cells the cells; asked for one at a time, as late as possible, by one thread at a time: there may be many
     * @param workplace where and how to work
     * @param results takes every line as soon as it is there; thread-safe
     * @throws IOException if lines cannot be stored, or data not be read
     * @throws IllegalArgumentException if a family or a class is not there; is named
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    void run(Iterator<Cell> cells, Workplace workplace, ResultSink results) throws IOException;

    /** Takes result lines. Thread-safe. */
    @FunctionalInterface
    interface ResultSink {
        /**
         * Takes a line and keeps it before it returns.
         *
         * @throws IOException if it cannot be kept
         */
        void accept(ResultLine line) throws IOException;
    }

    /**
     * All engines, of the module path, the class path and the modules of further layers.
     *
     * @param layers one layer per plug-in
     * @throws IllegalStateException if one fails to load
     */
    static List<StudyEngine> installed(List<ModuleLayer> layers) {
        List<StudyEngine> engines = new ArrayList<>();
        try {
            ServiceLoader.load(StudyEngine.class, StudyEngine.class.getClassLoader())
                    .forEach(engines::add);
            for (ModuleLayer layer : layers) {
                ServiceLoader.load(layer, StudyEngine.class).stream()
                        .filter(provider -> provider.type().getModule().getLayer() == layer)
                        .forEach(provider -> engines.add(provider.get()));
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException("A StudyEngine failed to load: " + e.getMessage(), e);
        }
        return engines;
    }
}
