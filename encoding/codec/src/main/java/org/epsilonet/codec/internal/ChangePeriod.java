package org.epsilonet.codec.internal;

/**
 * After how many samples something changes: the greatest common divisor of the distances between changes, as in steps of one
 * width, slopes on equal cells, and pictures that were magnified. A distance without a common divisor begins anew, so that one
 * change out of step does not hide all others. Before the second change nothing is known.
 */
final class ChangePeriod {
    private int divisor;

    /** Takes in the distance between two changes, from 1 on. */
    void learn(int distance) {
        int rest = distance;
        while (rest != 0) {
            int next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        if (divisor == 1) {
            divisor = distance;
        }
    }

    /** Whether a change so far behind the last one would be in step; where there may be one anywhere, none is. */
    boolean isDue(int distance) {
        return divisor > 1 && distance % divisor == 0;
    }

    /** The period, at most a limit; 0 if it is not known. */
    int atMost(int limit) {
        return Math.min(divisor, limit);
    }
}
