package org.epsilonet.codec;

/** Bytes that are not a file this version can decode. */
public abstract sealed class FormatException extends Exception
        permits CorruptFileException, FormatTooOldException, FormatTooNewException {
    private static final long serialVersionUID = 1L;

    FormatException(String message) {
        super(message);
    }

    FormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
