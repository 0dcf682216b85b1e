package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void lostResultsAreAFailure() {
        StringWriter notes = new StringWriter();
        int code = Main.run(new PrintWriter(new FullDisk()), new PrintWriter(notes), "--version");
        assertEquals(1, code);
        assertEquals(1, notes.toString().lines().count(), notes.toString());
    }

    @Test
    void wrongUsageIsSaidOnceEvenIfResultsAreLost() {
        StringWriter notes = new StringWriter();
        assertEquals(2, Main.run(new PrintWriter(new FullDisk()), new PrintWriter(notes), "--versoin"));
        assertEquals(1, notes.toString().lines().count(), notes.toString());
    }

    private static final class FullDisk extends Writer {
        @Override
        public void write(char[] buffer, int start, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void close() {}
    }
}
