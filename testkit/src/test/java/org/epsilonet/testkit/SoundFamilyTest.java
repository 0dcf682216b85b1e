package org.epsilonet.testkit;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;
import org.epsilonet.testkit.standin.StandIns;

/** What the test of a family looks like to its author. */
class SoundFamilyTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return StandIns.sound();
    }
}
