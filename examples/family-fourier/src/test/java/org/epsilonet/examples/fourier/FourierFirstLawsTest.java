package org.epsilonet.examples.fourier;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

class FourierFirstLawsTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return new FourierFamily(Selection.FIRST);
    }
}
