package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A way to fill a cell.
 *
 * @param cost what it costs
 * @param error its error: in the supremum norm the largest, else the integral of the p-th power, in units of the data's size
 * @param choice the way
 */
record Candidate(int cost, double error, Choice choice) {
    /** Those that nothing cheaper is as good as, from cheap to good. */
    static List<Candidate> best(List<Candidate> candidates) {
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparingInt(Candidate::cost).thenComparingDouble(Candidate::error));
        List<Candidate> best = new ArrayList<>();
        for (Candidate candidate : sorted) {
            if (best.isEmpty() || candidate.error < best.get(best.size() - 1).error) {
                best.add(candidate);
            }
        }
        return best;
    }

    /** Those on the lower convex hull, from cheap to good: each is the best at some price. */
    static List<Candidate> hull(List<Candidate> candidates) {
        List<Candidate> hull = new ArrayList<>();
        for (Candidate next : best(candidates)) {
            while (hull.size() > 1 && isAbove(hull.get(hull.size() - 2), hull.get(hull.size() - 1), next)) {
                hull.remove(hull.size() - 1);
            }
            hull.add(next);
        }
        return hull;
    }

    private static boolean isAbove(Candidate before, Candidate middle, Candidate after) {
        return before.gainTo(middle) <= middle.gainTo(after);
    }

    /** By how much the error falls for a unit of cost. */
    double gainTo(Candidate dearer) {
        return (error - dearer.error) / ((double) dearer.cost - cost);
    }
}
