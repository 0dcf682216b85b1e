package org.epsilonet.cli;

import picocli.CommandLine.Option;

/** {@code --max-samples}, for the commands that read files that may come from a stranger. */
final class SamplesLimit {
    @Option(
            names = "--max-samples",
            paramLabel = "N",
            description = "Refuse a file that holds more samples; 2^28 by default. Time and memory grow with them.")
    private long most = 1L << 28;

    long most() {
        if (most < 1) {
            throw new IllegalArgumentException("--max-samples must be >= 1, was " + most);
        }
        return most;
    }
}
