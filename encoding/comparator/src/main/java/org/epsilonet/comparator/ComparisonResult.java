package org.epsilonet.comparator;

import java.util.List;

/**
 * The outcome of a comparison.
 *
 * @param pairs the results: by family in the order of the plan, then by class, then by data
 * @param skipped ids of families and classes (and names of data) that appear in no pair: nothing in the plan supports
 *     their dimension
 */
public record ComparisonResult(List<PairResult> pairs, List<String> skipped) {
    /** Copies the lists. */
    public ComparisonResult {
        pairs = List.copyOf(pairs);
        skipped = List.copyOf(skipped);
    }
}
