package org.epsilonet.comparator.study;

/** What is asked of the family in a cell. */
public sealed interface Goal {
    /**
     * The error and the bits with a given budget.
     *
     * @param budget the budget \(M \ge 1\)
     * @param quantization name of a {@link org.epsilonet.comparator.QuantizationRule}
     */
    record AtBudget(int budget, String quantization) implements Goal {
        @Override
        public String toString() {
            return "budget " + budget + ", quantization " + quantization;
        }
    }

    /**
     * The least budget whose error is within a bound: budgets are doubled until one is, and the last gap is bisected. Where
     * errors are not monotone in the budget a smaller one may do, too.
     *
     * @param error the bound on the error before quantization, {@code > 0}
     * @param largestBudget no larger budget is tried
     * @param quantization name of a {@link org.epsilonet.comparator.QuantizationRule}
     */
    record WithinError(double error, int largestBudget, String quantization) implements Goal {
        @Override
        public String toString() {
            return "error " + error + " with a budget of at most " + largestBudget + ", quantization " + quantization;
        }
    }

    /**
     * The smallest file of the family that decodes within an error; for data.
     *
     * @param error the absolute error after decoding, {@code > 0}
     */
    record Encoded(double error) implements Goal {
        @Override
        public String toString() {
            return "a file within the error " + error;
        }
    }
}
