package org.epsilonet.comparator.study;

import java.util.stream.Collectors;
import org.epsilonet.comparator.study.internal.CanonicalJson;
import org.epsilonet.comparator.study.internal.JsonObject;

/**
 * One line of a result file: a cell, the code that measured it, what became of it, and the key of the first two.
 *
 * @param code the version of the code: a hash of the modules that took part
 * @param cell the cell
 * @param outcome what became of it
 */
public record ResultLine(String code, Cell cell, Outcome outcome) {
    /** The key of a cell measured by some code: the hash of both as canonical JSON. */
    public static Key key(Cell cell, String code) {
        return Key.of("{\"cell\":" + cell.json() + ",\"code\":" + CanonicalJson.text(code) + "}");
    }

    /** The key of this line. */
    public Key key() {
        return key(cell, code);
    }

    /** Whether the cell failed. */
    public boolean isFailure() {
        return outcome instanceof Outcome.Failed;
    }

    /** The line as JSON, the key first so that sorting lines sorts keys; without a line end. */
    public String json() {
        return "{\"key\":\"" + key() + "\",\"code\":" + CanonicalJson.text(code) + ",\"cell\":" + cell.json() + ","
                + outcome.json().substring(1);
    }

    /**
     * The line of a JSON text.
     *
     * @throws IllegalArgumentException if it is no result line, or its key is not that of its cell and code
     */
    public static ResultLine of(String json) {
        JsonObject object = JsonObject.parse(json);
        ResultLine line =
                new ResultLine(object.text("code"), ValueJson.cell(object.object("cell")), ValueJson.outcome(object));
        if (!line.key().equals(Key.parse(object.text("key")))) {
            throw new IllegalArgumentException("the key is not that of the cell and the code");
        }
        return line;
    }

    /**
     * The better of two lines with one key: a result supersedes a failure, and of two failures the message that comes first
     * in the alphabet stays. Associative, commutative, and a line with itself is itself, so that files can be merged in
     * any order.
     *
     * @throws IllegalArgumentException if the keys differ, or both are results and contradict each other
     */
    public ResultLine joined(ResultLine other) {
        if (!key().equals(other.key())) {
            throw new IllegalArgumentException("lines of two keys: " + key() + " and " + other.key());
        }
        if (outcome instanceof Outcome.Failed mine && other.outcome instanceof Outcome.Failed theirs) {
            return mine.message().compareTo(theirs.message()) <= 0 ? this : other;
        }
        if (isFailure() || other.isFailure()) {
            return isFailure() ? other : this;
        }
        if (!outcome.equals(other.outcome)) {
            throw new IllegalArgumentException("contradicting results for the key " + key() + " (" + cell + "): "
                    + outcome.differences(other.outcome).stream()
                            .map(d -> d.name() + " " + d.mine() + " and " + d.others())
                            .collect(Collectors.joining("; ")));
        }
        return this;
    }
}
