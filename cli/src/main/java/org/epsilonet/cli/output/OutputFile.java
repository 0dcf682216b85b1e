package org.epsilonet.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is either written completely or not at all, also if the process is interrupted: the content goes to a
 * temporary file in the same folder, which then takes the name in one step. Something that is not a regular file (a
 * device, a pipe) is written to directly.
 */
public final class OutputFile {
    private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

    private final Path named;
    private final Path target;

    private OutputFile(Path named, Path target) {
        this.named = named;
        this.target = target;
    }

    /** What writes itself to a stream. */
    public interface Content {
        /** Writes all of it; the stream is not closed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Checks that a file can be written, before the work whose result it is to hold.
     *
     * @param named the file as the user named it; a link is followed
     * @throws IOException if the file is a folder, a link to nothing or write-protected, or its folder is missing or
     *     write-protected
     */
    public static OutputFile at(Path named) throws IOException {
        if (Files.isDirectory(named)) {
            throw refusal(named, "it is a folder");
        }
        if (isSpecial(named)) {
            // A pipe has no path of its own, and no folder: it is opened under the name given.
            requireWritable(named, named);
            return new OutputFile(named, named);
        }
        if (Files.isSymbolicLink(named) && !Files.exists(named)) {
            throw refusal(named, "it is a link to " + Files.readSymbolicLink(named) + ", which does not exist");
        }
        Path target = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refusal(named, "there is no folder " + folder);
        }
        requireWritable(folder, named);
        if (Files.exists(target)) {
            requireWritable(target, named);
        }
        return new OutputFile(named, target);
    }

    /**
     * The same for the result of work on a file, which must be another one.
     *
     * @param named the file as the user named it
     * @param input the file that is read
     * @throws IOException as above
     * @throws IllegalArgumentException if both names are those of one regular file
     */
    public static OutputFile at(Path named, Path input) throws IOException {
        if (Files.isRegularFile(named) && Files.exists(input) && Files.isSameFile(named, input)) {
            throw new IllegalArgumentException(named + ": is the input too and would be lost; name another file");
        }
        return at(named);
    }

    /**
     * Checks that a folder exists and can be written to, or can be made.
     *
     * @throws IOException if it is a file, or its nearest existing ancestor is write-protected or a file
     */
    public static void requireFolder(Path named) throws IOException {
        Path existing = named.toAbsolutePath().normalize();
        while (existing.getParent() != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw refusal(named, existing + " is not a folder");
        }
        requireWritable(existing, named);
    }

    private static boolean isSpecial(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    private static void requireWritable(Path path, Path named) throws AccessDeniedException {
        if (!Files.isWritable(path)) {
            throw new AccessDeniedException(named.toString());
        }
    }

    private static FileSystemException refusal(Path named, String why) {
        return new FileSystemException(named.toString(), null, "cannot be written: " + why);
    }

    /** Whether this is the standard output under one of its names: then nothing else may be printed there. */
    public boolean isStandardOutput() throws IOException {
        return Files.exists(STANDARD_OUTPUT) && Files.exists(named) && Files.isSameFile(named, STANDARD_OUTPUT);
    }

    /**
     * Writes the file.
     *
     * @param content what goes into it
     * @throws IOException if that fails; then nothing new is left behind
     */
    public void write(Content content) throws IOException {
        try {
            if (isSpecial(target)) {
                writeTo(target, content, StandardOpenOption.WRITE);
            } else {
                replace(content);
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw refusal(named, String.valueOf(e.getMessage()));
        }
    }

    private void replace(Content content) throws IOException {
        Path temporary = target.resolveSibling(
                ".epsilonet-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + ".tmp");
        // An interrupted process runs no finally block. The name is never used again, so it may stay on that list.
        temporary.toFile().deleteOnExit();
        try {
            writeTo(temporary, content, StandardOpenOption.CREATE_NEW);
            move(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void writeTo(Path file, Content content, StandardOpenOption how) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, how, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        }
    }
}
