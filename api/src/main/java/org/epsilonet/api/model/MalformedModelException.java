package org.epsilonet.api.model;

/** A file does not hold a model that can be read: damaged, or with a part that is not supported. */
public final class MalformedModelException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: the file, what is wrong and where, what is allowed
     */
    public MalformedModelException(String message) {
        super(message);
    }
}
