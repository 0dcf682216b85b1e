package org.epsilonet.families.splines.wedgelet;

import org.epsilonet.api.function.Formula;

/** A formula on one cell, in local coordinates in [0, 1]. */
record FormulaCell(Formula formula, double top, double left, double height, double width) {
    double at(double u, double v) {
        return formula.at(top + u * height, left + v * width);
    }

    double measure() {
        return height * width;
    }

    /** A point of the boundary: on a side of the outline, a share of the way along it. */
    double onSide(int side, double t) {
        return switch (side) {
            case 0 -> at(0, t);
            case 1 -> at(t, 1);
            case 2 -> at(1, 1 - t);
            default -> at(1 - t, 0);
        };
    }

    /** The first local coordinate of such a point. */
    static double row(int side, double t) {
        return side == 0 ? 0 : side == 1 ? t : side == 2 ? 1 : 1 - t;
    }

    /** The second local coordinate of such a point. */
    static double column(int side, double t) {
        return side == 0 ? t : side == 1 ? 1 : side == 2 ? 1 - t : 0;
    }
}
