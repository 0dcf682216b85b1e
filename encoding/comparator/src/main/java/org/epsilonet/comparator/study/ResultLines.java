package org.epsilonet.comparator.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The whole lines of a result file, one after the other; none is kept. */
final class ResultLines {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 20;

    private ResultLines() {}

    /** Takes lines. */
    interface Visitor {
        /**
         * Takes a line.
         *
         * @param line the line
         * @param offset where it begins in the file
         * @param length its bytes, the line end aside
         */
        void line(ResultLine line, long offset, int length) throws IOException;
    }

    /**
     * Reads a file.
     *
     * @return where the last whole line ends: what is behind it was cut by the end of a process
     * @throws MalformedStudyException if a whole line is no result line
     */
    static long read(Path file, Visitor visitor) throws IOException {
        long offset = 0;
        long number = 1;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int start = 0;
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, start, i - start);
                        visitor.line(parsed(file, number, line.toByteArray()), offset, line.size());
                        offset += line.size() + 1;
                        number++;
                        line.reset();
                        start = i + 1;
                    }
                }
                line.write(buffer, start, read - start);
                if (line.size() > LONGEST_LINE) {
                    throw new MalformedStudyException(
                            file, "line " + number + " is longer than " + LONGEST_LINE + " bytes");
                }
            }
        }
        return offset;
    }

    private static ResultLine parsed(Path file, long number, byte[] bytes) throws MalformedStudyException {
        try {
            return ResultLine.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // The place of an error inside the line: the line is known.
            String what = String.valueOf(e.getMessage()).replaceFirst("^line 1, ", "");
            throw new MalformedStudyException(file, "line " + number + " is no result line: " + what);
        }
    }
}
