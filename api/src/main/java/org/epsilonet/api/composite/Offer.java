package org.epsilonet.api.composite;

import org.epsilonet.api.family.Parametrization;

/**
 * What a cell may be: an element of one member with one budget.
 *
 * @param member which member
 * @param rung which budget of the ladder
 * @param budget that budget
 * @param cost what an element costs, at least the budget
 * @param elements the set it is an element of
 */
record Offer(int member, int rung, int budget, int cost, Parametrization elements) {
    /** So many bits of structure count as a parameter: about what a rounded parameter needs. */
    static final double BITS_OF_A_PARAMETER = 12;

    /**
     * The cost of an element, the largest integer if there is no end of structures. A decoder counts it again: numbers of
     * structures that are not the same everywhere ({@link StrictMath}) would refuse a valid file.
     */
    static int cost(int budget, Parametrization elements) {
        double cost = elements.size() + Math.ceil(elements.log2Structures() / BITS_OF_A_PARAMETER);
        return (int) Math.max(budget, Math.min(Integer.MAX_VALUE, cost));
    }

    /** \(\log_2\) of the number of structures, with any of the parameters left out. */
    double log2Structures() {
        return elements.log2Structures() + elements.size();
    }
}
