package org.epsilonet.testkit.internal;

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
        double achieved;
        try {
            Families families = Families.of(List.of(new OnlyProviderOf(subject.family())));
            Samples decoded = Decoder.decode(file, families, samples.size()).samples();
            achieved = Distances.betweenSamples(samples, decoded.values(), encoding.norm())
                    .value();
        } catch (FormatException e) {
            throw new LawBroken(where + ": its file is refused: " + e.getMessage());
        }
        LawBroken.unless(
                achieved <= encoding.errorBound(),
                "%s: decoded with the error %s, promised was %s",
                where,
                achieved,
                encoding.errorBound());
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
