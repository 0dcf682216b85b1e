package org.epsilonet.comparator.study;

import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.study.internal.CanonicalJson;
import org.epsilonet.comparator.study.internal.JsonObject;

/**
 * One measurement of a study, as a value: ids and numbers alone, so that it can be sent anywhere as text.
 *
 * @param family id of the family
 * @param subject what it meets
 * @param norm the norm of the error
 * @param goal what is asked
 */
public record Cell(String family, Subject subject, LpNorm norm, Goal goal) {
    /**
     * @throws IllegalArgumentException if a class is to be encoded: only data can
     */
    public Cell {
        if (goal instanceof Goal.Encoded && subject instanceof Subject.OfClass) {
            throw new IllegalArgumentException("only data can be encoded, not the class " + subject);
        }
    }

    /** This cell as canonical JSON: keys sorted, no space, numbers by their shortest decimals. */
    public String json() {
        return CanonicalJson.text(ValueJson.object(this));
    }

    /**
     * The cell of a JSON text.
     *
     * @param json what {@link #json} wrote
     * @throws IllegalArgumentException if it is not a cell
     */
    public static Cell of(String json) {
        return ValueJson.cell(JsonObject.parse(json));
    }

    /** The hash of the inputs alone: the same whatever code measures them. */
    public Key inputs() {
        return Key.of(json());
    }

    @Override
    public String toString() {
        return family + " on " + subject + " in " + norm + ": " + goal;
    }
}
