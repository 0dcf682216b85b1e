package org.epsilonet.cli.report;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.FunctionClass;

/**
 * What stands behind the curves: what is known of each class that was compared on.
 *
 * @param classes the function classes, each once, in any order
 */
public record Background(List<FunctionClass> classes) {
    /** Nothing is known. */
    public static final Background NONE = new Background(List.of());

    /** Copies the list. */
    public Background {
        classes = List.copyOf(classes);
    }

    /** The class of an id. */
    Optional<FunctionClass> functionClass(String id) {
        return classes.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
