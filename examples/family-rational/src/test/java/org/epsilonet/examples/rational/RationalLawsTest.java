package org.epsilonet.examples.rational;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

class RationalLawsTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return new RationalFamily(true);
    }
}
