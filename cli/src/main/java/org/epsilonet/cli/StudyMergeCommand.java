package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.epsilonet.cli.output.Json;
import org.epsilonet.cli.output.OutputFile;
import org.epsilonet.comparator.study.ResultUnion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Unites two result files. */
@Command(
        name = "merge",
        description = {
            "Unite two result files of studies, sorted by key: exact, whatever their order.",
            "A result replaces a failure of its cell; two different results for one key are refused."
        })
final class StudyMergeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "A result file.")
    private Path a = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Another.")
    private Path b = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "C", description = "The union; may be A or B.")
    private Path out = Path.of("");

    @Mixin
    private OutputOptions shown = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        OutputFile file = OutputFile.at(out);
        ResultUnion union = ResultUnion.of(a, b, content -> file.write(content::writeTo));
        PrintWriter writer = spec.commandLine().getOut();
        if (shown.json()) {
            Json.print(
                    writer,
                    Json.object(
                            "cells", union.cells(),
                            "done", union.cells() - union.failed(),
                            "skipped", union.common(),
                            "failed", union.failed(),
                            "results", out.toString()));
        } else {
            writer.println(union.cells() + " cells in " + out + ", " + union.common() + " of them in both files, "
                    + union.failed() + " failed");
        }
        return 0;
    }
}
