package org.epsilonet.examples.composite;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

/** The contract, on the line and in the plane. */
class CompositeLawsTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return Families.named(CompositeFamilies.ID);
    }
}
