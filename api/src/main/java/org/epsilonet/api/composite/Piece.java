package org.epsilonet.api.composite;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.family.Structure;

/**
 * A leaf of a composite structure: a cell, what it is, the structure there, and which of its parameters are not zero for
 * certain.
 *
 * @param cell where
 * @param offer the set of one member with one budget
 * @param structure a structure of it
 * @param kept the parameters that are left, increasing; arrays are not copied
 */
record Piece(Cell cell, Offer offer, Structure structure, int[] kept) {
    static Piece of(Cell cell, Offer offer, Structure structure) {
        int[] all = new int[structure.size()];
        Arrays.setAll(all, i -> i);
        return new Piece(cell, offer, structure, all);
    }

    int size() {
        return kept.length;
    }

    boolean isWhole() {
        return kept.length == structure.size();
    }

    /** One number for each parameter of the structure, from a stretch of numbers for those that are left. */
    double[] full(double[] numbers, int offset) {
        double[] full = new double[structure.size()];
        for (int i = 0; i < kept.length; i++) {
            full[kept[i]] = numbers[offset + i];
        }
        return full;
    }

    /**
     * Without some of the parameters left: by the structure itself if it can, else by leaving them out.
     *
     * @param zero whether parameters are zero
     * @param offset where those of this piece begin
     * @return the piece with exactly the others; empty if the structure has lost others
     */
    Optional<Piece> without(boolean[] zero, int offset) {
        boolean[] dropped = new boolean[structure.size()];
        Arrays.fill(dropped, true);
        int[] others = new int[kept.length];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            dropped[kept[i]] = zero[offset + i];
            if (!zero[offset + i]) {
                others[count++] = kept[i];
            }
        }
        if (count == kept.length) {
            return Optional.of(this);
        }
        Structure fewer = structure.without(dropped);
        if (fewer == structure || fewer.size() == structure.size()) {
            return Optional.of(new Piece(cell, offer, structure, Arrays.copyOf(others, count)));
        }
        return fewer.size() == count ? Optional.of(of(cell, offer, fewer)) : Optional.empty();
    }
}
