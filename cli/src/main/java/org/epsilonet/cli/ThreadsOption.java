package org.epsilonet.cli;

import picocli.CommandLine.Option;

/** {@code --threads}, for the commands that work in parallel. Results do not depend on it. */
final class ThreadsOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads to use; all processors by default. Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    int count() {
        if (threads < 1) {
            throw new IllegalArgumentException("--threads must be >= 1, was " + threads);
        }
        return threads;
    }
}
