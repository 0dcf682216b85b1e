package org.epsilonet.benchmarks.speed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.family.ApproximationFamily;

/**
 * One pair of the table.
 *
 * @param family id of the family
 * @param functionClass id of the class
 * @param cited the speed from the literature
 * @param instance the function measured
 * @param saturating whether the function is marked as hard as the class for the kind of family
 * @param curve the errors
 */
record SpeedRow(
        String family,
        String functionClass,
        CitedSpeed cited,
        Instance instance,
        boolean saturating,
        ErrorCurve curve) {
    static final String HEADER = "| class | family | cited | measured | M | local slopes | function | verdict |\n"
            + "|---|---|---:|---:|---:|---|---|---|";

    private static final double TOLERANCE = 0.1;
    private static final double TOLERANCE_OF_LOGARITHMS = 0.2;

    /** No algebraic speed of the catalogue's classes is higher; what is faster is taken for faster than every power. */
    private static final double STEEP = 6;

    private static final int SHOWN = 5;

    static SpeedRow of(ApproximationFamily family, FunctionClass c, CitedSpeed cited, int last, double seconds) {
        List<Instance> instances = c.instances(1);
        Optional<Instance> hard = instances.stream()
                .filter(i -> i.saturates().contains(family.kind()))
                .findFirst();
        Instance instance = hard.orElse(instances.get(0));
        return new SpeedRow(
                family.id(),
                c.id(),
                cited,
                instance,
                hard.isPresent(),
                ErrorCurve.of(family, instance, c.norm(), last, seconds));
    }

    private boolean isMatched() {
        if (Double.isInfinite(cited.speed())) {
            return curve.reachesRounding() || curve.finalSlope() > STEEP;
        }
        double tolerance = cited.logPower() == 0 ? TOLERANCE : TOLERANCE_OF_LOGARITHMS;
        return Math.abs(curve.finalSlope() - cited.speed()) <= tolerance;
    }

    private String verdict() {
        if (isMatched()) {
            return "match";
        }
        return saturating ? "MISS" : "no instance is marked as hard for this kind";
    }

    /** A line of Markdown. */
    @Override
    public String toString() {
        List<Double> slopes = curve.localSlopes();
        String local = slopes.subList(Math.max(0, slopes.size() - SHOWN), slopes.size()).stream()
                .map(SpeedRow::shown)
                .collect(Collectors.joining(" "));
        List<Integer> budgets = curve.budgets();
        String range = budgets.isEmpty() ? "none" : budgets.get(0) + ".." + budgets.get(budgets.size() - 1);
        return String.join(
                " | ",
                "| " + functionClass,
                family,
                shown(cited.speed()) + (cited.logPower() == 0 ? "" : " log^" + shown(cited.logPower())),
                shown(curve.finalSlope()),
                range,
                local,
                instance.target().name(),
                verdict() + " |");
    }

    private static String shown(double x) {
        return Double.isInfinite(x) ? "inf" : Double.isNaN(x) ? "-" : String.format(Locale.ROOT, "%.2f", x);
    }
}
