package org.epsilonet.families.relu.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.epsilonet.api.model.MalformedModelException;

/**
 * Reads the fields of a protocol buffer message: a view of a part of a file, never a copy. Every length is compared with
 * what is left.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol buffers, encoding</a>
 */
final class WireReader {
    /** Wire types. */
    static final int VARINT = 0;

    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private final ModelFile file;
    private final ByteBuffer buffer;
    private final int end;
    private int at;
    private int type;

    private WireReader(ModelFile file, ByteBuffer buffer, int from, int to) {
        this.file = file;
        this.buffer = buffer;
        this.at = from;
        this.end = to;
    }

    static WireReader of(ModelFile file) {
        ByteBuffer buffer = ByteBuffer.wrap(file.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        return new WireReader(file, buffer, 0, file.length());
    }

    boolean hasNext() {
        return at < end;
    }

    /** The number of the next field; its value must be read or {@linkplain #skip skipped} next. */
    int field() throws MalformedModelException {
        long tag = varint();
        type = (int) (tag & 7);
        long number = tag >>> 3;
        if (number < 1 || number >= 1 << 29) {
            throw file.malformed("is no ONNX model: field " + number + " at byte " + at);
        }
        return (int) number;
    }

    /** The wire type of the field just announced. */
    int type() {
        return type;
    }

    void skip() throws MalformedModelException {
        switch (type) {
            case VARINT -> varint();
            case FIXED64 -> move(Long.BYTES);
            case BYTES -> move(length());
            case FIXED32 -> move(Integer.BYTES);
            default -> throw file.malformed("is no ONNX model: wire type " + type + " at byte " + at);
        }
    }

    long integer() throws MalformedModelException {
        require(VARINT);
        return varint();
    }

    float real() throws MalformedModelException {
        require(FIXED32);
        int from = at;
        move(Float.BYTES);
        return buffer.getFloat(from);
    }

    String string() throws MalformedModelException {
        require(BYTES);
        int length = length();
        int from = at;
        move(length);
        return length == 0 ? "" : new String(file.bytes(), from, length, StandardCharsets.UTF_8);
    }

    /** The bytes of a field, as a message of their own. */
    WireReader message() throws MalformedModelException {
        require(BYTES);
        int length = length();
        int from = at;
        move(length);
        return new WireReader(file, buffer, from, at);
    }

    /** The number of bytes left. */
    int remaining() {
        return end - at;
    }

    /** Numbers from all the bytes left. */
    double[] numbers(NumberType numberType) throws MalformedModelException {
        if (remaining() % numberType.size() != 0) {
            throw file.malformed(
                    remaining() + " bytes of numbers at byte " + at + " are no multiple of " + numberType.size());
        }
        double[] values = numberType.read(buffer, at, remaining() / numberType.size());
        at = end;
        return values;
    }

    /** Integers of eight bytes from all the bytes left, as doubles. */
    double[] longs() {
        double[] values = new double[remaining() / Long.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getLong(at + i * Long.BYTES);
        }
        at = end;
        return values;
    }

    /** A number of up to 64 bits, seven in a byte. */
    long varint() throws MalformedModelException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw truncated();
            }
            byte b = buffer.get(at++);
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw file.malformed("is no ONNX model: a number of more than ten bytes before byte " + at);
    }

    private int length() throws MalformedModelException {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw truncated();
        }
        return (int) length;
    }

    private void move(int length) throws MalformedModelException {
        if (length > end - at) {
            throw truncated();
        }
        at += length;
    }

    private void require(int wanted) throws MalformedModelException {
        if (type != wanted) {
            throw file.malformed("is no ONNX model: wire type " + type + " at byte " + at + ", expected " + wanted);
        }
    }

    private MalformedModelException truncated() {
        return file.malformed("is no ONNX model, or truncated: a field at byte " + at + " is longer than what is left");
    }
}
