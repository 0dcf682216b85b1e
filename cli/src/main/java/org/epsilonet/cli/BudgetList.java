package org.epsilonet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The budgets of a comparison: {@code FROM:TO} for FROM, 2 FROM, 4 FROM, ... up to TO, or a list
 * {@code 16,32,100}.
 */
final class BudgetList {
    private static final int LARGEST = 1 << 20;

    private BudgetList() {}

    /**
     * @param text what the user wrote
     * @return increasing budgets
     * @throws IllegalArgumentException if it is neither, or a budget is not in 1..2^20
     */
    static List<Integer> of(String text) {
        String[] ends = text.split(":", -1);
        if (ends.length == 2) {
            int last = budget(ends[1], text);
            List<Integer> powers = new ArrayList<>();
            for (int m = budget(ends[0], text); m <= last; m *= 2) {
                powers.add(m);
            }
            if (powers.isEmpty()) {
                throw new IllegalArgumentException("--budgets " + text + ": the first budget is larger than the last");
            }
            return powers;
        }
        TreeSet<Integer> budgets = new TreeSet<>();
        for (String budget : text.split(",", -1)) {
            budgets.add(budget(budget, text));
        }
        return List.copyOf(budgets);
    }

    private static int budget(String word, String text) {
        if (word.strip().matches("[0-9]{1,7}")) {
            int budget = Integer.parseInt(word.strip());
            if (budget >= 1 && budget <= LARGEST) {
                return budget;
            }
        }
        throw new IllegalArgumentException(
                "--budgets " + text + ": '" + word + "' is not a budget; allowed: FROM:TO for"
                        + " doubled budgets, or a list like 16,32,100, of whole numbers in 1.." + LARGEST);
    }
}
