package org.epsilonet.api.composite;

/**
 * A box of whole steps. The arrays are not copied and not changed.
 *
 * @param level how many cuts it took
 * @param from where it begins along each axis
 * @param to where it ends
 */
record Cell(int level, int[] from, int[] to) {
    int width(int axis) {
        return to[axis] - from[axis];
    }

    int[] widths() {
        int[] widths = new int[from.length];
        for (int axis = 0; axis < widths.length; axis++) {
            widths[axis] = width(axis);
        }
        return widths;
    }

    /** Whether a place lies in it, if it lies in the cell that this one is a half of. */
    boolean holds(double[] place) {
        for (int axis = 0; axis < place.length; axis++) {
            if (place[axis] < from[axis] || place[axis] >= to[axis]) {
                return false;
            }
        }
        return true;
    }
}
