package org.epsilonet.testkit.internal;

/** A law that says nothing about a family. */
public final class NotApplicable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason why not, a sentence
     */
    public NotApplicable(String reason) {
        super(reason);
    }
}
