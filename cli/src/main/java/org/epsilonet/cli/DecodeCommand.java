package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.epsilonet.api.function.Samples;
import org.epsilonet.cli.data.SampleFormat;
import org.epsilonet.cli.output.Json;
import org.epsilonet.cli.output.OutputFile;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.FileHeader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Turns an encoded file back into data, on the original grid or elsewhere. */
@Command(
        name = "decode",
        description = {
            "Turn an encoded file back into samples on the original grid.",
            "The ending of OUT decides the format: .csv, .npy, .png, .pgm or .wav."
        })
final class DecodeCommand implements Callable<Integer> {
    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Parameters(index = "0", paramLabel = "FILE", description = "A file written by 'encode'.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "The data file to write; may be left out with --at, which then prints the values.")
    private @Nullable Path output;

    @Option(
            names = "--grid",
            split = ",",
            paramLabel = "N",
            description = "The function on another grid over the same box: N points in each coordinate, or one number"
                    + " per coordinate.")
    private int[] grid = {};

    @Option(
            names = "--at",
            split = ",",
            paramLabel = "X",
            description = "The function at these points, in the coordinates of the data (in more dimensions one point"
                    + " after the other).")
    private double[] at = {};

    @Mixin
    private SamplesLimit limit = new SamplesLimit();

    @Mixin
    private OutputOptions shown = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (output == null && at.length == 0) {
            throw new IllegalArgumentException("-o OUT is missing (only --at prints its values)");
        }
        if (grid.length > 0 && at.length > 0) {
            throw new IllegalArgumentException("--grid and --at exclude each other");
        }
        @Nullable SampleFormat format = output == null ? null : SampleFormat.of(output);
        @Nullable OutputFile target = output == null ? null : OutputFile.at(output, file);
        Decoded decoded = EncodedFile.decoded(file, epsilonet.families(), limit.most());
        Samples samples = samples(decoded);
        if (format != null && target != null) {
            target.write(out -> format.write(samples, out));
        }
        report(samples);
        noteCorrections(decoded.header(), samples);
        return 0;
    }

    private Samples samples(Decoded decoded) {
        if (at.length > 0) {
            return Samples.of("values", values(decoded));
        }
        return grid.length > 0 ? Elsewhere.onGrid(decoded, grid) : decoded.samples();
    }

    private double[] values(Decoded decoded) {
        int d = decoded.header().dimension();
        if (at.length % d != 0) {
            throw new IllegalArgumentException(
                    "--at needs " + d + " coordinates per point, given were " + at.length + " numbers");
        }
        double[] values = new double[at.length / d];
        for (int i = 0; i < values.length; i++) {
            values[i] = decoded.at(Arrays.copyOfRange(at, i * d, (i + 1) * d));
        }
        return values;
    }

    /** Says on standard error that the function is not what the file promises everywhere, where it is shown. */
    private void noteCorrections(FileHeader header, Samples shown) {
        boolean elsewhere = at.length > 0 || !shown.grid().equals(header.grid());
        if (header.corrections() > 0 && elsewhere) {
            spec.commandLine()
                    .getErr()
                    .println("note: %d corrected samples are no part of the function".formatted(header.corrections()));
        }
    }

    private void report(Samples samples) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Integer> shape = Arrays.stream(samples.grid().shape()).boxed().toList();
        if (shown.json()) {
            Map<String, @Nullable Object> document = Json.object(
                    "file", output == null ? null : output.toString(), "samples", samples.size(), "shape", shape);
            if (at.length > 0) {
                document.put("values", samples.values());
            }
            Json.print(out, document);
        } else if (output == null) {
            Arrays.stream(samples.values()).forEach(out::println);
        } else {
            out.printf("%s: %d samples, shape %s%n", output, samples.size(), shape);
        }
    }
}
