package org.epsilonet.codec.internal;

/** What a file holds behind its header. The order is that of their numbers in the format. */
public enum Content {
    /** A structure and integers: an approximant of a family. */
    APPROXIMANT(""),
    /** Nothing: all samples are one number. */
    CONSTANT("samples.constant"),
    /** The samples, rounded to a lattice. */
    LATTICE("samples.lattice"),
    /** The samples, bit by bit. */
    EXACT("samples.exact");

    private final String id;

    Content(String id) {
        this.id = id;
    }

    /** What stands in the place of a family's id; empty for an approximant. */
    public String id() {
        return id;
    }
}
