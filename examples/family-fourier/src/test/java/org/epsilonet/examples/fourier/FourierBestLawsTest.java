package org.epsilonet.examples.fourier;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

class FourierBestLawsTest extends ApproximationFamilyTest {
    @Override
    protected ApproximationFamily family() {
        return new SeriesFamily(Basis.FOURIER, Selection.BEST);
    }
}
