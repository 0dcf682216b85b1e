package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.epsilonet.comparator.study.MalformedStudyException;
import org.epsilonet.comparator.study.Outcome;
import org.epsilonet.comparator.study.Part;
import org.epsilonet.comparator.study.ResultDifference;
import org.epsilonet.comparator.study.ResultFile;
import org.epsilonet.comparator.study.ResultLine;
import org.epsilonet.comparator.study.StudyCells;
import org.junit.jupiter.api.Test;

/** Result files compared, locked and damaged. */
class ResultFilesTest extends StudyFixture {
    @Test
    void differencesAreThoseMade() throws IOException {
        run(study(List.of("bv"), List.of(), List.of(2, 4)), "a", Part.WHOLE, 1, false);
        run(study(List.of("bv"), List.of(), List.of(4, 8)), "b", Part.WHOLE, 1, false);
        ResultDifference difference = ResultDifference.of(folder.resolve("a"), folder.resolve("b"));
        assertEquals(4, difference.count(ResultDifference.Kind.ONLY_A));
        assertEquals(4, difference.count(ResultDifference.Kind.ONLY_B));
        // Budget 4 and the error target, for four draws.
        assertEquals(8, difference.equal());
        assertEquals(16, difference.cells());

        List<String> lines = sorted("a");
        ResultLine line = ResultLine.of(lines.get(0));
        ResultLine other = new ResultLine("other", line.cell(), line.outcome());
        ResultLine wrong = new ResultLine(line.code(), line.cell(), new Outcome.Failed("made up"));
        write("c", other.json() + "\n" + String.join("\n", lines.subList(1, lines.size())) + "\n");
        assertEquals(
                1, ResultDifference.of(folder.resolve("a"), folder.resolve("c")).otherCode());
        assertEquals(
                lines.size(),
                ResultDifference.of(folder.resolve("a"), folder.resolve("c")).equal());
        write("d", wrong.json() + "\n" + String.join("\n", lines.subList(1, lines.size())) + "\n");
        ResultDifference made = ResultDifference.of(folder.resolve("a"), folder.resolve("d"));
        assertEquals(
                List.of(new ResultDifference.Difference(line.cell(), Optional.of(line), Optional.of(wrong))),
                made.differences());
        // A result supersedes a failure, whatever the order.
        assertEquals(
                lines,
                new String(union("d", "a"), StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void oneRunAtATime() throws IOException {
        try (ResultFile file = ResultFile.open(folder.resolve("f"), false)) {
            assertThrows(FileSystemException.class, () -> ResultFile.open(folder.resolve("f"), false));
            assertTrue(file.failed(
                            laboratory.key(new StudyCells(study(List.of("bv"), List.of(), List.of(2)), laboratory)
                                    .iterator()
                                    .next()))
                    .isEmpty());
        }
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        run(study(List.of("bv"), List.of(), List.of(2)), "f", Part.WHOLE, 1, false);
        String text = Files.readString(folder.resolve("f"));
        write("g", text.replaceFirst("\"seed\":1", "\"seed\":5"));
        String message = assertThrows(MalformedStudyException.class, () -> ResultFile.open(folder.resolve("g"), false))
                .getMessage();
        assertTrue(message.contains("g: line 1 is no result line: the key is not that"), message);
        assertThrows(MalformedStudyException.class, () -> union("f", "g"));
    }
}
