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
 * Mono sound: PCM of 8 (unsigned), 16, 24 or 32 bits, or floating point of 32 or 64 bits, in a RIFF file. The spacing
 * of the samples is one over the sample rate. A 24-bit sample is read as the 32-bit sample it stands for, 256 times as
 * large. Written in the type of the samples.
 */
final class WavFormat implements SampleFormat {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int RIFF_HEADER = 12;
    private static final int FORMAT_LENGTH = 16;

    @Override
    public String ending() {
        return ".wav";
    }

    @Override
    public Samples read(Path path) throws IOException {
        FileBytes file = FileBytes.of(path);
        if (!named(file, 0, "RIFF") || !named(file, 8, "WAVE")) {
            throw file.malformed("not a .wav file: RIFF and WAVE are missing at its start");
        }
        ByteBuffer in = file.buffer(ByteOrder.LITTLE_ENDIAN);
        Chunk format = chunk(file, in, "fmt ");
        Chunk data = chunk(file, in, "data");
        if (format.length < FORMAT_LENGTH) {
            throw file.malformed("the chunk 'fmt ' has " + format.length + " bytes; needed: 16");
        }
        in.position(format.start);
        int coding = Short.toUnsignedInt(in.getShort());
        int channels = Short.toUnsignedInt(in.getShort());
        long rate = Integer.toUnsignedLong(in.getInt());
        int bits = Short.toUnsignedInt(in.getShort(format.start + 14));
        if (coding == EXTENSIBLE && format.length >= 26) {
            coding = Short.toUnsignedInt(in.getShort(format.start + 24));
        }
        if (channels != 1 || rate == 0) {
            throw file.malformed("only mono sound is read; this has " + channels + " channels and the rate " + rate);
        }
        double[] values = values(file, in, data, coding, bits);
        return file.samples(new int[] {values.length}, values, type(file, coding, bits))
                .placedAt(new double[] {0}, new double[] {1.0 / rate});
    }

    private static double[] values(FileBytes file, ByteBuffer in, Chunk data, int coding, int bits)
            throws MalformedDataException {
        SampleType type = type(file, coding, bits);
        int points = data.length / (bits / 8);
        if (points == 0 || data.length % (bits / 8) != 0) {
            throw file.malformed("the chunk 'data' has " + data.length + " bytes: not a whole number of samples");
        }
        double[] values = new double[points];
        in.position(data.start);
        for (int i = 0; i < points; i++) {
            values[i] = bits == 24
                    ? (in.get() & 0xff) << 8 | (in.get() & 0xff) << 16 | in.get() << 24
                    : Numbers.get(in, type);
        }
        return values;
    }

    private static SampleType type(FileBytes file, int coding, int bits) throws MalformedDataException {
        if (coding == PCM && (bits == 8 || bits == 16)) {
            return bits == 8 ? SampleType.U1 : SampleType.I2;
        }
        if (coding == PCM && (bits == 24 || bits == 32)) {
            return SampleType.I4;
        }
        if (coding == FLOAT && (bits == 32 || bits == 64)) {
            return bits == 32 ? SampleType.F4 : SampleType.F8;
        }
        throw file.malformed("coding " + coding + " with " + bits
                + " bits; allowed: PCM (1) of 8, 16, 24 or 32 bits, floating point (3) of 32 or 64");
    }

    /** Where a chunk's content is. */
    private record Chunk(int start, int length) {}

    private static Chunk chunk(FileBytes file, ByteBuffer in, String name) throws MalformedDataException {
        for (int at = RIFF_HEADER; at <= file.length() - 8; ) {
            long length = Integer.toUnsignedLong(in.getInt(at + 4));
            if (length > file.length() - at - 8) {
                throw file.malformed("truncated: a chunk at byte " + at + " claims " + length + " bytes, the file has "
                        + (file.length() - at - 8) + " left");
            }
            if (named(file, at, name)) {
                return new Chunk(at + 8, (int) length);
            }
            // Chunks start at even bytes.
            at = (int) Math.min(file.length(), at + 8 + length + (length & 1));
        }
        throw file.malformed("no chunk '" + name + "'");
    }

    private static boolean named(FileBytes file, int at, String name) {
        return at + 4 <= file.length() && new String(file.bytes(), at, 4, StandardCharsets.ISO_8859_1).equals(name);
    }

    @Override
    public void write(Samples samples, OutputStream out) throws IOException {
        SampleFormat.requireDimension(samples, 1, ending());
        SampleType type = samples.type();
        if (type == SampleType.U2) {
            throw new IllegalArgumentException("a .wav file holds no unsigned 16-bit samples; .npy and .csv do");
        }
        int bytes = Numbers.size(type);
        long data = (long) samples.size() * bytes;
        if (data > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("a .wav file holds at most 2 GiB, not " + data + " bytes");
        }
        int padding = (int) (data & 1);
        long rate = Math.max(1, Math.min(Math.round(1 / samples.spacing()[0]), 0xFFFFFFFFL / bytes));
        ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) data + padding + 36);
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(FORMAT_LENGTH);
        header.putShort((short) (type == SampleType.F4 || type == SampleType.F8 ? FLOAT : PCM))
                .putShort((short) 1);
        header.putInt((int) rate)
                .putInt((int) (rate * bytes))
                .putShort((short) bytes)
                .putShort((short) (8 * bytes));
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) data);
        out.write(header.array());
        Numbers.write(samples, type, ByteOrder.LITTLE_ENDIAN, out);
        out.write(new byte[padding]);
    }
}
