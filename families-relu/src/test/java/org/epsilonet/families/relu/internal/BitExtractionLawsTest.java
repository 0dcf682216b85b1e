package org.epsilonet.families.relu.internal;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

class BitExtractionLawsTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return new BitExtractionFamily();
    }
}
