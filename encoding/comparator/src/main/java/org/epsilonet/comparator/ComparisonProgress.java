package org.epsilonet.comparator;

/** Hears how far a comparison is. Never called by two threads at once. */
@FunctionalInterface
public interface ComparisonProgress {
    /** Says nothing. */
    ComparisonProgress NONE = (done, total, label) -> {};

    /**
     * One more piece of work is done.
     *
     * @param done how many are, 1..total
     * @param total how many there are
     * @param label what was done: family and class
     */
    void update(int done, int total, String label);
}
