package org.epsilonet.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How results are shown, for every command that has results. */
final class OutputOptions {
    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Mixin
    private HelpOption help = new HelpOption();

    boolean json() {
        return json;
    }
}
