package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.study.Laboratory;
import org.epsilonet.comparator.study.Part;
import org.epsilonet.comparator.study.ResultFile;
import org.epsilonet.comparator.study.ResultUnion;
import org.epsilonet.comparator.study.SampleReader;
import org.epsilonet.comparator.study.Study;
import org.epsilonet.comparator.study.StudyCells;
import org.epsilonet.comparator.study.StudyRun;
import org.epsilonet.comparator.study.Workplace;
import org.epsilonet.comparator.study.internal.LocalEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A laboratory with one family and one data file, and studies in it. */
abstract class StudyFixture {
    @TempDir
    Path folder;

    Laboratory laboratory =
            Laboratory.of(Families.of(List.of()), FunctionClasses.of(List.of()), List.of(), Path.of(""));

    @BeforeEach
    void openLaboratory() throws IOException {
        Files.writeString(folder.resolve("x.txt"), "data");
        FamilyProvider provider = new FamilyProvider() {
            @Override
            public List<ApproximationFamily> families() {
                return List.of(PiecewiseConstants.family());
            }

            @Override
            public Set<String> representatives(int dimension) {
                return dimension == 1 ? Set.of("test.constants") : Set.of();
            }
        };
        SampleReader reader = new SampleReader() {
            @Override
            public boolean knows(Path file) {
                return file.toString().endsWith(".txt");
            }

            @Override
            public Samples read(Path file) {
                return Samples.of(
                        "x",
                        IntStream.range(0, 64)
                                .mapToDouble(i -> Math.sin(i / 9.0))
                                .toArray());
            }
        };
        laboratory =
                Laboratory.of(Families.of(List.of(provider)), FunctionClasses.installed(), List.of(reader), folder);
    }

    Workplace workplace(int threads) {
        return new Workplace(folder, Optional.empty(), threads);
    }

    StudyRun run(Study study, String file, Part part, int threads, boolean retryFailed) throws IOException {
        try (ResultFile results = ResultFile.open(folder.resolve(file), retryFailed)) {
            return StudyRun.of(
                    new StudyCells(study, laboratory),
                    part,
                    laboratory,
                    new LocalEngine(workplace -> laboratory),
                    workplace(threads),
                    results,
                    (done, total) -> assertTrue(1 <= done && done <= total));
        }
    }

    byte[] union(String a, String b) throws IOException {
        Path out = folder.resolve("union");
        ResultUnion.of(folder.resolve(a), folder.resolve(b), content -> {
            try (var stream =
                    Files.newOutputStream(out, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
                content.writeTo(stream);
            }
        });
        return Files.readAllBytes(out);
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    List<String> sorted(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream().sorted().toList();
    }

    static Study study(List<String> classes, List<String> data, List<Integer> budgets) {
        return new Study(
                "s",
                List.of("test.constants"),
                classes,
                data,
                List.of("usual"),
                budgets,
                List.of(0.1),
                64,
                List.of(1L, 2L),
                2,
                List.of("certified"));
    }
}
