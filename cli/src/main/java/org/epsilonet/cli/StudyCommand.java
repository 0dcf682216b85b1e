package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.epsilonet.cli.output.Json;
import org.epsilonet.cli.output.OutputFile;
import org.epsilonet.comparator.study.Laboratory;
import org.epsilonet.comparator.study.Part;
import org.epsilonet.comparator.study.ResultFile;
import org.epsilonet.comparator.study.Study;
import org.epsilonet.comparator.study.StudyCells;
import org.epsilonet.comparator.study.StudyEngine;
import org.epsilonet.comparator.study.StudyRun;
import org.epsilonet.comparator.study.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a study, or goes on with it. */
@Command(
        name = "study",
        description = {
            "Measure every cell of a study file and append each result as one line to DIR/NAME.jsonl.",
            "Whatever ended the last run, the same command goes on from there. Results do not depend on threads, parts or"
                    + " machines."
        },
        subcommands = {StudyDiffCommand.class, StudyMergeCommand.class})
final class StudyCommand implements Callable<Integer> {
    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Parameters(arity = "0..1", paramLabel = "FILE.json", description = "The study; see --schema.")
    private @Nullable Path study;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the result file goes; epsilonet-study by default.")
    private Path out = Path.of("epsilonet-study");

    @Option(
            names = "--part",
            paramLabel = "K/N",
            description =
                    "Only the K-th of N parts, into NAME.KofN.jsonl: for N processes or machines; merge them after.")
    private @Nullable String part;

    @Option(names = "--retry-failed", description = "Measure cells again that failed before.")
    private boolean retryFailed;

    @Option(names = "--engine", paramLabel = "ID", description = "Who measures the cells; local by default.")
    private String engine = "local";

    @Option(names = "--schema", description = "Print the JSON Schema of study files and do nothing else.")
    private boolean schema;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private OutputOptions shown = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter writer = spec.commandLine().getOut();
        if (schema) {
            writer.print(Study.schema());
            writer.flush();
            return 0;
        }
        if (study == null) {
            throw new ParameterException(
                    spec.commandLine(), "FILE.json is missing (or one of the commands diff, merge)");
        }
        try {
            return run(study, writer);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int run(Path file, PrintWriter writer) throws IOException {
        Study read = Study.read(file);
        Part chosen = part == null ? Part.WHOLE : Part.named(part);
        StudyEngine measuring = epsilonet.engine(engine);
        // Looked up first for its words about an installation that is wrong.
        epsilonet.families();
        Path folder = file.toAbsolutePath().getParent();
        Workplace workplace =
                new Workplace(folder == null ? Path.of("") : folder, epsilonet.plugins(), threads.count());
        Laboratory laboratory = Laboratory.at(workplace);
        StudyCells cells = new StudyCells(read, laboratory);
        OutputFile.requireFolder(out);
        Files.createDirectories(out);
        Path results = out.resolve(
                read.name() + (chosen.of() == 1 ? "" : "." + chosen.number() + "of" + chosen.of()) + ".jsonl");
        StudyRun done;
        try (ResultFile lines = ResultFile.open(results, retryFailed);
                StudyProgress progress = new StudyProgress(spec.commandLine().getErr(), results)) {
            done = StudyRun.of(cells, chosen, laboratory, measuring, workplace, lines, progress);
        }
        show(done, cells, results, writer);
        return done.failed() == 0 ? 0 : failed(done, results);
    }

    private void show(StudyRun done, StudyCells cells, Path results, PrintWriter writer) throws IOException {
        if (shown.json()) {
            Json.print(
                    writer,
                    Json.object(
                            "cells", done.cells(),
                            "done", done.done(),
                            "skipped", done.skipped(),
                            "failed", done.failed(),
                            "results", results.toString(),
                            "alone", cells.alone(),
                            "outOfReach", cells.outOfReach()));
            return;
        }
        writer.println(done.cells() + " cells: " + done.done() + " done, " + done.skipped()
                + " skipped (there before), " + done.failed() + " failed");
        list("without a partner of their dimension: ", cells.alone(), writer);
        list("left out: ", cells.outOfReach(), writer);
        writer.println("results: " + results);
    }

    private static void list(String what, List<String> names, PrintWriter writer) {
        if (!names.isEmpty()) {
            writer.println(what + String.join(", ", names));
        }
    }

    /** The study is complete, and yet something is wrong: says so in one line. */
    private int failed(StudyRun done, Path results) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(spec.qualifiedName() + ": " + done.failed() + " of " + done.cells() + " cells failed; " + results
                + " has the reasons under \"failure\", --retry-failed measures them again");
        err.flush();
        return FailureLines.FAILED;
    }
}
