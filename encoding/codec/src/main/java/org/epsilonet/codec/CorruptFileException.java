package org.epsilonet.codec;

/** The bytes were never a file of this format, or were damaged since. */
public final class CorruptFileException extends FormatException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was found and what is allowed
     */
    public CorruptFileException(String message) {
        super(message);
    }

    /**
     * @param message what was found and what is allowed
     * @param cause what noticed it
     */
    public CorruptFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
