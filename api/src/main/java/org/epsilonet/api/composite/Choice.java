package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.List;

/** What is chosen for a cell: an offer, or to cut it. */
sealed interface Choice {
    /** The cell is left whole. */
    record Whole(Cell cell, Offer offer) implements Choice {}

    /** The cell is cut; one choice for each part. */
    record Cut(List<Choice> parts) implements Choice {}

    /** The leaves from left to right. */
    default List<Whole> leaves() {
        List<Whole> leaves = new ArrayList<>();
        collect(this, leaves);
        return leaves;
    }

    private static void collect(Choice choice, List<Whole> leaves) {
        if (choice instanceof Whole whole) {
            leaves.add(whole);
        } else if (choice instanceof Cut cut) {
            cut.parts().forEach(part -> collect(part, leaves));
        }
    }
}
