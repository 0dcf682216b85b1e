package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.cli.data.SampleFormat;
import org.epsilonet.cli.output.Json;
import org.epsilonet.cli.output.OutputFile;
import org.epsilonet.codec.Candidate;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Turns a data file into a small file whose decoding is within a promised error. */
@Command(
        name = "encode",
        description = {
            "Turn a data file into a small one whose decoding is within the error E of it.",
            "Reads .csv (values, or x,y with equally spaced x), .npy, grayscale .png and .pgm, mono .wav."
        })
final class EncodeCommand implements Callable<Integer> {
    private static final String AUTO = "auto";

    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Parameters(index = "0", paramLabel = "INPUT", description = "The data file.")
    private Path input = Path.of("");

    @Option(names = "--error", required = true, paramLabel = "E", description = "The error allowed; >= 0.")
    private double error;

    @Option(names = "--relative", description = "The error allowed is E times (max - min) of the data.")
    private boolean relative;

    @Option(
            names = "--norm",
            paramLabel = "NORM",
            description = "How the error is measured: l2 (root mean square, the default), sup, or lP.")
    private String norm = "l2";

    @Option(
            names = "--family",
            paramLabel = "ID",
            description = "The family to use; auto (the default) takes the smallest file of all.")
    private String family = AUTO;

    @Option(
            names = "--effort",
            paramLabel = "N",
            description = "1 (quick) to 9 (small files): how many families are searched, and how; by default 5.")
    private int effort = EncoderOptions.USUAL_EFFORT;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write.")
    private Path output = Path.of("");

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private OutputOptions shown = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, NotReachedException {
        long start = System.nanoTime();
        LpNorm lp = LpNorm.named(norm);
        if (!(error >= 0) || Double.isInfinite(error)) {
            throw new IllegalArgumentException("--error must be finite and >= 0, was " + error);
        }
        Families families = epsilonet.families();
        List<ApproximationFamily> candidates =
                family.equals(AUTO) ? families.all() : List.of(KnownNames.family(family, families));
        OutputFile file = OutputFile.at(output, input);
        Samples data = SampleFormat.of(input).read(input);
        Encoding encoding = encode(data, lp, supporting(candidates, data));
        // What goes to the standard output is the file itself; the report is then a note.
        CommandLine command = spec.commandLine();
        PrintWriter out = file.isStandardOutput() ? command.getErr() : command.getOut();
        if (encoding.reached()) {
            file.write(stream -> stream.write(encoding.bytes()));
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        if (shown.json()) {
            Json.print(out, json(encoding, seconds));
        } else if (encoding.reached()) {
            print(out, encoding, data, seconds);
        }
        if (!encoding.reached()) {
            // Only a family that was asked for may miss the error: samples meet every one.
            throw new NotReachedException(
                    encoding.family() + " does not reach the error " + encoding.errorBound() + " in " + lp
                            + "; the best error is " + encoding.error().value() + ", '--family auto' reaches any");
        }
        return 0;
    }

    private List<ApproximationFamily> supporting(List<ApproximationFamily> candidates, Samples data) {
        List<ApproximationFamily> able =
                candidates.stream().filter(f -> f.supports(data.grid())).toList();
        if (able.isEmpty()) {
            throw new IllegalArgumentException(input + ": " + (family.equals(AUTO) ? "no family" : family)
                    + " supports data of the shape "
                    + Arrays.toString(data.grid().shape())
                    + (family.equals(AUTO)
                            ? ""
                            : "; it supports the dimensions "
                                    + candidates.get(0).dimensions()));
        }
        return able;
    }

    private Encoding encode(Samples data, LpNorm lp, List<ApproximationFamily> candidates) {
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
            EncoderOptions options = new EncoderOptions(error, relative, lp, threads.count(), bar::update, effort);
            return family.equals(AUTO)
                    ? Encoder.shortest(data, options, candidates)
                    : Encoder.encode(data, options, candidates);
        }
    }

    private Map<String, @Nullable Object> json(Encoding encoding, double seconds) {
        return Json.object(
                "file", encoding.reached() ? output.toString() : null,
                "family", encoding.family(),
                "bits", encoding.bits(),
                "structureBits", encoding.structureBits(),
                "parameterBits", encoding.parameterBits(),
                "headerBits", encoding.headerBits(),
                "parameters", encoding.parameters(),
                "corrections", encoding.corrections(),
                "correctionBits", encoding.correctionBits(),
                "error", Json.distance(encoding.error()),
                "errorBound", Json.number(encoding.errorBound()),
                "reached", encoding.reached(),
                "seconds", Math.round(1000 * seconds) / 1000.0,
                "candidates",
                        encoding.candidates().stream().map(EncodeCommand::json).toList());
    }

    /** Bits are those of the file for what was written, else as far as the search went. */
    private static Map<String, @Nullable Object> json(Candidate candidate) {
        long bits = candidate.writtenBits().orElse(candidate.estimatedBits());
        return Json.object(
                "family",
                candidate.family(),
                "bits",
                bits == Long.MAX_VALUE ? null : bits,
                "reached",
                candidate.reached(),
                "written",
                candidate.writtenBits().isPresent(),
                "seconds",
                Math.round(1000 * candidate.seconds()) / 1000.0);
    }

    private void print(PrintWriter out, Encoding encoding, Samples data, double seconds) {
        long bits = encoding.bits();
        out.printf(
                "%s: %d bytes, %s bits per sample, in %.1f s%n",
                output, bits / 8, Table.number((double) bits / data.size()), seconds);
        out.printf(
                "  family  %s, %d parameters%s%n",
                encoding.family(), encoding.parameters(), CorrectionText.count(encoding.corrections()));
        out.printf(
                "  bits    %d = %d structure + %d parameters%s + %d header%n",
                bits,
                encoding.structureBits(),
                encoding.parameterBits() - encoding.correctionBits(),
                CorrectionText.bits(encoding.corrections(), encoding.correctionBits()),
                encoding.headerBits());
        out.printf(
                "  error   %s in %s (%s), promised %s%n",
                Table.number(encoding.error().value()),
                encoding.norm(),
                encoding.error().kind().name().toLowerCase(Locale.ROOT),
                Table.number(encoding.errorBound()));
    }
}
