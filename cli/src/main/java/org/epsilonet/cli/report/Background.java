package org.epsilonet.cli.report;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.RateDistortion;

/**
 * What stands behind the curves: what is known of each class, and what anybody's code does with the data.
 *
 * @param classes the function classes, each once, in any order
 * @param data rate and distortion on the data, in any order
 */
public record Background(List<FunctionClass> classes, List<RateDistortion> data) {
    /** Nothing is known. */
    public static final Background NONE = new Background(List.of(), List.of());

    /** Copies the lists. */
    public Background {
        classes = List.copyOf(classes);
        data = List.copyOf(data);
    }

    /** Rate and distortion on the data of a name. */
    Optional<RateDistortion> data(String name, LpNorm norm) {
        return data.stream()
                .filter(d -> d.data().equals(name) && d.norm().equals(norm))
                .findFirst();
    }

    /** The class of an id. */
    Optional<FunctionClass> functionClass(String id) {
        return classes.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
