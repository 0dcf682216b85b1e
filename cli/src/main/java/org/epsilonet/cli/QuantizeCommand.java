package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.LipschitzAnalysis;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ModelFormat;
import org.epsilonet.api.model.Models;
import org.epsilonet.api.model.RoundingScheme;
import org.epsilonet.cli.output.Json;
import org.epsilonet.cli.output.OutputFile;
import org.epsilonet.quantization.model.BalancedQuantization;
import org.epsilonet.quantization.model.BitAllocation;
import org.epsilonet.quantization.model.BoxSample;
import org.epsilonet.quantization.model.CertifiedQuantization;
import org.epsilonet.quantization.model.ErrorShare;
import org.epsilonet.quantization.model.MethodBound;
import org.epsilonet.quantization.model.ModelQuantization;
import org.epsilonet.quantization.model.SampledDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Quantizes a trained network with a certificate. */
@Command(
        name = "quantize",
        description = {
            "Round the weights of a trained network to few bits, with a proof that its outputs change by at most E on a box"
                    + " of inputs.",
            "Reads and writes .onnx, .npz and .safetensors."
        })
final class QuantizeCommand implements Callable<Integer> {
    private static final String AUTO = "auto";

    /** Certificates that a search usually takes; the bar nears its end with them. */
    private static final double USUAL_CERTIFICATES = 12;

    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Parameters(index = "0", paramLabel = "NET", description = "The network.")
    private Path input = Path.of("");

    @Option(names = "--error", required = true, paramLabel = "E", description = "The error allowed; > 0.")
    private double error;

    @Mixin
    private DomainOptions domain = new DomainOptions();

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            description = "nearest, floor or towards-zero; auto (the default) takes the best certificate.")
    private String scheme = AUTO;

    @Option(
            names = "--per-layer",
            description = "A step for each block of weights, so that the bits are few; error shares are shown.")
    private boolean perLayer;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The file to write, in the format of its ending.")
    private Path output = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Decides the sample that verifies; 1 by default.")
    private long seed = 1;

    @Mixin
    private OutputOptions shown = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, MalformedModelException, NotReachedException {
        long start = System.nanoTime();
        if (!(error > 0) || Double.isInfinite(error)) {
            throw new IllegalArgumentException("--error must be finite and > 0, was " + error);
        }
        Optional<RoundingScheme> rounding = rounding();
        domain.box();
        domain.lp();
        Models models = epsilonet.models();
        ModelFormat reader = models.formatOf(input.toString());
        ModelFormat writer = models.formatOf(output.toString());
        OutputFile file = OutputFile.at(output, input);
        ImportedModel imported = reader.read(input);
        Model model = imported.model();
        LipschitzAnalysis analysis = models.analysisOf(model);
        if (!writer.supports(model)) {
            throw new IllegalArgumentException(output + ": the format " + writer.id() + " cannot hold " + model);
        }
        QuantizeReport report = quantized(model, analysis, rounding);
        file.write(out -> writer.write(report.chosen().quantized().model(), out));
        double seconds = (System.nanoTime() - start) * 1e-9;
        PrintWriter notes = spec.commandLine().getErr();
        imported.report().forEach(line -> notes.println(input + ": " + line));
        notes.flush();
        PrintWriter out = spec.commandLine().getOut();
        if (shown.json()) {
            Json.print(out, report.json(output, seconds));
        } else {
            report.print(out, output, seconds);
        }
        return 0;
    }

    private Optional<RoundingScheme> rounding() {
        if (scheme.equals(AUTO)) {
            return Optional.empty();
        }
        for (RoundingScheme known : RoundingScheme.values()) {
            if (known.toString().equals(scheme)) {
                return Optional.of(known);
            }
        }
        throw new IllegalArgumentException("unknown scheme '" + scheme + "'; allowed: " + AUTO + ", "
                + String.join(
                        ", ",
                        Arrays.stream(RoundingScheme.values())
                                .map(RoundingScheme::toString)
                                .toList()));
    }

    private QuantizeReport quantized(Model model, LipschitzAnalysis analysis, Optional<RoundingScheme> rounding)
            throws NotReachedException {
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
            AtomicInteger certificates = new AtomicInteger();
            ModelQuantization quantization = new ModelQuantization(analysis, domain.box(), domain.lp(), () -> {
                int done = certificates.getAndIncrement();
                bar.update("certificate " + (done + 1), done / (done + USUAL_CERTIFICATES));
            });
            BalancedQuantization both =
                    BalancedQuantization.of(model, analysis, m -> search(quantization, m, rounding));
            boolean isBalanced = both.balancingGains(error, QuantizeReport::codeBits);
            CertifiedQuantization chosen = both.plain();
            Model rounded = model;
            if (isBalanced) {
                BalancedQuantization.Balanced balanced = both.balanced().orElseThrow();
                chosen = balanced.quantization();
                rounded = balanced.model();
            }
            if (!chosen.reaches(error)) {
                throw new NotReachedException("no step with integers below 2^24 certifies the error " + error + " in "
                        + domain.lp() + " over " + domain.box() + "; the best certified error is "
                        + chosen.best().bound() + " by " + chosen.best().method());
            }
            long parameters = chosen.quantized().parameters();
            BoxSample sample = BoxSample.large(domain.box(), model.inputs(), parameters, seed);
            bar.update("evaluating at " + sample.size() + " points", 1);
            SampledDifference measured = quantization.verified(model, chosen, sample);
            List<MethodBound> methods = quantization.methods(rounded, chosen, error, measured.value());
            List<ErrorShare> shares = perLayer
                    ? new BitAllocation(
                                    quantization, rounded, chosen.quantized().scheme())
                            .shares(chosen, sample.withFewer())
                    : List.of();
            double evaluation = analysis.evaluationError(chosen.quantized().model(), domain.box());
            double apriori = quantization.apriori(model, chosen);
            return new QuantizeReport(
                    error,
                    domain.box(),
                    domain.lp(),
                    both,
                    isBalanced,
                    chosen,
                    measured,
                    apriori,
                    methods,
                    shares,
                    evaluation);
        }
    }

    private CertifiedQuantization search(
            ModelQuantization quantization, Model model, Optional<RoundingScheme> rounding) {
        CertifiedQuantization uniform = quantization.uniform(model, error, rounding);
        return perLayer
                ? new BitAllocation(quantization, model, uniform.quantized().scheme()).withinError(error)
                : uniform;
    }
}
