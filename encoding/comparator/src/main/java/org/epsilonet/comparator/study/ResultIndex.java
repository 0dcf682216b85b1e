package org.epsilonet.comparator.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** Where in a result file the lines are. The lines themselves stay in the file. */
final class ResultIndex implements AutoCloseable {
    private final FileChannel channel;
    private final Map<Key, Place> places = new TreeMap<>();

    /**
     * Where a line is, and enough of it to be compared.
     *
     * @param index the file
     * @param offset where the line begins
     * @param length its bytes
     * @param inputs the hash of its cell alone
     * @param outcome the hash of its outcome
     */
    record Place(ResultIndex index, long offset, int length, Key inputs, Key outcome) {
        /** Reads the line. */
        ResultLine line() throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && index.channel.read(bytes, offset + bytes.position()) >= 0) {
                // One read gives what it likes.
            }
            return ResultLine.of(new String(bytes.array(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Reads a file. Of lines with one key the better stays.
     *
     * @throws MalformedStudyException if it is no result file
     * @throws IllegalArgumentException if two lines of it contradict each other
     */
    ResultIndex(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ResultLines.read(file, (line, offset, length) -> {
                Key outcome = Key.of(line.outcome().json());
                Place place = new Place(this, offset, length, line.cell().inputs(), outcome);
                Place known = places.get(line.key());
                places.put(line.key(), known == null ? place : better(known, place));
            });
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** By key, in their order. */
    Map<Key, Place> places() {
        return places;
    }

    /** The place of the {@linkplain ResultLine#joined better} of two lines with one key. */
    static Place better(Place a, Place b) throws IOException {
        if (a.outcome.equals(b.outcome)) {
            return a;
        }
        ResultLine line = a.line();
        return line.joined(b.line()).equals(line) ? a : b;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
