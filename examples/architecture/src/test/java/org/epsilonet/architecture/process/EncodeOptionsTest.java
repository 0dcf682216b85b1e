package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is spent on a file, what every candidate cost, and what is refused from strangers. */
class EncodeOptionsTest {
    private static final int N = 200;

    @TempDir
    private Path folder;

    @Test
    void effortCandidatesAndTheLimitOfSamples() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("a.csv"),
                IntStream.range(0, N)
                        .mapToObj(i -> Double.toString(Math.sin(0.05 * i) + (i > 70 ? 1 : 0)))
                        .collect(Collectors.joining("\n")));
        Cli cli = Cli.in(folder);
        String[] encode = {
            "encode",
            "a.csv",
            "--error",
            "1e-3",
            "--family",
            "wavelets.haar.best",
            "-o",
            "a.eps",
            "--json",
            "--effort",
            "1"
        };
        Map<String, Object> report = cli.run(encode).done().json();
        List<?> candidates = (List<?>) report.get("candidates");
        assertEquals(1, candidates.size());
        Map<?, ?> candidate = (Map<?, ?>) candidates.get(0);
        assertTrue(
                candidate.keySet().containsAll(Set.of("family", "bits", "reached", "seconds")), candidate.toString());
        assertEquals(report.get("bits"), candidate.get("bits"));
        encode[encode.length - 1] = "10";
        cli.run(encode).refused(2, "effort");

        Map<String, Object> inside =
                cli.run("inspect", "a.eps", "--json").done().json();
        long theory = ((Number) inside.get("fixedLengthBits")).longValue();
        assertTrue(theory > ((Number) report.get("bits")).longValue(), theory + " bits for every element are more");
        String few = Integer.toString(N - 1);
        cli.run("inspect", "a.eps", "--max-samples", few).refused(2, few);
        cli.run("decode", "a.eps", "-o", "b.csv", "--max-samples", few).refused(2, few);
        cli.run("decode", "a.eps", "-o", "b.csv", "--max-samples", Integer.toString(N))
                .done();
    }
}
