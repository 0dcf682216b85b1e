package org.epsilonet.comparator.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The result file of a running study: lines are appended one by one, each with one write, so that whatever ends the process
 * leaves whole lines and at most one cut line behind them. Opening the file again cuts that line off. One process at a
 * time; thread-safe.
 */
public final class ResultFile implements AutoCloseable {
    private final FileChannel channel;
    private final Map<Key, Boolean> failures;

    private ResultFile(FileChannel channel, Map<Key, Boolean> failures) {
        this.channel = channel;
        this.failures = failures;
    }

    /**
     * Opens a file, or makes it.
     *
     * @param path the file; its folder exists
     * @param withoutFailures whether to take the lines of failed cells out, so that they are measured again
     * @throws MalformedStudyException if a whole line is no result line
     * @throws FileSystemException if another process writes to the file
     * @throws IOException if it cannot be read or written
     */
    public static ResultFile open(Path path, boolean withoutFailures) throws IOException {
        FileChannel channel = locked(path);
        try {
            Map<Key, Boolean> failures = new HashMap<>();
            long end = ResultLines.read(path, (line, offset, length) -> {
                failures.merge(line.key(), line.isFailure(), Boolean::logicalAnd);
            });
            channel.truncate(end);
            channel.position(end);
            if (!withoutFailures || !failures.containsValue(true)) {
                return new ResultFile(channel, failures);
            }
            // The old file stays locked until the new one is: nobody comes between them.
            replaceWithoutFailures(path);
            ResultFile replaced = open(path, false);
            channel.close();
            return replaced;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this process: the same as held by another.
        }
        channel.close();
        throw new FileSystemException(path.toString(), null, "another run writes to it");
    }

    private static void replaceWithoutFailures(Path path) throws IOException {
        Path copy = path.resolveSibling(path.getFileName() + ".tmp");
        try (FileChannel out = FileChannel.open(
                copy, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ResultLines.read(path, (line, offset, length) -> {
                if (!line.isFailure()) {
                    write(line, out);
                }
            });
        }
        Files.move(copy, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * What the file says of a cell.
     *
     * @return whether it failed; empty if there is no line
     */
    public synchronized Optional<Boolean> failed(Key key) {
        return Optional.ofNullable(failures.get(key));
    }

    /** Appends a line; when this returns the operating system has it. */
    public synchronized void append(ResultLine line) throws IOException {
        write(line, channel);
        failures.merge(line.key(), line.isFailure(), Boolean::logicalAnd);
    }

    static void write(ResultLine line, FileChannel out) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line.json() + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Closes the file; its lines are on the disk then. */
    @Override
    public void close() throws IOException {
        try {
            channel.force(true);
        } finally {
            channel.close();
        }
    }
}
