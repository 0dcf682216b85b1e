package org.epsilonet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.cli.output.Json;
import org.epsilonet.codec.CodeLength;
import org.epsilonet.codec.IntegerBlock;
import org.epsilonet.quantization.model.BalancedQuantization;
import org.epsilonet.quantization.model.CertifiedQuantization;
import org.epsilonet.quantization.model.ErrorShare;
import org.epsilonet.quantization.model.MethodBound;
import org.epsilonet.quantization.model.QuantizedBlock;
import org.epsilonet.quantization.model.QuantizedModel;
import org.epsilonet.quantization.model.SampledDifference;
import org.jspecify.annotations.Nullable;

/** What {@code quantize} has to say, as JSON and as text. */
record QuantizeReport(
        double error,
        InputBox box,
        LpNorm norm,
        BalancedQuantization both,
        boolean isBalanced,
        CertifiedQuantization chosen,
        SampledDifference measured,
        double apriori,
        List<MethodBound> methods,
        List<ErrorShare> shares,
        double evaluationError) {

    /** The length of the compressed stream of all integers, shapes and steps. */
    static long codeBits(QuantizedModel quantized) {
        return CodeLength.ofIntegers(quantized.blocks().stream()
                .map(b -> IntegerBlock.of(
                        b.shape(),
                        b.exponent(),
                        Arrays.stream(b.integers()).asLongStream().toArray()))
                .toList());
    }

    Map<String, @Nullable Object> json(Path file, double seconds) {
        QuantizedModel q = chosen.quantized();
        return Json.object(
                "file", file.toString(),
                "bitsPerWeight", q.bitsPerWeight(),
                "step", q.step(),
                "certificate",
                        Json.object(
                                "bound", Json.number(chosen.best().bound()),
                                "method", chosen.best().method()),
                "measuredError", Json.number(measured.value()),
                "bits", codeBits(q),
                "bounds", methods.stream().map(QuantizeReport::json).toList(),
                "scheme", q.scheme().toString(),
                "error", Json.number(error),
                "norm", norm.toString(),
                "domain", List.of(box.low(), box.high()),
                "parameters", q.parameters(),
                "zeros", q.zeros(),
                "fixedLengthBits", q.fixedLengthBits(),
                "measuredPoints", measured.points(),
                "timesTighterThanAPriori", Json.number(apriori / chosen.best().bound()),
                "evaluationError", Json.number(evaluationError),
                "balanced",
                        Json.object(
                                "kept",
                                isBalanced,
                                "bitsWithout",
                                both.plain().reaches(error)
                                        ? codeBits(both.plain().quantized())
                                        : null,
                                "bitsWith",
                                both.balanced()
                                        .map(b -> b.quantization())
                                        .filter(b -> b.reaches(error))
                                        .map(b -> (Object) codeBits(b.quantized()))
                                        .orElse(null)),
                "layers", layers(),
                "seconds", Math.round(1000 * seconds) / 1000.0);
    }

    private static Map<String, @Nullable Object> json(MethodBound row) {
        return Json.object(
                "method", row.method(),
                "lipschitz",
                        row.lipschitz().isPresent()
                                ? Json.number(row.lipschitz().getAsDouble())
                                : null,
                "step", Json.number(row.step()),
                "bitsPerWeight",
                        row.bitsPerWeight().isPresent() ? row.bitsPerWeight().getAsDouble() : null,
                "bound", Json.number(row.bound()),
                "looseness", Json.number(row.looseness()));
    }

    private List<Map<String, @Nullable Object>> layers() {
        if (shares.isEmpty()) {
            return chosen.quantized().blocks().stream()
                    .map(b -> layer(b, null, null))
                    .toList();
        }
        return shares.stream()
                .map(s -> layer(
                        s.block(),
                        Json.number(s.certified().bound()),
                        Json.number(s.measured().value())))
                .toList();
    }

    private static Map<String, @Nullable Object> layer(
            QuantizedBlock b, @Nullable Object certified, @Nullable Object measured) {
        return Json.object(
                "name", b.name(),
                "shape", Arrays.stream(b.shape()).boxed().toList(),
                "step", b.step(),
                "bitsPerWeight", b.bitsPerWeight(),
                "zeros", b.zeros(),
                "certifiedShare", certified,
                "measuredShare", measured);
    }

    void print(PrintWriter out, Path file, double seconds) {
        QuantizedModel q = chosen.quantized();
        long bits = codeBits(q);
        out.printf(
                "%s: %s bits per weight, %d parameters (%d zero), in %.1f s%n",
                file, Table.number(q.bitsPerWeight()), q.parameters(), q.zeros(), seconds);
        out.printf(
                "  certified  error <= %s in %s over %s by %s; asked for %s%n",
                Table.number(chosen.best().bound()), norm, box, chosen.best().method(), Table.number(error));
        out.printf(
                "             %s times tighter than a priori (%s, of the network as it came)%n",
                Table.number(apriori / chosen.best().bound()), methods.get(0).method());
        out.printf(
                "  measured   %s at %d points (a lower estimate, no certificate)%n",
                Table.number(measured.value()), measured.points());
        out.printf("  float32    evaluation adds at most %s%n", Table.number(evaluationError));
        out.printf(
                "  rounding   %s, %s%n", q.scheme(), shares.isEmpty() ? "step " + power(q.step()) : "a step per block");
        out.printf(
                "  bits       %d as a compressed stream, %s per weight%n",
                bits, Table.number((double) bits / q.parameters()));
        printBalancing(out);
        out.println();
        Table table = new Table("method", "Lipschitz", "step", "bits per weight", "bound here", "times the measured");
        for (MethodBound row : methods) {
            table.row(
                    row.method(),
                    row.lipschitz().isPresent() ? Table.number(row.lipschitz().getAsDouble()) : "-",
                    row.exponent().isPresent() ? power(row.step()) : "none",
                    row.bitsPerWeight().isPresent()
                            ? Table.number(row.bitsPerWeight().getAsDouble())
                            : "-",
                    Table.number(row.bound()),
                    Table.number(row.looseness()));
        }
        table.print(out);
        if (!shares.isEmpty()) {
            out.println();
            printShares(out);
        }
    }

    private void printBalancing(PrintWriter out) {
        both.balanced()
                .ifPresent(b -> out.printf(
                        "  balancing  %s: %d bits with, %d without%n",
                        isBalanced ? "gains" : "gains nothing",
                        codeBits(b.quantization().quantized()),
                        codeBits(both.plain().quantized())));
    }

    private void printShares(PrintWriter out) {
        Table table = new Table("block", "step", "bits per weight", "zeros", "certified share", "measured share");
        for (ErrorShare share : shares) {
            QuantizedBlock b = share.block();
            table.row(
                    b.name() + Arrays.toString(b.shape()),
                    power(b.step()),
                    String.valueOf(b.bitsPerWeight()),
                    String.valueOf(b.zeros()),
                    Table.number(share.certified().bound()),
                    Table.number(share.measured().value()));
        }
        table.print(out);
    }

    private static String power(double step) {
        return "2^" + Math.getExponent(step);
    }
}
