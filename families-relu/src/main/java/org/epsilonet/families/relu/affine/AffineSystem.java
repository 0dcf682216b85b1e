package org.epsilonet.families.relu.affine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/** Which generators an affine system has at which scales, and how a target is expanded in them. */
interface AffineSystem {
    /** The largest dimension in which the system exists; it exists in the smaller ones too. */
    int largestDimension();

    /** The multiplication that emulates the system for a budget of about \(2^{logBudget}\). */
    Multiplication product(int logBudget);

    /** The generator of the coarsest scale. */
    Generator coarse(Multiplication product);

    /** The generator of the atoms that see one sample each: at most four cells. */
    default Generator narrow(Multiplication product) {
        return coarse(product);
    }

    /**
     * The levels from coarse to fine, numbered from 0.
     *
     * @param deepest the largest exponent of every axis; an axis stays at its own while others go on
     */
    default List<Level> levels(int[] deepest, Multiplication product) {
        List<Level> levels = new ArrayList<>();
        long offset = 0;
        for (int j = 0; j <= Arrays.stream(deepest).max().orElseThrow(); j++) {
            int[] exponents = new int[deepest.length];
            for (int axis = 0; axis < exponents.length; axis++) {
                exponents[axis] = Math.min(j, deepest[axis]);
            }
            Level level = Level.full(coarse(product), exponents, j == 0, offset);
            levels.add(level);
            offset += level.size();
        }
        return levels;
    }

    /**
     * Expands a target in all atoms that may matter.
     *
     * @param target the function
     * @param norm the norm in which the expansion is to be truncated
     * @return coefficients and their importance
     */
    Candidates candidates(Target target, LpNorm norm);
}
