package org.epsilonet.comparator.study;

import java.util.List;
import org.epsilonet.api.function.Distance;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.study.internal.CanonicalJson;

/** What became of a cell. No time is in it: two measurements of one cell are equal. */
public sealed interface Outcome {
    /**
     * Measured with a budget.
     *
     * @param reached whether the goal was met: the family found near-best elements for all instances; the error is within
     *     its bound
     * @param point the measurement, the same as a comparison's
     */
    record Measured(boolean reached, Point point) implements Outcome {
        @Override
        public String toString() {
            return OutcomeText.of(this);
        }
    }

    /**
     * Encoded to a file that was decoded again.
     *
     * @param reached whether there is a file within the error asked for
     * @param error the error after decoding, the least of all attempts if not reached
     * @param errorKind how it was obtained
     * @param bits size of the file, -1 if not reached
     * @param structureBits bits of the structure among them
     * @param parameterBits bits of the parameters among them
     * @param parameters how many parameters were written
     */
    record Encoded(
            boolean reached,
            double error,
            Distance.Kind errorKind,
            long bits,
            long structureBits,
            long parameterBits,
            int parameters)
            implements Outcome {
        @Override
        public String toString() {
            return OutcomeText.of(this);
        }
    }

    /**
     * The family threw an exception.
     *
     * @param message what it said, one line
     */
    record Failed(String message) implements Outcome {
        @Override
        public String toString() {
            return "failed: " + message;
        }
    }

    /** This outcome as canonical JSON: {@code failure}, or {@code result} with the values of a result. */
    default String json() {
        return CanonicalJson.text(ValueJson.object(this));
    }

    /**
     * The values in which two results differ; of a failure there is no value to compare.
     *
     * @param other the other outcome
     * @return in the order in which results are written; empty where one is a failure
     */
    default List<Difference> differences(Outcome other) {
        return OutcomeText.differences(this, other);
    }

    /**
     * A value in which two results differ, in words.
     *
     * @param name what it is
     * @param mine the one value
     * @param others the other value
     */
    record Difference(String name, String mine, String others) {}
}
