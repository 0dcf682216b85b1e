package org.epsilonet.benchmarks.speed;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;

/**
 * Prints the table of {@code docs/cited-speeds.md}: every speed that a family cites for a class, beside the slope of its
 * errors on an instance that is marked as hard as the class for its kind.
 *
 * <p>Arguments, {@code name=value}: {@code families} and {@code classes} (ids, separated by commas; by default the
 * representatives of both), {@code last} (the largest budget), {@code seconds} of processor time after which a pair
 * begins no further budget.
 */
public final class SpeedTable {
    private SpeedTable() {}

    /** Prints Markdown. */
    public static void main(String[] arguments) {
        Map<String, String> options = Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        int last = Integer.parseInt(options.getOrDefault("last", "16384"));
        double seconds = Double.parseDouble(options.getOrDefault("seconds", "60"));
        List<String> families = ids(options.get("families"));
        List<FunctionClass> classes = options.containsKey("classes")
                ? ids(options.get("classes")).stream()
                        .map(FunctionClasses.installed()::get)
                        .toList()
                : FunctionClasses.installed().representatives();
        System.out.println(SpeedRow.HEADER);
        for (FunctionClass c : classes) {
            for (ApproximationFamily family : families(families, c.dimension())) {
                family.theoreticalSpeed(c.smoothness(), c.norm())
                        .map(cited -> SpeedRow.of(family, c, cited, last, seconds))
                        .ifPresent(System.out::println);
            }
        }
    }

    private static List<String> ids(String list) {
        return list == null ? List.of() : List.of(list.split(","));
    }

    private static List<ApproximationFamily> families(List<String> ids, int dimension) {
        return ids.isEmpty()
                ? Families.installed().representatives(dimension)
                : ids.stream()
                        .map(Families::named)
                        .filter(f -> f.dimensions().contains(dimension))
                        .toList();
    }
}
