package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.LipschitzAnalysis;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.Models;
import org.epsilonet.api.model.RoundingScheme;
import org.epsilonet.cli.output.Json;
import org.epsilonet.cli.output.OutputFile;
import org.epsilonet.cli.report.DepthPlot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what is known of the Lipschitz constants of a network, or of all networks of an architecture. */
@Command(
        name = "bounds",
        description = {
            "Lipschitz constants, covering numbers and bits per weight of networks, by every method.",
            "The network is in a file; or the bounds are for all networks of an architecture whose layers have norms of at"
                    + " most R."
        })
final class BoundsCommand implements Callable<Integer> {
    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Parameters(index = "0", arity = "0..1", paramLabel = "NET", description = "The network; or --architecture.")
    private @Nullable Path input;

    @Option(
            names = "--architecture",
            split = ",",
            paramLabel = "N",
            description = "The sizes of all layers, input and output included, for example 1,64,64,1.")
    private List<Integer> sizes = List.of();

    @Option(names = "--radius", paramLabel = "R", description = "The largest norm of a layer; > 0.")
    private double radius = Double.NaN;

    @Mixin
    private DomainOptions domain = new DomainOptions();

    @Option(
            names = "--error",
            split = ",",
            paramLabel = "E",
            description = "Errors for covering numbers and bits, each > 0; 0.1,0.01,0.001 by default.")
    private List<Double> errors = List.of(0.1, 0.01, 0.001);

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg",
            description = "Draw bits per weight against depth, for radii below, at and above 1.")
    private @Nullable Path plot;

    @Mixin
    private OutputOptions shown = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, MalformedModelException {
        for (double error : errors) {
            if (!(error > 0) || Double.isInfinite(error)) {
                throw new IllegalArgumentException("--error must be finite and > 0, was " + error);
            }
        }
        if ((input == null) == sizes.isEmpty()) {
            throw new IllegalArgumentException("either a network file or --architecture is needed, and not both");
        }
        InputBox box = domain.box();
        LpNorm lp = domain.lp();
        Models models = epsilonet.models();
        OutputFile picture = plot == null ? null : input == null ? OutputFile.at(plot) : OutputFile.at(plot, input);
        BoundsReport report = input == null ? ofArchitecture(models, box, lp) : ofFile(models, input, box, lp);
        if (picture != null) {
            byte[] svg = DepthPlot.svg(report.analysis(), report.architecture(), box, errors.get(errors.size() - 1))
                    .getBytes(StandardCharsets.UTF_8);
            picture.write(out -> out.write(svg));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (shown.json()) {
            Json.print(out, report.json());
        } else {
            report.print(out);
        }
        return 0;
    }

    private BoundsReport ofArchitecture(Models models, InputBox box, LpNorm lp) {
        if (Double.isNaN(radius)) {
            throw new IllegalArgumentException("--architecture needs --radius too");
        }
        Architecture architecture = new Architecture(sizes, radius);
        LipschitzAnalysis analysis = models.analyses().stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no Lipschitz analysis at all: it is found when"
                                + " its module (for networks org.epsilonet.families.relu) is on the module path"));
        return BoundsReport.of(analysis, architecture, box, lp, errors, RoundingScheme.values());
    }

    private BoundsReport ofFile(Models models, Path file, InputBox box, LpNorm lp)
            throws IOException, MalformedModelException {
        if (!Double.isNaN(radius)) {
            throw new IllegalArgumentException("--radius belongs to --architecture; a network has its own");
        }
        ImportedModel imported = models.formatOf(file.toString()).read(file);
        LipschitzAnalysis analysis = models.analysisOf(imported.model());
        PrintWriter notes = spec.commandLine().getErr();
        BoundsReport report;
        try (ProgressBar bar = new ProgressBar(notes)) {
            report = BoundsReport.of(
                            analysis,
                            analysis.architectureOf(imported.model()),
                            box,
                            lp,
                            errors,
                            RoundingScheme.values())
                    .with(imported.model(), bar);
        }
        imported.report().forEach(line -> notes.println(file + ": " + line));
        notes.flush();
        return report;
    }
}
