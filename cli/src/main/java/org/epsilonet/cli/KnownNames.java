package org.epsilonet.cli;

import java.util.Set;
import java.util.function.Supplier;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;

/** Looks up what a person named; a miss also says which command lists all there is. */
final class KnownNames {
    /** What files are said to hold that hold samples. */
    private static final Set<String> NO_FAMILIES = Set.of("samples.constant", "samples.lattice", "samples.exact");

    private KnownNames() {}

    /**
     * The family with an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ApproximationFamily family(String id, Families families) {
        if (NO_FAMILIES.contains(id)) {
            throw new IllegalArgumentException("'" + id + "' cannot be named: it is no family, but the samples"
                    + " themselves, which 'encode' considers with --family auto");
        }
        return found(() -> families.get(id), "families");
    }

    /**
     * The function class with an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    static FunctionClass functionClass(String id, FunctionClasses classes) {
        return found(() -> classes.get(id), "classes");
    }

    private static <T> T found(Supplier<T> search, String command) {
        try {
            return search.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " 'epsilonet " + command + "' lists all.", e);
        }
    }
}
