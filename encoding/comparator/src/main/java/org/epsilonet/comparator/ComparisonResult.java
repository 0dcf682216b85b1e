package org.epsilonet.comparator;

import java.util.List;

/**
 * The outcome of a comparison.
 *
 * @param pairs the results: by family in the order of the plan, then by class, then by data
 * @param skipped ids of families and classes (and names of data) that appear in no pair: nothing in the plan supports
 *     their dimension
 * @param rule how parameters became bits
 */
public record ComparisonResult(List<PairResult> pairs, List<String> skipped, QuantizationRule rule) {
    /** A result of the certified rule. */
    public ComparisonResult(List<PairResult> pairs, List<String> skipped) {
        this(pairs, skipped, QuantizationRule.DEFAULT);
    }

    /** Copies the lists. */
    public ComparisonResult {
        pairs = List.copyOf(pairs);
        skipped = List.copyOf(skipped);
    }
}
