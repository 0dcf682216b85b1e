package org.epsilonet.testkit.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.epsilonet.codec.FormatException;

/**
 * A file written with the family decodes to samples within the error promised, and its bits are accounted for. An error
 * that the family cannot reach is a result and breaks nothing.
 */
record EncodedDataDecodeWithinThePromise() implements Law {
    private static final double[] ERRORS = {0.1, 1e-3};

    @Override
    public String check(Subject subject) {
        subject.parametrized();
        int files = 0;
        int notReached = 0;
        for (Samples samples : data(subject)) {
            for (LpNorm norm : Subject.MAIN_NORMS) {
                for (double error : ERRORS) {
                    Encoding encoding =
                            Encoder.encode(samples, EncoderOptions.relative(error, norm), List.of(subject.family()));
                    if (encoding.reached()) {
                        verify(subject, samples, encoding);
                        files++;
                    } else {
                        notReached++;
                    }
                }
            }
        }
        if (files == 0) {
            throw new NotApplicable("the family reached none of " + notReached + " errors on data");
        }
        return files + " files decode within their promise; " + notReached + " errors were not reached";
    }

    private static void verify(Subject subject, Samples samples, Encoding encoding) {
        String where = "'" + samples.name() + "' on " + samples.grid() + " in " + encoding.norm();
        byte[] file = encoding.bytes();
        long accounted = encoding.headerBits() + encoding.structureBits() + encoding.parameterBits();
        LawBroken.unless(
                accounted == 8L * file.length,
                "%s: %d bits are accounted for, the file has %d",
                where,
                accounted,
                8L * file.length);
        double[] values;
        try {
            Families families = Families.of(List.of(new OnlyProviderOf(subject.family())));
            values = Decoder.decode(file, families, samples.size()).samples().values();
        } catch (FormatException e) {
            throw new LawBroken(where + ": its file is refused: " + e.getMessage());
        }
        LawBroken.unless(
                isWithin(encoding.errorBound(), samples, values, encoding.norm()),
                "%s: decoded with the error %s, promised was %s",
                where,
                Distances.betweenSamples(samples, values, encoding.norm()).value(),
                encoding.errorBound());
    }

    /** Whether the error keeps the promise in exact arithmetic, in the supremum or the square mean. */
    private static boolean isWithin(double promise, Samples samples, double[] values, LpNorm norm) {
        BigDecimal bound = new BigDecimal(promise);
        BigDecimal squares = BigDecimal.ZERO;
        BigDecimal largest = BigDecimal.ZERO;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return false;
            }
            BigDecimal error = new BigDecimal(samples.value(i))
                    .subtract(new BigDecimal(values[i]))
                    .abs();
            largest = largest.max(error);
            squares = squares.add(error.multiply(error));
        }
        return norm.isSup()
                ? largest.compareTo(bound) <= 0
                : squares.compareTo(bound.multiply(bound).multiply(BigDecimal.valueOf(values.length))) <= 0;
    }

    private static List<Samples> data(Subject subject) {
        List<Samples> data = new ArrayList<>(subject.data());
        for (int n : new int[] {1, 2, 17}) {
            if (subject.dimensions().contains(1)) {
                Samples few = Subject.smooth(1).sampledOn(n);
                if (subject.family().supports(few.domain())) {
                    data.add(few);
                }
            }
        }
        return data;
    }
}
