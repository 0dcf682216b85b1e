package org.epsilonet.architecture.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Cube;
import org.junit.jupiter.api.Test;

/**
 * No citation contradicts another: on every class a family of exponent \(h\) cites at most \((1+h)\gamma^*_{encod}\). What a
 * comparison calls a contradiction is measured; this is not.
 */
class CitationsTest {
    /** Cited speeds are exact; what is computed from them is rounded. */
    private static final double ROUNDING = 1e-9;

    @Test
    void noFamilyCitesMoreThanItsEncodabilityAllows() {
        List<String> contradictions = new ArrayList<>();
        int pairs = 0;
        for (ApproximationFamily family : Families.available()) {
            for (FunctionClass c : FunctionClasses.installed().all()) {
                if (family.dimensions().contains(c.dimension())) {
                    Optional<CitedSpeed> cited = family.theoreticalSpeed(c.smoothness(), c.norm());
                    Optional<CitedSpeed> limit = c.encodingSpeed(c.norm());
                    double h = encodability(family, c).h();
                    if (cited.isPresent()
                            && limit.isPresent()
                            && Double.isFinite(h)
                            && cited.get().speed() > (1 + h) * limit.get().speed() * (1 + ROUNDING)) {
                        contradictions.add(family.id() + " on " + c.id() + ": " + cited.get() + " against "
                                + limit.get() + ", h = " + h);
                    }
                    pairs++;
                }
            }
        }
        assertTrue(pairs > 1000, "only " + pairs + " pairs: are the families there?");
        assertTrue(contradictions.isEmpty(), String.join("\n", contradictions));
    }

    private static EncodabilityVerdict encodability(ApproximationFamily family, FunctionClass c) {
        return family.encodability(new Cube(c.dimension()), c.norm()).verdict();
    }
}
