package org.epsilonet.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Writes small random networks as .safetensors, byte by byte. */
final class NetworkFile {
    private NetworkFile() {}

    /** A network with weights of about 1 / sqrt(fan-in). */
    static Path write(Path file, long seed, int... sizes) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder header = new StringBuilder("{");
        int count = 0;
        for (int l = 1; l < sizes.length; l++) {
            count += sizes[l] * (sizes[l - 1] + 1);
        }
        ByteBuffer data = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int l = 1; l < sizes.length; l++) {
            String layer = "layers." + (2 * l - 2);
            int from = data.position();
            append(data, random, sizes[l] * sizes[l - 1], 1.7 / Math.sqrt(sizes[l - 1]));
            header.append(tensor(layer + ".weight", sizes[l] + "," + sizes[l - 1], from, data.position()));
            from = data.position();
            append(data, random, sizes[l], 0.5);
            header.append(tensor(layer + ".bias", String.valueOf(sizes[l]), from, data.position()));
        }
        header.setCharAt(header.length() - 1, '}');
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + json.length + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                file, all.putLong(json.length).put(json).put(data.array()).array());
    }

    private static void append(ByteBuffer data, SplittableRandom random, int count, double size) {
        for (int i = 0; i < count; i++) {
            data.putFloat((float) (size * (2 * random.nextDouble() - 1)));
        }
    }

    private static String tensor(String name, String shape, int from, int to) {
        return "\"" + name + "\":{\"dtype\":\"F32\",\"shape\":[" + shape + "],\"data_offsets\":[" + from + "," + to
                + "]},";
    }
}
