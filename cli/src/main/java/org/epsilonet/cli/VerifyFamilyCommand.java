package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.cli.output.Json;
import org.epsilonet.testkit.FamilyLaws;
import org.epsilonet.testkit.LawResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the contract on one family. */
@Command(name = "verify-family", description = "Run the contract that every family must keep on one of them.")
final class VerifyFamilyCommand implements Callable<Integer> {
    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Parameters(index = "0", paramLabel = "ID", description = "The family.")
    private String id = "";

    @Option(names = "--seed", paramLabel = "N", description = "Decides the random targets; 1 by default.")
    private long seed = 1;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, NotReachedException {
        ApproximationFamily family = epsilonet.families().get(id);
        List<LawResult> results = FamilyLaws.check(family, seed);
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            Json.print(
                    out,
                    Json.object(
                            "family",
                            id,
                            "checks",
                            results.stream().map(VerifyFamilyCommand::json).toList()));
        } else {
            Table table = new Table("law", "result", "detail");
            results.forEach(law -> table.row(law.law(), law.status().name(), law.detail()));
            table.print(out);
        }
        List<String> broken = results.stream()
                .filter(law -> law.status() == LawResult.Status.FAILED)
                .map(LawResult::law)
                .toList();
        if (!broken.isEmpty()) {
            throw new NotReachedException(
                    "the family " + id + " breaks the contract (seed " + seed + "): " + String.join(", ", broken));
        }
        return 0;
    }

    private static Map<String, @Nullable Object> json(LawResult law) {
        return Json.object(
                "name", law.law(),
                "passed", law.status() != LawResult.Status.FAILED,
                "status", law.status().name(),
                "detail", law.detail());
    }
}
