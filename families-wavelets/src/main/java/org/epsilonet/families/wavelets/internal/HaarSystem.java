package org.epsilonet.families.wavelets.internal;

import java.util.ArrayList;
import java.util.List;

/** The Haar system; on lengths that are not powers of two, the unbalanced Haar system. */
final class HaarSystem extends WaveletSystem {
    HaarSystem() {
        super("haar", "Haar wavelets", 1);
    }

    @Override
    boolean isOrthonormal() {
        return true;
    }

    @Override
    int reach() {
        return 2;
    }

    @Override
    int interpolationPoints() {
        return 1;
    }

    @Override
    Cascade compute(long length) {
        List<Level> levels = new ArrayList<>();
        double last = 1;
        double mass = 1;
        for (long n = length; n > 1; n = (n + 1) / 2) {
            levels.add(new HaarLevel(stored(n), last / mass));
            last = n % 2 == 0 ? mass + last : last;
            mass *= 2;
        }
        return new Cascade(stored(length), levels, new double[][] {{1}});
    }
}
