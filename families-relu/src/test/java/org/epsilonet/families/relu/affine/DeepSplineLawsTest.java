package org.epsilonet.families.relu.affine;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

class DeepSplineLawsTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return AffineFamily.splines(2);
    }
}
