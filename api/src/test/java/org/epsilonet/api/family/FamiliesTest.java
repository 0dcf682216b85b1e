package org.epsilonet.api.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.junit.jupiter.api.Test;

/** The messages are pinned word by word: people and scripts depend on them. */
class FamiliesTest {
    private record Named(String id) implements ApproximationFamily {
        @Override
        public String title() {
            return id;
        }

        @Override
        public String parameterMeaning() {
            return "nothing";
        }

        @Override
        public Set<Integer> dimensions() {
            return Set.of(1);
        }

        @Override
        public ApproximationKind kind() {
            return ApproximationKind.LINEAR;
        }

        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            Approximant zero = new StepFunction(new double[] {0});
            return Approximation.notReached(zero, Distance.measured(1, norm));
        }

        @Override
        public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
            return EncodabilityClaim.of(Growth.ZERO, Growth.CONSTANT, Growth.ZERO, Growth.ZERO, "a point");
        }

        @Override
        public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
            return Optional.empty();
        }
    }

    private static class Provider implements FamilyProvider {
        private final List<ApproximationFamily> families;
        private final Set<String> representatives;

        Provider(Set<String> representatives, String... ids) {
            this.families = List.of(ids).stream()
                    .map(id -> (ApproximationFamily) new Named(id))
                    .toList();
            this.representatives = representatives;
        }

        @Override
        public List<ApproximationFamily> families() {
            return families;
        }

        @Override
        public Set<String> representatives(int dimension) {
            return dimension == 1 ? representatives : Set.of();
        }
    }

    private static final class OtherProvider extends Provider {
        OtherProvider(String... ids) {
            super(Set.of(), ids);
        }
    }

    @Test
    void aMissNamesTheNearestAndHowManyThereAre() {
        Families families = Families.of(List.of(new Provider(Set.of(), "wavelets.haar", "relu.shallow")));
        assertEquals(
                "No approximation family named 'wavelets.harr'. Did you mean 'wavelets.haar'? There are 2.",
                assertThrows(IllegalArgumentException.class, () -> families.get("wavelets.harr"))
                        .getMessage());
    }

    @Test
    void noFamilyAtAllHasItsOwnMessage() {
        Families none = Families.of(List.of());
        assertEquals(
                "No approximation family named 'x': there are no approximation families at all. An approximation family"
                        + " is found when its module is on the module path and declares: provides FamilyProvider with"
                        + " ...",
                assertThrows(IllegalArgumentException.class, () -> none.get("x"))
                        .getMessage());
    }

    @Test
    void twoFamiliesWithOneIdAreRefusedAndBothNamed() {
        String message = assertThrows(
                        IllegalStateException.class,
                        () -> Families.of(List.of(new Provider(Set.of(), "a.b"), new OtherProvider("a.b"))))
                .getMessage();
        assertEquals(
                "Two approximation families have the id 'a.b': one of org.epsilonet.api.family.FamiliesTest$Provider in"
                        + " module org.epsilonet.api and one of org.epsilonet.api.family.FamiliesTest$OtherProvider in"
                        + " module org.epsilonet.api. Take one of them off the module path.",
                message);
    }

    @Test
    void illFormedIdsAreRefusedAtTheDoor() {
        for (String id : List.of("", "Haar", "a..b", "a b", "1a", "a".repeat(65), "a.b\n")) {
            assertThrows(
                    IllegalStateException.class,
                    () -> Families.of(List.of(new Provider(Set.of(), id))),
                    () -> "'" + id + "' should be refused");
        }
    }

    @Test
    void representativesAreChecked() {
        Families good = Families.of(List.of(new Provider(Set.of("a.b"), "a.b", "a.c")));
        assertEquals("a.b", good.representatives(1).get(0).id());
        assertEquals(0, good.representatives(2).size());
        Families stranger = Families.of(List.of(new Provider(Set.of("x.y"), "a.b")));
        assertThrows(IllegalStateException.class, () -> stranger.representatives(1));
    }

    @Test
    void familiesAreSortedById() {
        Families families = Families.of(List.of(new Provider(Set.of(), "b.a", "a.z", "a.b")));
        assertEquals(
                List.of("a.b", "a.z", "b.a"),
                families.all().stream().map(ApproximationFamily::id).toList());
    }
}
