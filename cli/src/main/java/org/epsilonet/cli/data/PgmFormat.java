package org.epsilonet.cli.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;

/**
 * Portable gray maps, plain (P2) or raw (P5), with gray levels up to 255 or 65535. Written raw.
 *
 * @see <a href="https://netpbm.sourceforge.net/doc/pgm.html">The PGM format</a>
 */
final class PgmFormat implements SampleFormat {
    @Override
    public String ending() {
        return ".pgm";
    }

    @Override
    public Samples read(Path path) throws IOException {
        FileBytes file = FileBytes.of(path);
        byte[] bytes = file.bytes();
        boolean plain = bytes.length > 2 && bytes[0] == 'P' && bytes[1] == '2';
        boolean raw = bytes.length > 2 && bytes[0] == 'P' && bytes[1] == '5';
        if (!plain && !raw) {
            throw file.malformed("not a .pgm file: it starts with neither P2 nor P5");
        }
        Tokens tokens = new Tokens(file, 2);
        int columns = tokens.next("width", Integer.MAX_VALUE);
        int rows = tokens.next("height", Integer.MAX_VALUE);
        int white = tokens.next("largest gray level", 65535);
        SampleType type = white <= 255 ? SampleType.U1 : SampleType.U2;
        // One white space ends the header of a raw file; in a plain one a digit and a space is the least per pixel.
        int start = tokens.position + (raw ? 1 : 0);
        long available = bytes.length - (long) start + (plain ? 1 : 0);
        int points = file.points(new long[] {rows, columns}, plain ? 2 : Numbers.size(type), Math.max(0, available));
        double[] values = plain ? plain(tokens, points, white) : raw(file, start, points, type);
        for (int i = 0; i < points; i++) {
            if (values[i] > white) {
                throw file.malformed(
                        "pixel " + i + " is " + (int) values[i] + ", above the largest gray level " + white);
            }
        }
        return file.samples(new int[] {rows, columns}, values, type);
    }

    private static double[] plain(Tokens tokens, int points, int white) throws MalformedDataException {
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            values[i] = tokens.next("pixel " + i, white);
        }
        return values;
    }

    private static double[] raw(FileBytes file, int start, int points, SampleType type) {
        ByteBuffer data = file.buffer(ByteOrder.BIG_ENDIAN).position(start);
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            values[i] = Numbers.get(data, type);
        }
        return values;
    }

    @Override
    public void write(Samples samples, OutputStream out) throws IOException {
        SampleType type = GrayLevels.of(samples, ending());
        String header = "P5\n" + samples.grid().length(1) + " " + samples.grid().length(0) + "\n"
                + (type == SampleType.U1 ? 255 : 65535) + "\n";
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        Numbers.write(samples, type, ByteOrder.BIG_ENDIAN, out);
    }

    /** Whole numbers in text, with comments from # to the end of the line. */
    private static final class Tokens {
        private final FileBytes file;
        private int position;

        Tokens(FileBytes file, int position) {
            this.file = file;
            this.position = position;
        }

        int next(String what, int largest) throws MalformedDataException {
            skipSpace();
            byte[] bytes = file.bytes();
            int start = position;
            long number = 0;
            while (position < bytes.length && bytes[position] >= '0' && bytes[position] <= '9' && number <= largest) {
                number = 10 * number + bytes[position++] - '0';
            }
            if (position == start || number > largest) {
                throw file.malformed("byte " + start + ": the " + what + " must be a whole number in 0.." + largest);
            }
            return (int) number;
        }

        private void skipSpace() {
            byte[] bytes = file.bytes();
            boolean comment = false;
            while (position < bytes.length && (comment || bytes[position] == '#' || (bytes[position] & 0xff) <= ' ')) {
                comment = bytes[position] == '#' || (comment && bytes[position] != '\n');
                position++;
            }
        }
    }
}
