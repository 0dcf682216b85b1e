package org.epsilonet.families.wavelets.internal;

import java.util.Locale;

/** Which M terms of a dictionary are taken. */
enum Selection {
    /** The coarsest: a linear method. */
    FIRST("first M terms", "number of wavelets, the coarsest"),
    /** Those that contribute most. */
    BEST("best M terms", "number of wavelets, chosen freely"),
    /** A tree that contributes nearly as much as any: with every atom its parent. */
    TREE("best tree of M terms", "number of wavelets, with every one its parent");

    private final String words;
    private final String meaning;

    Selection(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** The last part of an id. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For titles. */
    String words() {
        return words;
    }

    /** What the budget counts. */
    String meaning() {
        return meaning;
    }

    boolean isLinear() {
        return this == FIRST;
    }
}
