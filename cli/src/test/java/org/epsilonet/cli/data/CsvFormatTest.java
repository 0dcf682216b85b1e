package org.epsilonet.cli.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people have them, and what is said about bad ones. */
class CsvFormatTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\n2\n4\n",
                "1\r\n2\r\n4",
                "value\n1\n2\n4\n",
                "\uFEFFvalue\n1\n2\n4\n",
                "\n1\n\n2\n4\n\n",
                " 1 \n+2e0\n4.0\n"
            })
    void readsOneColumn(String text) throws IOException {
        Samples samples = read(text);
        assertArrayEquals(new double[] {1, 2, 4}, samples.values());
        assertEquals(0.5 / 3, samples.origin()[0]);
        assertEquals(1.0 / 3, samples.spacing()[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\n0.5,1\n1.0,2\n1.5,4\n",
                "0.5;1\n1.0;2\n1.5;4\n",
                "0.5\t1\n1.0\t2\n1.5\t4\n",
                "\"time, s\",y\n0.5, 1\n1.0, 2\n1.5, 4\n"
            })
    void readsTwoColumns(String text) throws IOException {
        Samples samples = read(text);
        assertArrayEquals(new double[] {1, 2, 4}, samples.values());
        assertEquals(0.5, samples.origin()[0]);
        assertEquals(0.5, samples.spacing()[0]);
    }

    @Test
    void roomForPrintedDecimals() throws IOException {
        // Thirds to four decimals are within 1e-3 of the spacing; a hundredth of it off is not.
        assertEquals(1.0 / 3, read("0,1\n0.3333,1\n0.6667,1\n1,1\n").spacing()[0], 1e-15);
        refused("0,1\n0.33,1\n0.6667,1\n1,1\n", "x is not equally spaced: sample 1 is at 0.33, expected 0.333");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the file is empty",
                "'\n\n' | the file is empty",
                "'value\n' | no samples after the header",
                "'1\ntwo\n3' | line 2: column 1: not a number: 'two'",
                "'0,1\n1,b' | line 2: column 2: not a number: 'b'",
                "'1,x\n2,3' | line 1: column 2: not a number: 'x'",
                "'1\nNaN\n' | line 2: value 1 is NaN; samples must be finite",
                "'nan\n1\n' | line 1: value 0 is nan; samples must be finite",
                "'1\n2\n-inf' | line 3: value 2 is -inf; samples must be finite",
                "'1\n1e999' | line 2: value 1 is 1e999; samples must be finite",
                "'1,2,3' | line 1: 3 columns; allowed: one column of values, or two columns x,y",
                "'0,1\n1' | line 2: 1 columns where the first line has 2",
                "'0,1\n1,2\n3,4' | x is not equally spaced: sample 1 is at 1.0, expected 1.5",
                "'1,1\n0,2' | x must increase, but goes from 1.0 to 0.0",
                "'1,1\n1,2' | x must increase, but goes from 1.0 to 1.0",
            })
    void saysWhatIsWrong(String text, String message) throws IOException {
        refused(text, message);
    }

    @Test
    void saysThatAFileIsMissingOrAFolder() {
        assertThrows(NoSuchFileException.class, () -> new CsvFormat().read(folder.resolve("none.csv")));
        assertThrows(MalformedDataException.class, () -> new CsvFormat().read(folder));
    }

    private void refused(String text, String message) throws IOException {
        String actual = String.valueOf(
                assertThrows(MalformedDataException.class, () -> read(text)).getMessage());
        String expected = folder.resolve("table.csv") + ": " + message;
        assertTrue(actual.startsWith(expected), () -> actual + " should start with " + expected);
    }

    private Samples read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        return new CsvFormat().read(file);
    }
}
