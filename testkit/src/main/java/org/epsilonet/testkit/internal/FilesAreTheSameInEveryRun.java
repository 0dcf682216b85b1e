package org.epsilonet.testkit.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.epsilonet.codec.FormatException;

/** Data are encoded to the same bytes, and a file is decoded to the same doubles, in every run and on every thread. */
record FilesAreTheSameInEveryRun() implements Law {
    private static final int RUNS = 4;
    private static final double ERROR = 0.03;

    @Override
    public String check(Subject subject) {
        subject.parametrized();
        Families families = Families.of(List.of(new OnlyProviderOf(subject.family())));
        int files = 0;
        for (Samples samples : subject.data()) {
            for (LpNorm norm : Subject.MAIN_NORMS) {
                List<Encoding> encodings = IntStream.range(0, RUNS)
                        .parallel()
                        .mapToObj(i -> Encoder.encode(
                                samples, EncoderOptions.relative(ERROR, norm), List.of(subject.family())))
                        .toList();
                String where = "'" + samples.name() + "' on " + samples.grid() + " in " + norm;
                sameOutcome(where, encodings);
                if (encodings.get(0).reached()) {
                    byte[] file = encodings.get(0).bytes();
                    sameBytes(where, file, encodings);
                    sameValues(where, file, families, samples.size());
                    files++;
                }
            }
        }
        if (files == 0) {
            throw new NotApplicable("the family reached the relative error " + ERROR + " on no data");
        }
        return files + " files, each written and read " + RUNS + " times on several threads";
    }

    private static void sameOutcome(String where, List<Encoding> encodings) {
        boolean reached = encodings.get(0).reached();
        LawBroken.unless(
                encodings.stream().allMatch(e -> e.reached() == reached),
                "%s: of %d equal calls some reach the error and some do not",
                where,
                RUNS);
    }

    private static void sameBytes(String where, byte[] file, List<Encoding> encodings) {
        for (Encoding other : encodings) {
            int differs = Arrays.mismatch(file, other.bytes());
            LawBroken.unless(
                    differs < 0,
                    "%s: encoded twice, files of %d and %d bytes differ from byte %d on",
                    where,
                    file.length,
                    other.bytes().length,
                    differs);
        }
    }

    private static void sameValues(String where, byte[] file, Families families, int size) {
        List<double[]> decoded = IntStream.range(0, RUNS)
                .parallel()
                .mapToObj(i -> decoded(where, file, families, size))
                .toList();
        for (double[] other : decoded) {
            int differs = Arrays.mismatch(decoded.get(0), other);
            LawBroken.unless(differs < 0, "%s: decoded twice, sample %d differs", where, differs);
        }
    }

    private static double[] decoded(String where, byte[] file, Families families, int size) {
        try {
            return Decoder.decode(file, families, size).samples().values();
        } catch (FormatException e) {
            throw new LawBroken(where + ": its file is refused: " + e.getMessage());
        }
    }
}
