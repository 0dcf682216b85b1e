package org.epsilonet.comparator.study;

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
    record Measured(boolean reached, Point point) implements Outcome {}

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
            implements Outcome {}

    /**
     * The family threw an exception.
     *
     * @param message what it said, one line
     */
    record Failed(String message) implements Outcome {}

    /** This outcome as canonical JSON: {@code failure}, or {@code result} with the values of a result. */
    default String json() {
        return CanonicalJson.text(ValueJson.object(this));
    }
}
