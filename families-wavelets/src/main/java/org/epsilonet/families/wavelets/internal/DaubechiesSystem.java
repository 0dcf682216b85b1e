package org.epsilonet.families.wavelets.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.numbers.core.DD;

/** Daubechies' orthonormal wavelets with N vanishing moments, made orthogonal on the interval by {@link Edge}. */
final class DaubechiesSystem extends WaveletSystem {
    private final Supplier<Filters> filters;

    /**
     * @param moments the number N of vanishing moments, 2 to 10
     */
    DaubechiesSystem(int moments) {
        super("db" + moments, "Daubechies wavelets with " + moments + " vanishing moments", moments);
        this.filters = new Once<>(() -> Filters.of(moments));
    }

    /** The filters, and as the left and right end see them. */
    private record Filters(double[] low, double[] high, Side left, Side right) {
        static Filters of(int moments) {
            DD[] low = DaubechiesFilter.lowPass(moments);
            DD[] high = DaubechiesFilter.highPass(low);
            double[][] rounded = Edge.rounded(new DD[][] {low, high});
            return new Filters(rounded[0], rounded[1], new Side(low, high), new Side(reversed(low), reversed(high)));
        }

        private static DD[] reversed(DD[] filter) {
            DD[] mirrored = new DD[filter.length];
            for (int k = 0; k < filter.length; k++) {
                mirrored[k] = filter[filter.length - 1 - k];
            }
            return mirrored;
        }
    }

    /** The low-pass filter; a fresh array. */
    double[] lowPass() {
        return filters.get().low().clone();
    }

    @Override
    boolean isOrthonormal() {
        return true;
    }

    @Override
    int reach() {
        return 6 * moments();
    }

    @Override
    int interpolationPoints() {
        return 4;
    }

    @Override
    Cascade compute(long length) {
        Filters f = filters.get();
        Edge left = Edge.ofSamples(f.left());
        Edge right = Edge.ofSamples(f.right());
        List<Level> levels = new ArrayList<>();
        long n = length;
        for (; n >= OrthonormalLevel.shortest(moments()); n = (n + 1) / 2) {
            Edge.Step leftStep = left.down(moments() + 1);
            Edge.Step rightStep = right.down(OrthonormalLevel.rightStart(stored(n), moments()));
            levels.add(new OrthonormalLevel(stored(n), f.low(), f.high(), leftStep.filters(), rightStep.filters()));
            left = leftStep.next();
            right = rightStep.next();
        }
        return new Cascade(stored(length), levels, CoarsePolynomials.between(left, right, (int) n, f.left()));
    }
}
