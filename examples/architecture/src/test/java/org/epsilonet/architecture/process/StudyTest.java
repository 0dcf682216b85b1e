package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** Studies as processes: killed, shared between processes, failing, compared and merged. */
class StudyTest {
    /** More by {@code -Dstudy.kills=20}. */
    private static final int KILLS = Integer.getInteger("study.kills", 4);

    private static final long SEED = Long.getLong("study.seed", 7);
    private static final int CELLS = 500;

    /** Cheap cells: two families on a line that a stranger calls a class, in 25 budgets and ten draws. */
    private static final String STUDY = """
            {"families": ["splines.uniform.degree0", "splines.uniform.degree1"], "classes": ["stranger.lines"],
             "norms": ["l2"], "budgets": [%s], "seeds": [1, 2, 3, 4, 5], "repetitions": 2}
            """;

    @TempDir
    private Path folder;

    private Cli cli = new Cli(List.of(), Path.of(""));

    @BeforeEach
    void bringAStranger() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Cli installed = Cli.in(work);
        cli = installed.with(PluginJar.write(installed, folder.resolve("jars"), "stranger.study", "stranger", "", ""));
        StringBuilder budgets = new StringBuilder("2");
        for (int budget = 3; budget < 27; budget++) {
            budgets.append(", ").append(budget);
        }
        Files.writeString(work.resolve("s.json"), STUDY.formatted(budgets));
    }

    @Test
    void killedAgainAndAgainItEndsAsIfNothingHadHappened() throws IOException, InterruptedException {
        Map<String, Object> whole =
                cli.run("study", "s.json", "--out", "whole", "--json").done().json();
        assertEquals(List.of(CELLS, CELLS, 0, 0), counts(whole));
        Path expected = results(whole);
        assertEquals(expected, cli.folder().resolve("whole/s.jsonl"));

        Path killed = cli.folder().resolve("killed/s.jsonl");
        // Killed when the file has a random size, anywhere within a line.
        int size = (int) Files.size(expected);
        int[] moments = new Random(SEED).ints(KILLS, 0, size).sorted().toArray();
        int interrupted = 0;
        for (int moment : moments) {
            Process process = cli.start(Redirect.DISCARD, Redirect.DISCARD, "study", "s.json", "--out", "killed");
            while (process.isAlive() && (Files.notExists(killed) || Files.size(killed) < moment)) {
                Thread.sleep(1);
            }
            process.destroyForcibly();
            interrupted += process.waitFor() == 0 ? 0 : 1;
        }
        assertTrue(interrupted > KILLS / 2, interrupted + " of " + KILLS + " runs were killed, seed " + SEED);
        // What a kill in the middle of a write leaves.
        byte[] bytes = Files.readAllBytes(killed);
        Files.write(killed, Arrays.copyOf(bytes, Math.max(0, bytes.length - 10)));
        long lines = Files.readString(killed).chars().filter(c -> c == '\n').count();

        Map<String, Object> resumed =
                cli.run("study", "s.json", "--out", "killed", "--json").done().json();
        assertEquals(List.of(CELLS, CELLS - (int) lines, (int) lines, 0), counts(resumed), "seed " + SEED);
        assertEquals(sorted(expected), sorted(killed), "seed " + SEED);
    }

    @Test
    void partsInTwoProcessesAndThreadsInOneGiveTheSameLines() throws IOException, InterruptedException {
        Process first = cli.start(
                Redirect.DISCARD, Redirect.DISCARD, "study", "s.json", "--out", "p", "--part", "1/2", "--threads", "1");
        Process second = cli.start(
                Redirect.DISCARD, Redirect.DISCARD, "study", "s.json", "--out", "p", "--part", "2/2", "--threads", "1");
        assertEquals(0, first.waitFor());
        assertEquals(0, second.waitFor());
        cli.run("study", "s.json", "--out", "one", "--threads", "1").done();
        cli.run("study", "s.json", "--out", "two", "--threads", "2").done();
        Path one = cli.folder().resolve("one/s.jsonl");
        assertEquals(CELLS, sorted(one).stream().distinct().count());
        assertEquals(sorted(one), sorted(cli.folder().resolve("two/s.jsonl")));

        Map<String, Object> merged = cli.run(
                        "study", "merge", "p/s.2of2.jsonl", "p/s.1of2.jsonl", "-o", "merged.jsonl", "--json")
                .done()
                .json();
        assertEquals(List.of(CELLS, CELLS, 0, 0), counts(merged));
        assertEquals(sorted(one), Files.readAllLines(results(merged)));
        Map<String, Object> same = cli.run("study", "diff", "one/s.jsonl", "merged.jsonl", "--json", "--exit-code")
                .done()
                .json();
        assertEquals(List.of(CELLS, CELLS, 0, 0), counts(same));
        assertEquals(List.of(), same.get("results"));
    }

    @Test
    void failuresAreRecordedAndStay() throws IOException, InterruptedException {
        Files.writeString(
                cli.folder().resolve("f.json"),
                "{\"families\": [\"stranger\", \"splines.uniform.degree1\"], \"classes\": [\"stranger.lines\"], \"budgets\": [2]}");
        String[] study = {"study", "f.json", "--out", "f", "--json"};
        Cli.Result result = cli.run(study);
        assertEquals(1, result.code());
        assertTrue(
                result.err().contains("1 of 2 cells failed")
                        && result.err().lines().count() == 1,
                result.err());
        assertEquals(List.of(2, 1, 0, 1), counts(result.json()));
        List<String> lines = sorted(results(result.json()));
        assertTrue(lines.stream().anyMatch(line -> line.contains("approximates nothing")), lines.toString());
        assertEquals(List.of(2, 0, 1, 1), counts(cli.run(study).json()));
        assertEquals(lines, sorted(results(result.json())));
        assertEquals(
                List.of(2, 0, 1, 1),
                counts(cli.run("study", "f.json", "--out", "f", "--json", "--retry-failed")
                        .json()));
        assertEquals(lines, sorted(results(result.json())));

        // The same keys with a result that nobody measured.
        String good = lines.stream()
                .filter(line -> line.contains("result"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                cli.folder().resolve("g.jsonl"), good.replaceFirst("\"bits\":[0-9]+", "\"bits\":123456") + "\n");
        cli.run("study", "merge", "f/f.jsonl", "g.jsonl", "-o", "none.jsonl")
                .refused(2, "contradicting results for the key ");
        assertTrue(Files.notExists(cli.folder().resolve("none.jsonl")));
        Cli.Result different = cli.run("study", "diff", "f/f.jsonl", "g.jsonl", "--exit-code");
        assertEquals(1, different.code());
        assertTrue(
                different.out().contains("2 cells: 0 equal, 1 different, 1 only in A, 0 only in B"), different.out());
    }

    @Test
    void wrongStudies() throws IOException, InterruptedException {
        cli.run("study").refused(2, "FILE.json is missing");
        cli.run("study", "none.json").refused(2, "none.json: no such file");
        cli.run("study", "s.json", "--part", "3/2").refused(2, "a part is named K/N");
        cli.run("study", "s.json", "--engine", "locl").refused(2, "did you mean 'local'");
        Files.writeString(
                cli.folder().resolve("w.json"), "{\"families\": [\"a\"], \"classes\": [\"bv\"], \"budgets\": [0]}");
        cli.run("study", "w.json").refused(2, "w.json: budgets[0]: must be >= 1, was 0");
        Files.writeString(
                cli.folder().resolve("w.json"),
                "{\"families\": [\"stranjer\"], \"classes\": [\"bv\"], \"budgets\": [1]}");
        cli.run("study", "w.json").refused(2, "Did you mean 'stranger'?");
        assertEquals(List.of("s.json", "w.json"), cli.files());
        Map<String, Object> schema =
                JSON.std.mapFrom(cli.run("study", "--schema").done().out());
        assertEquals("Epsilonet study", schema.get("title"));
    }

    private static List<Object> counts(Map<String, Object> json) {
        return List.of(json.get("cells"), json.get("done"), json.get("skipped"), json.get("failed"));
    }

    private Path results(Map<String, Object> json) {
        return cli.folder().resolve(String.valueOf(json.get("results")));
    }

    private static List<String> sorted(Path file) throws IOException {
        return Files.readAllLines(file).stream().sorted().toList();
    }
}
