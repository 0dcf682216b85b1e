package org.epsilonet.families.relu.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as bytes, the low one first. */
final class LittleEndian {
    private static final int BLOCK = 1 << 13;

    private LittleEndian() {}

    /** Writes all values as float32 or float64. */
    static void write(double[] values, NumberType type, OutputStream out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK * type.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += BLOCK) {
            block.clear();
            for (int i = from; i < Math.min(values.length, from + BLOCK); i++) {
                if (type == NumberType.F32) {
                    block.putFloat((float) values[i]);
                } else {
                    block.putDouble(values[i]);
                }
            }
            out.write(block.array(), 0, block.position());
        }
    }
}
