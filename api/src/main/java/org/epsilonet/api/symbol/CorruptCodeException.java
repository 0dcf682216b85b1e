package org.epsilonet.api.symbol;

/** The symbols read do not form a code that any writer produces. */
public final class CorruptCodeException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was read and what is allowed
     */
    public CorruptCodeException(String message) {
        super(message);
    }
}
