package org.epsilonet.cli;

/** The tolerance could not be reached; the message has the best error that was. */
final class NotReachedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotReachedException(String message) {
        super(message);
    }
}
