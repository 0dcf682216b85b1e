package org.epsilonet.testkit.standin;

import org.epsilonet.api.family.ApproximationFamily;

/**
 * A family with one mistake that an author could make.
 *
 * @param family the family
 * @param law the law that finds it, by its name
 */
public record PlantedFault(ApproximationFamily family, String law) {
    @Override
    public String toString() {
        return family.id() + " breaks the law '" + law + "'";
    }
}
