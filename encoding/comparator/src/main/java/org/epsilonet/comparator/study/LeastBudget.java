package org.epsilonet.comparator.study;

import java.util.function.IntPredicate;

/** The search for the least budget that is enough. */
final class LeastBudget {
    private LeastBudget() {}

    /**
     * Doubles the budget from 1 on until it is enough, then bisects the last gap: {@code 2 log2} of the answer trials.
     *
     * @param isEnough whether a budget is; monotone, or else the answer is enough and its predecessor is not, though a
     *     smaller one may be
     * @param largest the largest budget to try, {@code >= 1}
     * @return the budget; 0 if not even the largest is enough
     */
    static int of(IntPredicate isEnough, int largest) {
        int enough = 1;
        int tooSmall = 0;
        while (!isEnough.test(enough)) {
            if (enough == largest) {
                return 0;
            }
            tooSmall = enough;
            enough = (int) Math.min(2L * enough, largest);
        }
        while (enough - tooSmall > 1) {
            int middle = tooSmall + (enough - tooSmall) / 2;
            if (isEnough.test(middle)) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        return enough;
    }
}
