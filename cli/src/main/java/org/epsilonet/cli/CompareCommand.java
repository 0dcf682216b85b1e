package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.cli.data.SampleFormat;
import org.epsilonet.cli.output.Json;
import org.epsilonet.cli.output.OutputFile;
import org.epsilonet.cli.report.Background;
import org.epsilonet.cli.report.ComparisonReport;
import org.epsilonet.comparator.Comparison;
import org.epsilonet.comparator.ComparisonPlan;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.PairVerdict;
import org.epsilonet.comparator.QuantizationRule;
import org.epsilonet.comparator.RateDistortion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares families on function classes, or on the user's own data, and writes a report. */
@Command(
        name = "compare",
        description = {
            "Compare families on function classes, or on your own data, and write a report.",
            "It has approximation speed, quantized speed, bits against error, and the encoding speed that no family with a"
                    + " code can beat; on data also the shortest code for an error, beside quantize+difference+xz.",
            "Writes report.html, results.csv, summary.csv, summary.json, summary.tex, plots (SVG and PNG) and pgfplots"
                    + " (tables, and a document that draws them)."
        })
final class CompareCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Option(
            names = "--families",
            split = ",",
            paramLabel = "ID",
            description = "Families to compare, or all; by default the representatives of every module.")
    private List<String> families = List.of();

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "ID",
            description =
                    "Function classes or class files (.json), or all; by default those of one and two dimensions, with --quick the"
                            + " representatives.")
    private List<String> classes = List.of();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Your own data, in place of (or with --classes beside) function classes; may be repeated.")
    private List<Path> data = List.of();

    @Option(
            names = "--budgets",
            paramLabel = "FROM:TO",
            description = "Powers of two from FROM to TO (16:4096 by default), or a list 16,32,100.")
    private String budgets = "16:4096";

    @Option(
            names = "--norm",
            paramLabel = "NORM",
            description = "l2, sup, l1 or lP; by default the usual one of each class, and l2 for data.")
    private @Nullable String norm;

    @Option(names = "--quick", description = "Fewer instances, and budgets up to 512 only.")
    private boolean quick;

    @Option(
            names = "--bits",
            paramLabel = "RULE",
            description =
                    "How parameters become bits: certified (the default: half of the error, by certificate); theorem (what the"
                            + " encoding theorem asks for, with the error as covering radius); theorem:G (covering radius M^-G); or a"
                            + " number of bits, the same for every parameter and every M.")
    private String bits = "certified";

    @Option(
            names = "--adversarial",
            paramLabel = "N",
            description =
                    "For every family and class try N functions in search of a hard one, at the largest budget: a lower bound on"
                            + " the supremum of the errors, beside the proven upper bound where one is known. 0 by default; each costs"
                            + " about as much as a measurement.")
    private int adversarial;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes; epsilonet-report by default.")
    private Path out = Path.of("epsilonet-report");

    @Option(names = "--seed", paramLabel = "N", description = "Decides the random instances; 1 by default.")
    private long seed = 1;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private OutputOptions shown = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ComparisonPlan plan = plan();
        OutputFile.requireFolder(out);
        ComparisonResult result;
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
            result = Comparison.run(plan, (done, total, label) -> bar.update(label, (double) done / total));
        }
        if (result.pairs().isEmpty()) {
            throw new IllegalArgumentException("nothing to compare: no family supports the dimension of any class or"
                    + " data; skipped: " + String.join(", ", result.skipped()));
        }
        List<RateDistortion> curves = plan.data().stream()
                .map(d -> RateDistortion.of(d, plan.norm().orElse(LpNorm.L2), result))
                .toList();
        ComparisonReport.write(
                        result,
                        new Background(plan.classes(), curves),
                        Origin.of(spec.root().commandLine().getParseResult(), seed),
                        out)
                .ifPresent(spec.commandLine().getErr()::println);
        PrintWriter writer = spec.commandLine().getOut();
        if (shown.json()) {
            Json.print(writer, ComparisonReport.json(result, curves));
        } else {
            print(writer, result);
            curves.forEach(curve -> print(writer, curve));
            writer.println("report: " + out.resolve("report.html"));
        }
        return contradictions(result) ? FailureLines.FAILED : 0;
    }

    /** Whether measurement and theory contradict each other; says where, in one line. */
    private boolean contradictions(ComparisonResult result) {
        List<String> pairs = result.pairs().stream()
                .filter(pair -> pair.verdict() == PairVerdict.CONTRADICTS_THEORY)
                .map(pair -> pair.family() + " on " + pair.functionClass())
                .toList();
        if (!pairs.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(spec.qualifiedName() + ": " + PairVerdict.CONTRADICTS_THEORY + ": "
                            + String.join(", ", pairs) + " (see " + out.resolve("report.html") + ")");
            spec.commandLine().getErr().flush();
        }
        return !pairs.isEmpty();
    }

    private ComparisonPlan plan() throws IOException {
        Optional<LpNorm> lp = Optional.ofNullable(norm).map(LpNorm::named);
        List<Integer> amounts = BudgetList.of(budgets);
        Families available = epsilonet.families();
        List<FunctionClass> chosen = chosenClasses();
        List<Samples> samples = new ArrayList<>();
        for (Path file : data) {
            samples.add(SampleFormat.of(file).read(file));
        }
        return new ComparisonPlan(
                chosenFamilies(available, chosen, samples),
                chosen,
                samples,
                amounts,
                lp,
                seed,
                threads.count(),
                quick,
                QuantizationRule.named(bits),
                adversarial);
    }

    private List<FunctionClass> chosenClasses() throws IOException {
        FunctionClasses available = epsilonet.classes();
        if (classes.isEmpty()) {
            List<FunctionClass> usual = quick ? available.representatives() : available.all();
            return data.isEmpty()
                    ? usual.stream().filter(c -> c.dimension() <= 2).toList()
                    : List.of();
        }
        if (classes.equals(List.of(ALL))) {
            return available.all();
        }
        Map<String, FunctionClass> named = new LinkedHashMap<>();
        for (String name : new LinkedHashSet<>(classes)) {
            FunctionClass c = epsilonet.functionClass(name);
            if (named.putIfAbsent(c.id(), c) != null) {
                throw new IllegalArgumentException("two class files have the id '" + c.id() + "'; one is " + name);
            }
        }
        return List.copyOf(named.values());
    }

    private List<ApproximationFamily> chosenFamilies(
            Families available, List<FunctionClass> chosen, List<Samples> samples) {
        if (families.equals(List.of(ALL))) {
            return available.all();
        }
        if (!families.isEmpty()) {
            return families.stream()
                    .map(id -> KnownNames.family(id, available))
                    .distinct()
                    .toList();
        }
        Map<String, ApproximationFamily> representatives = new TreeMap<>();
        IntStream.concat(
                        chosen.stream().mapToInt(FunctionClass::dimension),
                        samples.stream().mapToInt(Samples::dimension))
                .distinct()
                .mapToObj(available::representatives)
                .flatMap(Collection::stream)
                .forEach(family -> representatives.put(family.id(), family));
        return List.copyOf(representatives.values());
    }

    private void print(PrintWriter writer, ComparisonResult result) {
        Table table =
                new Table("family", "class", "norm", "speed", "theory", "quantized", "rate", "encoding", "verdict");
        for (PairResult pair : result.pairs()) {
            table.row(
                    pair.family(),
                    pair.functionClass(),
                    pair.norm().toString(),
                    Table.exponent(pair.approxSpeed().estimate()),
                    Table.exponent(pair.theory().map(t -> t.speed()).orElse(Double.NaN)),
                    Table.exponent(pair.quantizedSpeed().estimate()),
                    Table.exponent(pair.rateExponent().estimate()),
                    Table.exponent(pair.encodingSpeed().orElse(Double.NaN)),
                    pair.verdict().name());
        }
        table.print(writer);
        if (!result.skipped().isEmpty()) {
            writer.println("skipped (no partner of that dimension): " + String.join(", ", result.skipped()));
        }
    }

    private static void print(PrintWriter writer, RateDistortion curve) {
        Table table = new Table("error on " + curve.data(), "shortest code", "M", "bits", "baseline bits");
        for (RateDistortion.Best best : curve.best()) {
            table.row(
                    Table.number(best.target()),
                    best.code().orElse("-"),
                    best.budget() > 0 ? String.valueOf(best.budget()) : "-",
                    best.bits() < 0 ? "-" : String.valueOf(best.bits()),
                    best.baselineBits() < 0 ? "-" : String.valueOf(best.baselineBits()));
        }
        writer.println();
        table.print(writer);
    }
}
