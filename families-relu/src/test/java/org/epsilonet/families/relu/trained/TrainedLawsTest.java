package org.epsilonet.families.relu.trained;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

class TrainedLawsTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return new TrainedFamily();
    }
}
