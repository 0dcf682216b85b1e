package org.epsilonet.testkit;

/**
 * What checking one law on one family gave.
 *
 * @param law the law, a sentence
 * @param status the answer
 * @param detail what was measured when it passed; the counterexample, with family, seed and numbers, when it failed; the
 *     reason when it does not apply
 */
public record LawResult(String law, Status status, String detail) {
    /** The possible answers. */
    public enum Status {
        /** No counterexample was found. */
        PASSED,
        /** The detail is a counterexample. */
        FAILED,
        /** The law says nothing about this family, for the reason in the detail. */
        NOT_APPLICABLE
    }

    /**
     * @throws IllegalArgumentException if the detail is blank: an answer needs its evidence or its reason
     */
    public LawResult {
        if (detail.isBlank()) {
            throw new IllegalArgumentException("the result of the law '" + law + "' needs a detail");
        }
    }

    @Override
    public String toString() {
        return status + ": " + law + ": " + detail;
    }
}
