package org.epsilonet.codec;

/** Hears how far an encoding is. Calls come from several threads, one at a time. */
@FunctionalInterface
public interface EncodingProgress {
    /** Hears nothing. */
    EncodingProgress NONE = (what, fraction) -> {};

    /**
     * Something was done.
     *
     * @param what what it was, for a person
     * @param fraction how much of the whole is done, from 0 to 1, increasing
     */
    void update(String what, double fraction);
}
