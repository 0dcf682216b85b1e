package org.epsilonet.families.wavelets.internal;

/**
 * Coefficients of one level and one orientation: a box of the transformed array, numbered row-major from {@code offset} on.
 * A band's tree parent is the band of the same orientation one level coarser.
 *
 * @param level number of levels synthesized from it; for the coarsest low-pass part 0 by convention
 * @param high the axes along which it is high-pass
 * @param first where the box begins along each axis
 * @param lengths its lengths
 * @param offset index of the first coefficient
 * @param parent number of the parent band, or -1
 * @param child number of the child band, or -1
 * @param shifts for each axis 1 if two places of this band belong to one of the parent, else 0
 */
record Band(int level, boolean[] high, int[] first, int[] lengths, int offset, int parent, int child, int[] shifts) {

    /** A band of a transform that makes no trees. */
    static Band alone(int level, boolean[] high, int[] first, int[] lengths, int offset) {
        return new Band(level, high, first, lengths, offset, -1, -1, new int[lengths.length]);
    }

    int dimension() {
        return lengths.length;
    }

    int size() {
        int size = 1;
        for (int length : lengths) {
            size *= length;
        }
        return size;
    }

    /** The length along the last axis. */
    int row() {
        return lengths[lengths.length - 1];
    }

    Band withChild(int number) {
        return new Band(level, high, first, lengths, offset, parent, number, shifts);
    }

    Band withOffset(int place) {
        return new Band(level, high, first, lengths, place, parent, child, shifts);
    }

    /** What is done with a row of the band. */
    @FunctionalInterface
    interface Row {
        /**
         * Visits coefficients that are neighbours in the transformed array as well.
         *
         * @param at the place of the first in the array
         * @param coefficient its number
         */
        void visit(int at, int coefficient);
    }

    /**
     * The rows along the last axis, in their order.
     *
     * @param shape of the transformed array
     */
    void forEachRow(int[] shape, Row visitor) {
        int size = size();
        for (int r = 0; r * row() < size; r++) {
            int at = 0;
            int stride = shape[shape.length - 1];
            int rest = r;
            for (int axis = shape.length - 2; axis >= 0; axis--) {
                at += (first[axis] + rest % lengths[axis]) * stride;
                rest /= lengths[axis];
                stride *= shape[axis];
            }
            visitor.visit(at + first[shape.length - 1], offset + r * row());
        }
    }

    /** The atom of the parent band at about the place of an atom of this one. */
    int parentOf(int atom, Band coarser) {
        int rest = atom - offset;
        int place = 0;
        int stride = 1;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            int along = axis == 0 ? rest : rest % lengths[axis];
            rest = axis == 0 ? 0 : rest / lengths[axis];
            place += Math.min(along >> shifts[axis], coarser.lengths[axis] - 1) * stride;
            stride *= coarser.lengths[axis];
        }
        return coarser.offset + place;
    }

    /** Whether an atom of this band has children in the finer one. */
    boolean hasChildren(int atom, Band finer) {
        int rest = atom - offset;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            int along = axis == 0 ? rest : rest % lengths[axis];
            rest = axis == 0 ? 0 : rest / lengths[axis];
            if (along << finer.shifts[axis] >= finer.lengths[axis]) {
                return false;
            }
        }
        return true;
    }

    /** The children of an atom of this band, in increasing order: the atoms of the finer band whose parent it is. */
    <E extends Exception> void forEachChild(int atom, Band finer, Forest.Visitor<E> visitor) throws E {
        int[] along = new int[lengths.length];
        int rest = atom - offset;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            along[axis] = axis == 0 ? rest : rest % lengths[axis];
            rest = axis == 0 ? 0 : rest / lengths[axis];
        }
        forEachChild(along, 0, 0, finer, visitor);
    }

    private <E extends Exception> void forEachChild(
            int[] along, int axis, int before, Band finer, Forest.Visitor<E> visitor) throws E {
        int end = finer.endChild(along[axis], axis, this);
        for (int i = along[axis] << finer.shifts[axis]; i < end; i++) {
            int place = before * finer.lengths[axis] + i;
            if (axis == lengths.length - 1) {
                visitor.visit(finer.offset + place);
            } else {
                forEachChild(along, axis + 1, place, finer, visitor);
            }
        }
    }

    /** The largest number of children in this band that an atom of the coarser one has. */
    int mostChildren(Band coarser) {
        int product = 1;
        for (int axis = 0; axis < lengths.length; axis++) {
            int last = coarser.lengths[axis] - 1;
            int inside = last == 0 ? 0 : 1 << shifts[axis];
            product *= Math.max(inside, endChild(last, axis, coarser) - (last << shifts[axis]));
        }
        return product;
    }

    /** The place behind the last child along an axis; the last parent has all that are left. */
    private int endChild(int parentAlong, int axis, Band coarser) {
        return parentAlong == coarser.lengths[axis] - 1
                ? lengths[axis]
                : Math.min(lengths[axis], (parentAlong + 1) << shifts[axis]);
    }
}
