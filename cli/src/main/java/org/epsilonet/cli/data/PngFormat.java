package org.epsilonet.cli.data;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Grayscale PNG images of 8 or 16 bits per pixel, as rows × columns of the stored gray levels.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics (third edition), W3C 2025</a>
 */
final class PngFormat implements SampleFormat {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Signature, and the header chunk: length, "IHDR", width, height, depth, colour type. */
    private static final int HEADER = 26;

    /** Deflate shrinks no more than 258 bytes to 2 bits: a larger claim is a lie. */
    private static final int STRONGEST_COMPRESSION = 1032;

    @Override
    public String ending() {
        return ".png";
    }

    @Override
    public Samples read(Path path) throws IOException {
        FileBytes file = FileBytes.of(path);
        byte[] bytes = file.bytes();
        if (bytes.length < HEADER || !Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, SIGNATURE.length))) {
            throw file.malformed("not a .png file: the signature is missing");
        }
        ByteBuffer header = file.buffer(ByteOrder.BIG_ENDIAN).position(SIGNATURE.length + 8);
        int columns = header.getInt();
        int rows = header.getInt();
        int depth = header.get();
        int colour = header.get();
        if (colour != 0 || (depth != 8 && depth != 16)) {
            throw file.malformed("only grayscale images of 8 or 16 bits without transparency are read; this has PNG"
                    + " colour type " + colour + " and " + depth + " bits");
        }
        int points = file.points(new long[] {rows, columns}, depth / 8, (long) bytes.length * STRONGEST_COMPRESSION);
        WritableRaster pixels = pixels(file, rows, columns);
        double[] values = pixels.getSamples(0, 0, columns, rows, 0, new double[points]);
        return file.samples(new int[] {rows, columns}, values, depth == 8 ? SampleType.U1 : SampleType.U2);
    }

    private static WritableRaster pixels(FileBytes file, int rows, int columns) throws IOException {
        ImageIO.setUseCache(false);
        @Nullable BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        } catch (IOException | RuntimeException e) {
            // The reader of the JDK throws unchecked exceptions too when chunks contradict each other.
            throw file.malformed("damaged .png file: " + e.getMessage());
        }
        if (image == null || image.getHeight() != rows || image.getWidth() != columns) {
            throw file.malformed("damaged .png file");
        }
        return image.getRaster();
    }

    @Override
    public void write(Samples samples, OutputStream out) throws IOException {
        SampleType type = GrayLevels.of(samples, ending());
        int rows = samples.grid().length(0);
        int columns = samples.grid().length(1);
        BufferedImage image = new BufferedImage(
                columns, rows, type == SampleType.U1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSamples(0, 0, columns, rows, 0, samples.values());
        ImageIO.setUseCache(false);
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java runtime has no writer for png images");
        }
    }
}
