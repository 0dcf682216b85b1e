package org.epsilonet.families.splines.wedgelet;

/**
 * A line through a cell: two points of its {@link Outline}, not both on one side of the cell.
 *
 * @param from the first point, as a distance along the outline
 * @param to the second, {@code > from}
 */
record Chord(long from, long to) {
    /** The chord on an outline that is finer by a power of two. */
    Chord refined(int levels) {
        return new Chord(from << levels, to << levels);
    }

    /** The chord on an outline that is coarser by a power of two; exact if both ends are on it. */
    Chord coarsened(int levels) {
        return new Chord(from >> levels, to >> levels);
    }

    /** How many levels coarser the outline may be for both ends to be on it. */
    int spareLevels() {
        return Long.numberOfTrailingZeros(from | to);
    }
}
