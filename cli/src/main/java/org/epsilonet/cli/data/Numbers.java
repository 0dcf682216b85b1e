package org.epsilonet.cli.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;

/** Numbers of each sample type as bytes. */
final class Numbers {
    private Numbers() {}

    /** Bytes per number. */
    static int size(SampleType type) {
        return switch (type) {
            case F8 -> 8;
            case F4, I4 -> 4;
            case I2, U2 -> 2;
            case U1 -> 1;
        };
    }

    /** The name in NumPy's array interface: f8, f4, i4, i2, u2, u1. */
    static String name(SampleType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** The next number of a buffer. */
    static double get(ByteBuffer in, SampleType type) {
        return switch (type) {
            case F8 -> in.getDouble();
            case F4 -> in.getFloat();
            case I4 -> in.getInt();
            case I2 -> in.getShort();
            case U2 -> Short.toUnsignedInt(in.getShort());
            case U1 -> Byte.toUnsignedInt(in.get());
        };
    }

    private static void put(ByteBuffer out, SampleType type, double value) {
        switch (type) {
            case F8 -> out.putDouble(value);
            case F4 -> out.putFloat((float) value);
            case I4 -> out.putInt((int) value);
            case I2, U2 -> out.putShort((short) (int) value);
            case U1 -> out.put((byte) (int) value);
        }
    }

    /**
     * Writes all samples as numbers of one type.
     *
     * @throws IllegalArgumentException if the type cannot hold one of them exactly
     */
    static void write(Samples samples, SampleType type, ByteOrder order, OutputStream out) throws IOException {
        requireHeld(samples, type);
        int block = 1 << 13;
        ByteBuffer buffer = ByteBuffer.allocate(block * size(type)).order(order);
        for (int start = 0; start < samples.size(); start += block) {
            buffer.clear();
            for (int i = start; i < Math.min(samples.size(), start + block); i++) {
                put(buffer, type, samples.value(i));
            }
            out.write(buffer.array(), 0, buffer.position());
        }
    }

    private static void requireHeld(Samples samples, SampleType type) {
        for (int i = 0; i < samples.size(); i++) {
            if (type.nearest(samples.value(i)) != samples.value(i)) {
                throw new IllegalArgumentException("value " + i + " is " + samples.value(i) + ", which numbers of type "
                        + name(type) + " cannot hold");
            }
        }
    }
}
