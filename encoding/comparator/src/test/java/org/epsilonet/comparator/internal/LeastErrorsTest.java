package org.epsilonet.comparator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
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

class LeastErrorsTest {
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

    private static List<String> better(LeastErrors errors, double error) {
        return errors.better(PAIR, List.of(point(4, error))).stream()
                .map(LeastErrors.Better::family)
                .toList();
    }

    /** The same, but nonlinear, and encodable or not. */
    private static ApproximationFamily nonlinear(boolean encodable) {
        return (ApproximationFamily) Proxy.newProxyInstance(
                LeastErrorsTest.class.getClassLoader(),
                new Class<?>[] {ApproximationFamily.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "kind" -> ApproximationKind.NONLINEAR;
                    case "encodability" ->
                        encodable
                                ? method.invoke(PiecewiseConstants.family(), given)
                                : EncodabilityClaim.of(
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
        Pair free = new Pair(nonlinear(false), PROBLEM, List.of(4), false, QuantizationRule.DEFAULT, 0, 1);
        LeastErrors errors = new LeastErrors();
        errors.add(free, List.of(measured(0.1)));
        assertEquals(List.of(), errors.better(free, List.of(point(4, 1))));
    }

    /** On functions that both kinds meet, an encodable family of the other kind leads among all, and not in its own. */
    @Test
    void encodableFamiliesOfBothKindsMeet() {
        Pair bound = new Pair(nonlinear(true), PROBLEM, List.of(4), false, QuantizationRule.DEFAULT, 0, 1);
        LeastErrors errors = new LeastErrors();
        errors.add(bound, List.of(measured(0.1)));
        assertEquals(List.of("test.constants"), better(errors, 1));
        assertEquals(2, errors.better(bound, List.of(point(4, 1))).size());
    }

    /** The worst function counts, and budgets that were reached. */
    @Test
    void theLeaderHasTheLeastErrorOnTheWorstFunction() {
        LeastErrors errors = new LeastErrors();
        assertEquals(List.of(), better(errors, 1));
        errors.add(PAIR, List.of(measured(3, 2, 1), measured(2, 1.5, 0.25)));
        assertEquals(List.of("test.constants", "test.constants"), better(errors, 1.5));
        assertEquals(List.of(), better(errors, 1));
        assertEquals(List.of(), better(errors, 1.005), "as good as the same");
        List<Point> all = List.of(point(1, 9), point(2, 9), point(4, 9));
        assertEquals(1, errors.better(PAIR, all).get(0).slope(), 1e-12); // From 2 at M = 2 to 1 at M = 4.
        assertEquals(List.of(), errors.better(PAIR, List.of(point(8, 9))), "no such budget");
        errors.add(PAIR, List.of(measured(3, 2, 0.5)));
        assertEquals(List.of("test.constants", "test.constants"), better(errors, 1));
    }
}
