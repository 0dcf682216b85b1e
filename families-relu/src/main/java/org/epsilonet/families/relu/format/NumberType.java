package org.epsilonet.families.relu.format;

import java.nio.ByteBuffer;

/** Floating point numbers in files. */
enum NumberType {
    F16(2) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return half(bytes.getShort(at));
        }
    },
    BF16(2) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return Float.intBitsToFloat(bytes.getShort(at) << 16);
        }
    },
    F32(4) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.getFloat(at);
        }
    },
    F64(8) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.getDouble(at);
        }
    };

    private final int size;

    NumberType(int size) {
        this.size = size;
    }

    /** Bytes of a number. */
    int size() {
        return size;
    }

    abstract double read(ByteBuffer bytes, int at);

    /** Numbers from a buffer, whose order decides; the caller has compared lengths. */
    double[] read(ByteBuffer bytes, int from, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = read(bytes, from + i * size);
        }
        return values;
    }

    /** IEEE 754 binary16. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24;
        } else if (exponent == 0x1f) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            magnitude = Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        }
        return bits < 0 ? -magnitude : magnitude;
    }

    /** The smallest of float32 and float64 that holds all values exactly. */
    static NumberType exactFor(double[] values) {
        for (double v : values) {
            if ((float) v != v) {
                return F64;
            }
        }
        return F32;
    }
}
