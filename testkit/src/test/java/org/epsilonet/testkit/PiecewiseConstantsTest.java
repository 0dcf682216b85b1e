package org.epsilonet.testkit;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

/** What the test of a family looks like to its author. */
class PiecewiseConstantsTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return new PiecewiseConstants();
    }
}
