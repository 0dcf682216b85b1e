package org.epsilonet.comparator;

/**
 * What is known of the supremum of a family's errors over a class, at one budget.
 *
 * @param budget the budget \(M\)
 * @param lower the largest error that a search found: a lower bound on the supremum, estimated where errors are
 * @param evaluations how many functions were tried
 * @param subclass where the search looked
 * @param element the function found
 * @param upper a proven upper bound; NaN where none is known
 * @param upperSource theorem and paper for it; blank where there is none
 */
public record Supremum(
        int budget, double lower, int evaluations, String subclass, String element, double upper, String upperSource) {}
