package org.epsilonet.families.relu.greedy;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

class GreedyLawsTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return new GreedyFamily();
    }
}
