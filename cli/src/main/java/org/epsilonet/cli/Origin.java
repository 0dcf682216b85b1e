package org.epsilonet.cli;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.epsilonet.cli.report.Provenance;
import picocli.CommandLine.ParseResult;

/** Where a result comes from: what its reader needs to make it again. */
final class Origin {
    private Origin() {}

    /**
     * The provenance of what this process computes.
     *
     * @param given the command line
     * @param seed the seed that was used
     */
    static Provenance of(ParseResult given, long seed) throws IOException {
        return new Provenance(
                Version.number(),
                Version.commit(),
                "epsilonet " + String.join(" ", given.originalArgs()),
                seed,
                System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + ", "
                        + System.getProperty("java.vendor") + ")",
                System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors()
                        + " processors, heap up to "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB, " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version"),
                OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
