package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.cli.output.Json;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.EncodingTheorem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what is in an encoded file. Only where the structure ends its family must tell, if it is installed. */
@Command(name = "inspect", description = "Say what is inside an encoded file.")
final class InspectCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "A file written by 'encode'.")
    private Path file = Path.of("");

    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Mixin
    private SamplesLimit limit = new SamplesLimit();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        FileHeader header = header();
        if (output.json()) {
            Json.print(spec.commandLine().getOut(), json(header));
        } else {
            print(spec.commandLine().getOut(), header);
        }
        return 0;
    }

    private FileHeader header() throws IOException {
        FileHeader header = EncodedFile.header(file, limit.most());
        boolean isInstalled = epsilonet.families().all().stream().anyMatch(f -> f.id().equals(header.family()));
        return isSplit(header) || !isInstalled
                ? header
                : EncodedFile.decoded(file, epsilonet.families(), limit.most()).header();
    }

    private Map<String, @Nullable Object> json(FileHeader header) {
        return Json.object(
                "family", header.family(),
                "version", header.version(),
                "domain", domain(header),
                "shape", shape(header),
                "type", type(header),
                "parameters", isSplit(header) ? header.parameters() : null,
                "budget", header.budget(),
                "step", Json.number(header.step()),
                "bits", header.bits(),
                "structureBits", isSplit(header) ? header.structureBits() : null,
                "parameterBits", isSplit(header) ? header.parameterBits() : null,
                "headerBits", header.headerBits(),
                "corrections", header.corrections() == FileHeader.UNKNOWN ? null : header.corrections(),
                "correctionBits", header.corrections() == FileHeader.UNKNOWN ? null : header.correctionBits(),
                "fixedLengthBits", boxed(fixedLength(header)),
                "norm", header.norm().toString(),
                "error", Json.distance(header.achieved()),
                "errorBound", Json.number(header.errorBound()));
    }

    /** The box that the cells of all samples fill, one pair of ends per coordinate. */
    private static List<List<@Nullable Object>> domain(FileHeader header) {
        List<List<@Nullable Object>> box = new ArrayList<>();
        for (int k = 0; k < header.dimension(); k++) {
            double lower = header.origin()[k] - header.spacing()[k] / 2;
            double upper = lower + header.shape()[k] * header.spacing()[k];
            box.add(Arrays.asList(Json.number(lower), Json.number(upper)));
        }
        return box;
    }

    private static List<Integer> shape(FileHeader header) {
        return Arrays.stream(header.shape()).boxed().toList();
    }

    private static String type(FileHeader header) {
        return header.type().name().toLowerCase(Locale.ROOT);
    }

    private void print(PrintWriter out, FileHeader header) {
        out.printf("%s: format version %d%n", file, header.version());
        out.printf(
                "  family  %s, %s%sbudget %d, step %s%n",
                header.family(),
                isSplit(header) ? header.parameters() + " parameters, " : "",
                CorrectionText.countBefore(header.corrections()),
                header.budget(),
                Table.number(header.step()));
        out.printf("  data    shape %s of type %s on %s%n", shape(header), type(header), domain(header));
        String content = isSplit(header)
                ? header.structureBits() + " structure + " + (header.parameterBits() - header.correctionBits())
                        + " parameters" + CorrectionText.bits(header.corrections(), header.correctionBits())
                : header.parameterBits() + " structure and parameters" + CorrectionText.untold(header.corrections());
        out.printf("  bits    %d = %s + %d header%n", header.bits(), content, header.headerBits());
        fixedLength(header)
                .ifPresent(bits -> out.printf(
                        "  theory  %.0f bits in the fixed-length code of all elements with %d parameters, %s times as many%n",
                        bits, header.parameters(), Table.number(bits / header.bits())));
        out.printf(
                "  error   %s in %s, promised %s%n",
                Table.number(header.achieved().value()), header.norm(), Table.number(header.errorBound()));
    }

    /**
     * The code of the theory: \(\lceil\log_2|S_M| + k_M\log_2 L\rceil\) bits for every element of \(\Sigma_M\), M the number
     * of parameters in the file, within the error that it promises. A corrected file is no element.
     */
    private OptionalDouble fixedLength(FileHeader header) {
        double radius = Math.scalb(header.errorBound(), -header.exponent());
        if (!isSplit(header)
                || header.corrections() != 0
                || header.parameters() < 1
                || !(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            return OptionalDouble.empty();
        }
        return epsilonet.families().all().stream()
                .filter(f -> f.id().equals(header.family()) && f instanceof ParametrizedFamily)
                .mapToDouble(f -> Math.ceil(EncodingTheorem.log2Cardinality(
                        ((ParametrizedFamily) f).parametrization(header.grid(), header.parameters()),
                        header.norm(),
                        radius)))
                .filter(bits -> bits < Double.POSITIVE_INFINITY)
                .findFirst();
    }

    private static @Nullable Long boxed(OptionalDouble bits) {
        return bits.isPresent() ? (long) bits.getAsDouble() : null;
    }

    /** Where a structure ends only its family can tell, and it may be missing. */
    private static boolean isSplit(FileHeader header) {
        return header.parameters() != FileHeader.UNKNOWN;
    }
}
