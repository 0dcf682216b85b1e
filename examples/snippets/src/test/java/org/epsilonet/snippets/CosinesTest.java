package org.epsilonet.snippets;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

/** The family that the snippet teaches keeps every law. */
class CosinesTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return new Cosines();
    }
}
