package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.epsilonet.cli.output.Json;
import org.epsilonet.comparator.study.Outcome;
import org.epsilonet.comparator.study.ResultDifference;
import org.epsilonet.comparator.study.ResultDifference.Difference;
import org.epsilonet.comparator.study.ResultDifference.Kind;
import org.epsilonet.comparator.study.ResultLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two result files. */
@Command(
        name = "diff",
        description = {
            "Compare two result files of studies: cells that only one of them has, and cells whose results differ.",
            "Cells are compared whatever version of the code measured them."
        })
final class StudyDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "A result file.")
    private Path a = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Another.")
    private Path b = Path.of("");

    @Option(names = "--exit-code", description = "End with 1 if there is any difference.")
    private boolean exitCode;

    @Mixin
    private OutputOptions shown = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ResultDifference difference = ResultDifference.of(a, b);
        PrintWriter writer = spec.commandLine().getOut();
        if (shown.json()) {
            Json.print(writer, json(difference));
        } else {
            print(difference, writer);
        }
        return exitCode && !difference.differences().isEmpty() ? FailureLines.FAILED : 0;
    }

    private static Map<String, @Nullable Object> json(ResultDifference difference) {
        return Json.object(
                "cells", difference.cells(),
                "done", difference.equal(),
                "skipped", difference.count(Kind.ONLY_A) + difference.count(Kind.ONLY_B),
                "failed", difference.count(Kind.DIFFERENT),
                "results",
                        difference.differences().stream()
                                .map(StudyDiffCommand::json)
                                .toList(),
                "onlyA", difference.count(Kind.ONLY_A),
                "onlyB", difference.count(Kind.ONLY_B),
                "different", difference.count(Kind.DIFFERENT),
                "otherCode", difference.otherCode());
    }

    private static Map<String, @Nullable Object> json(Difference one) {
        return Json.object(
                "kind", one.kind().name(),
                "cell", Json.parsed(one.cell().json()),
                "a", values(one.a()),
                "b", values(one.b()));
    }

    private static @Nullable Object values(Optional<ResultLine> line) {
        return line.map(l -> (Object) Json.parsed(l.outcome().json())).orElse(null);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case DIFFERENT -> "different";
            case ONLY_A -> "only in A";
            case ONLY_B -> "only in B";
        };
    }

    private static void print(ResultDifference difference, PrintWriter writer) {
        for (Difference one : difference.differences()) {
            writer.println(words(one.kind()) + ": " + one.cell());
            List<Outcome.Difference> values = one.values();
            values.forEach(v -> writer.println("  " + v.name() + ": " + v.mine() + " in A, " + v.others() + " in B"));
            if (values.isEmpty()) {
                one.a().ifPresent(line -> writer.println("  A: " + line.outcome()));
                one.b().ifPresent(line -> writer.println("  B: " + line.outcome()));
            }
        }
        writer.println(difference.cells() + " cells: " + difference.equal() + " equal, "
                + difference.count(Kind.DIFFERENT) + " different, "
                + difference.count(Kind.ONLY_A) + " only in A, "
                + difference.count(Kind.ONLY_B) + " only in B"
                + (difference.otherCode() == 0 ? "" : "; " + difference.otherCode() + " measured by different code"));
    }
}
