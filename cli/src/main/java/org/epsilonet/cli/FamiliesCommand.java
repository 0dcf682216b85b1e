package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.cli.output.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the approximation families. */
@Command(
        name = "families",
        description = {
            "List every family found, with its module and whether it is infinity-encodable.",
            "A star marks the families that 'compare' runs when none are named.",
            "With IDs: of each of these, how the verdict follows, for every dimension and norm."
        })
final class FamiliesCommand implements Callable<Integer> {
    private static final List<LpNorm> NORMS = List.of(LpNorm.L1, LpNorm.L2, LpNorm.SUP);

    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Families to explain; by default all are listed.")
    private List<String> ids = List.of();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Families families = epsilonet.families();
        List<ApproximationFamily> chosen = ids.isEmpty()
                ? families.all()
                : ids.stream()
                        .map(id -> KnownNames.family(id, families))
                        .distinct()
                        .toList();
        Set<String> representatives = representatives(families);
        if (output.json()) {
            List<Map<String, @Nullable Object>> entries = chosen.stream()
                    .map(family -> json(families, family, representatives.contains(family.id())))
                    .toList();
            Json.print(spec.commandLine().getOut(), Json.object("families", entries));
        } else if (!ids.isEmpty()) {
            chosen.forEach(
                    family -> explain(families, family, spec.commandLine().getOut()));
        } else {
            table(families, representatives).print(spec.commandLine().getOut());
        }
        return 0;
    }

    private static Set<String> representatives(Families families) {
        return families.all().stream()
                .flatMap(family -> family.dimensions().stream())
                .distinct()
                .flatMap(dimension -> families.representatives(dimension).stream())
                .map(ApproximationFamily::id)
                .collect(Collectors.toSet());
    }

    private static Table table(Families families, Set<String> representatives) {
        Table table = new Table("family", "", "d", "encodable (l2)", "h", "module", "title");
        for (ApproximationFamily family : families.all()) {
            EncodabilityVerdict verdict = verdict(family, smallest(family), LpNorm.L2);
            table.row(
                    family.id(),
                    representatives.contains(family.id()) ? "*" : "",
                    dimensions(family).stream().map(String::valueOf).collect(Collectors.joining(",")),
                    verdict.kind().name(),
                    Table.exponent(verdict.h()),
                    module(families, family),
                    family.title());
        }
        return table;
    }

    /** The derivation of the verdict, norms with the same one together. */
    private static void explain(Families families, ApproximationFamily family, PrintWriter out) {
        out.println(family.id() + " (" + module(families, family) + "): " + family.title());
        out.println("M is the " + family.parameterMeaning());
        for (int dimension : dimensions(family)) {
            Map<EncodabilityVerdict, String> norms = new LinkedHashMap<>();
            NORMS.forEach(
                    norm -> norms.merge(verdict(family, dimension, norm), norm.toString(), (a, b) -> a + ", " + b));
            norms.forEach((verdict, names) -> {
                out.println();
                out.println("d = " + dimension + ", " + names + ": " + verdict.kind() + ", h = "
                        + Table.exponent(verdict.h()));
                verdict.derivation().forEach(line -> out.println("  " + line));
            });
        }
        out.println();
    }

    private static Map<String, @Nullable Object> json(
            Families families, ApproximationFamily family, boolean representative) {
        List<Map<String, @Nullable Object>> byNorm = new ArrayList<>();
        for (int dimension : dimensions(family)) {
            for (LpNorm norm : NORMS) {
                Map<String, @Nullable Object> entry = Json.object("dimension", dimension, "norm", norm.toString());
                entry.putAll(json(verdict(family, dimension, norm)));
                byNorm.add(entry);
            }
        }
        return Json.object(
                "id", family.id(),
                "title", family.title(),
                "module", module(families, family),
                "representative", representative,
                "dimensions", dimensions(family),
                "parameterMeaning", family.parameterMeaning(),
                "encodability", json(verdict(family, smallest(family), LpNorm.L2)),
                "encodabilityByNorm", byNorm);
    }

    private static Map<String, @Nullable Object> json(EncodabilityVerdict verdict) {
        return Json.object(
                "verdict", verdict.kind().name(),
                "h", Json.number(verdict.h()),
                "derivation", verdict.derivation());
    }

    private static EncodabilityVerdict verdict(ApproximationFamily family, int dimension, LpNorm norm) {
        return family.encodability(new Cube(dimension), norm).verdict();
    }

    private static List<Integer> dimensions(ApproximationFamily family) {
        return List.copyOf(new TreeSet<>(family.dimensions()));
    }

    private static int smallest(ApproximationFamily family) {
        return dimensions(family).get(0);
    }

    /** Where it is provided: its class may be one that others share. */
    private static String module(Families families, ApproximationFamily family) {
        Module module = families.provider(family.id()).getModule();
        return module.isNamed() ? module.getName() : "(class path)";
    }
}
