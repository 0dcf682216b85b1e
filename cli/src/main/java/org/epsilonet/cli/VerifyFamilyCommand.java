package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.cli.output.Json;
import org.epsilonet.testkit.FamilyLaws;
import org.epsilonet.testkit.LawResult;
import org.epsilonet.testkit.LawResult.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the contract on one family, on several, or on all that are installed. */
@Command(
        name = "verify-family",
        description = "Run the contract that every family must keep on one of them, on several, or on all.")
final class VerifyFamilyCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The families; '" + ALL + "' for every one.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--law", paramLabel = "NAME", description = "Only this law; may be repeated. All laws by default.")
    private List<String> laws = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Decides the random targets; 1 by default.")
    private long seed = 1;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A family with what the laws say of it. */
    private record Verified(String id, List<LawResult> results) {
        List<String> broken() {
            return results.stream()
                    .filter(law -> law.status() == Status.FAILED)
                    .map(LawResult::law)
                    .toList();
        }

        long count(Status status) {
            return results.stream().filter(law -> law.status() == status).count();
        }

        Map<String, @Nullable Object> json() {
            return Json.object(
                    "family",
                    id,
                    "passed",
                    broken().isEmpty(),
                    "checks",
                    results.stream().map(VerifyFamilyCommand::json).toList());
        }
    }

    @Override
    public Integer call() throws IOException, NotReachedException {
        List<String> chosen = laws.isEmpty() ? FamilyLaws.names() : laws;
        if (!FamilyLaws.names().containsAll(chosen)) {
            throw new IllegalArgumentException("--law " + chosen + ": the laws are " + FamilyLaws.names());
        }
        Families families = epsilonet.families();
        boolean several = ids.size() > 1 || ids.contains(ALL);
        List<ApproximationFamily> all = ids.contains(ALL)
                ? families.all()
                : ids.stream()
                        .distinct()
                        .map(id -> KnownNames.family(id, families))
                        .toList();
        List<Verified> verified = verified(all, chosen);
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            Json.print(
                    out,
                    several
                            ? Json.object(
                                    "families",
                                    verified.stream().map(Verified::json).toList())
                            : verified.get(0).json());
        } else {
            (several ? summary(verified) : details(verified.get(0))).print(out);
        }
        requireAllKept(verified);
        return 0;
    }

    private List<Verified> verified(List<ApproximationFamily> families, List<String> chosen) {
        ExecutorService pool = Executors.newFixedThreadPool(threads.count());
        AtomicInteger done = new AtomicInteger();
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
            List<Future<Verified>> running = new ArrayList<>();
            for (ApproximationFamily family : families) {
                running.add(pool.submit(() -> {
                    List<LawResult> results = FamilyLaws.check(chosen, family, seed);
                    bar.update(family.id(), (double) done.incrementAndGet() / families.size());
                    return new Verified(family.id(), results);
                }));
            }
            List<Verified> verified = new ArrayList<>();
            for (Future<Verified> one : running) {
                verified.add(one.get());
            }
            return verified;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the contract itself fails: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Table details(Verified verified) {
        Table table = new Table("law", "result", "detail");
        verified.results.forEach(law -> table.row(law.law(), law.status().name(), law.detail()));
        return table;
    }

    private static Table summary(List<Verified> verified) {
        Table table = new Table("family", "passed", "failed", "not applicable", "first failure");
        for (Verified one : verified) {
            String first = one.results.stream()
                    .filter(law -> law.status() == Status.FAILED)
                    .map(LawResult::detail)
                    .findFirst()
                    .orElse("");
            table.row(
                    one.id,
                    "" + one.count(Status.PASSED),
                    "" + one.count(Status.FAILED),
                    "" + one.count(Status.NOT_APPLICABLE),
                    first);
        }
        return table;
    }

    private void requireAllKept(List<Verified> verified) throws NotReachedException {
        List<Verified> broken =
                verified.stream().filter(one -> !one.broken().isEmpty()).toList();
        if (broken.isEmpty()) {
            return;
        }
        if (verified.size() == 1) {
            throw new NotReachedException("the family " + broken.get(0).id + " breaks the contract (seed " + seed
                    + "): " + String.join(", ", broken.get(0).broken()));
        }
        String each = broken.stream()
                .map(one -> one.id + ": " + String.join(", ", one.broken()))
                .collect(Collectors.joining("; "));
        throw new NotReachedException(
                broken.size() + " of " + verified.size() + " families break the contract (seed " + seed + "): " + each);
    }

    private static Map<String, @Nullable Object> json(LawResult law) {
        return Json.object(
                "name", law.law(),
                "passed", law.status() != Status.FAILED,
                "status", law.status().name(),
                "detail", law.detail());
    }
}
