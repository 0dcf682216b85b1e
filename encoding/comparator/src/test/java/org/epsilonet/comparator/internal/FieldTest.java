package org.epsilonet.comparator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.PiecewiseConstants;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.QuantizationRule;
import org.junit.jupiter.api.Test;

class FieldTest {
    private static final Problem PROBLEM =
            Problem.of(Samples.of("ramp", 0, 1, 2, 3, 4, 5, 6, 7), Optional.of(LpNorm.L2));
    private static final Pair PAIR =
            new Pair(PiecewiseConstants.family(), PROBLEM, List.of(1, 2, 4), false, QuantizationRule.DEFAULT, 0, 1);

    private static List<Measurement> measured(double... errors) {
        return Arrays.stream(errors)
                .mapToObj(e -> new Measurement(true, Distance.measured(e, LpNorm.L2), e, -1, Double.NaN))
                .toList();
    }

    private static Point point(int budget, double error) {
        return new Point(budget, -1, error, Distance.Kind.MEASURED, error, Double.NaN, Double.NaN);
    }

    private static Optional<String> ahead(Field field, double error) {
        return field.ahead(PAIR, List.of(point(4, error))).map(Field.Ahead::family);
    }

    /** The same, but nonlinear and not encodable. */
    private static ApproximationFamily unbound() {
        return (ApproximationFamily) Proxy.newProxyInstance(
                FieldTest.class.getClassLoader(),
                new Class<?>[] {ApproximationFamily.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "kind" -> ApproximationKind.NONLINEAR;
                    case "encodability" ->
                        EncodabilityClaim.of(
                                Growth.INFINITE,
                                Growth.LINEAR,
                                Growth.CONSTANT,
                                Growth.CONSTANT,
                                "too many structures");
                    default -> method.invoke(PiecewiseConstants.family(), given);
                });
    }

    /** What a family reaches that may have any error says nothing of the others. */
    @Test
    void whoIsNotBoundLeadsNobody() {
        Pair free = new Pair(unbound(), PROBLEM, List.of(4), false, QuantizationRule.DEFAULT, 0, 1);
        Field field = new Field();
        field.add(free, List.of(measured(0.1)));
        assertEquals(Optional.empty(), field.ahead(free, List.of(point(4, 1))));
    }

    /** The worst function counts, and budgets that were reached. */
    @Test
    void theLeaderHasTheLeastErrorOnTheWorstFunction() {
        assertEquals(new Pair.Heat(PROBLEM, ApproximationKind.LINEAR), PAIR.heat());
        Field field = new Field();
        assertEquals(Optional.empty(), ahead(field, 1));
        field.add(PAIR, List.of(measured(3, 2, 1), measured(2, 1.5, 0.25)));
        assertEquals(Optional.of("test.constants"), ahead(field, 1.5));
        assertEquals(Optional.empty(), ahead(field, 1));
        assertEquals(Optional.empty(), ahead(field, 1.005), "as good as the same");
        List<Point> all = List.of(point(1, 9), point(2, 9), point(4, 9));
        assertEquals(1, field.ahead(PAIR, all).orElseThrow().slope(), 1e-12); // From 2 at M = 2 to 1 at M = 4.
        assertEquals(Optional.empty(), field.ahead(PAIR, List.of(point(8, 9))), "no such budget");
        field.add(PAIR, List.of(measured(3, 2, 0.5)));
        assertEquals(Optional.of("test.constants"), ahead(field, 1));
    }

    @Test
    void aSweepStopsWhereErrorsStandStill() {
        int[] budgets = {16, 32, 64, 128, 256, 512, 1024, 2048, 4096};
        double[] falling = {1, 0.5, 0.25, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertEquals(true, sweep(budgets, falling).stopped());
        double[] never = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertEquals(false, sweep(budgets, never).stopped());
        double[] bump = {1, 0.5, 0.25, 0.1, 0.1, 0.1, 0.1, 0.05, 0.1};
        assertEquals(false, sweep(budgets, bump).stopped());
        double[] slow = {1, 0.5, 0.25, 0.125, 0.12, 0.115, 0.11, 0.105, 0.1};
        assertEquals(false, sweep(budgets, slow).stopped());
    }

    private static Sweep sweep(int[] budgets, double[] errors) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < budgets.length; i++) {
            points.add(new Point(budgets[i], -1, errors[i], Distance.Kind.MEASURED, errors[i], Double.NaN, Double.NaN));
        }
        return Sweep.of(points, JudgementCases.interval(0, 0.01));
    }
}
