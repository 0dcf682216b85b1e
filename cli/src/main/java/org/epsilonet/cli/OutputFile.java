package org.epsilonet.cli;

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
 * A file that is either written completely or not at all: the content goes to a temporary file in the same folder, which
 * then takes the name in one step. Something that is not a regular file (a device, a pipe) is written to directly.
 */
final class OutputFile {
    private final Path named;
    private final Path target;

    private OutputFile(Path named, Path target) {
        this.named = named;
        this.target = target;
    }

    /** What writes itself to a stream. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Checks that a file can be written, before the work whose result it is to hold.
     *
     * @throws IOException if the file is a folder or write-protected, or its folder is missing or write-protected
     */
    static OutputFile at(Path named) throws IOException {
        Path target = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FileSystemException(named.toString(), null, "cannot be written: it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(named.toString(), null, "cannot be written: there is no folder " + folder);
        }
        if (!Files.isWritable(Files.exists(target) ? target : folder)) {
            throw new AccessDeniedException(named.toString());
        }
        return new OutputFile(named, target);
    }

    /**
     * Checks that a folder exists and can be written to, or can be made.
     *
     * @throws IOException if it is a file, or its nearest existing ancestor is write-protected or a file
     */
    static void requireFolder(Path named) throws IOException {
        Path existing = named.toAbsolutePath().normalize();
        while (existing.getParent() != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new FileSystemException(
                    named.toString(), null, "cannot be written: " + existing + " is not a folder");
        }
        if (!Files.isWritable(existing)) {
            throw new AccessDeniedException(named.toString());
        }
    }

    /**
     * Writes the file.
     *
     * @param content what goes into it
     * @throws IOException if that fails; then nothing new is left behind
     */
    void write(Content content) throws IOException {
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                writeTo(target, content, StandardOpenOption.WRITE);
            } else {
                replace(content);
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(named.toString(), null, "cannot be written: " + e.getMessage());
        }
    }

    private void replace(Content content) throws IOException {
        Path temporary = target.resolveSibling(
                ".epsilonet-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + ".tmp");
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
