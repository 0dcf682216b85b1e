package org.epsilonet.testkit.internal;

import java.util.List;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.LpNorm;

/** The registry accepts the id, tables have words to show, and there is a claim for every dimension and norm. */
record IdTitleAndDimensionsAreWellFormed() implements Law {
    @Override
    public String check(Subject subject) {
        ApproximationFamily family = subject.family();
        try {
            Families.of(List.of(new OnlyProviderOf(family)));
        } catch (IllegalStateException refused) {
            throw new LawBroken("the registry refuses it: " + refused.getMessage());
        }
        LawBroken.unless(!family.title().isBlank(), "its title is blank");
        LawBroken.unless(!family.parameterMeaning().isBlank(), "it does not say what its budget counts");
        LawBroken.unless(!family.dimensions().isEmpty(), "it exists in no dimension");
        for (int d : family.dimensions()) {
            LawBroken.unless(d >= 1, "it exists in dimension %d; dimensions start at 1", d);
            LawBroken.unless(!family.supports(new Cube(d + 1_000_000)), "it supports a dimension above a million");
            for (LpNorm norm : Subject.NORMS) {
                String source = family.encodability(new Cube(d), norm).source();
                LawBroken.unless(!source.isBlank(), "its claim in dimension %d, %s cites no source", d, norm);
            }
        }
        return family.id() + ", dimensions " + family.dimensions();
    }
}
