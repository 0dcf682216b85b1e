package org.epsilonet.families.wavelets.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.numbers.core.DD;
import org.epsilonet.families.wavelets.filter.Filters;
import org.epsilonet.families.wavelets.filter.NamedFilters;

/**
 * Orthonormal wavelets of compact support, made orthogonal on the interval by {@link Edge}: Daubechies' of extremal phase
 * (db), least asymmetric (sym), Coifman's (coif).
 */
final class OrthonormalSystem extends WaveletSystem {
    private final int taps;
    private final Supplier<Ends> ends;

    private OrthonormalSystem(String name, String title, int moments, int taps) {
        super(name, title + " with " + moments + " vanishing moments", moments);
        this.taps = taps;
        this.ends = new Once<>(() -> Ends.of(NamedFilters.of(name).low()));
    }

    /**
     * Extremal phase.
     *
     * @param moments the number N of vanishing moments, 2 to 20
     */
    static OrthonormalSystem daubechies(int moments) {
        return new OrthonormalSystem("db" + moments, "Daubechies wavelets", moments, 2 * moments);
    }

    /**
     * Least asymmetric.
     *
     * @param moments the number N of vanishing moments, 4 to 20: with fewer there is no choice
     */
    static OrthonormalSystem symlet(int moments) {
        return new OrthonormalSystem("sym" + moments, "Symlets", moments, 2 * moments);
    }

    /**
     * Vanishing moments of the scaling function too.
     *
     * @param order a half of the number of vanishing moments, 1 to 5
     */
    static OrthonormalSystem coiflet(int order) {
        return new OrthonormalSystem("coif" + order, "Coiflets", 2 * order, 6 * order);
    }

    /** The filters, and as the left and right end see them. */
    private record Ends(double[] low, double[] high, Side side, EvenLevels left, EvenLevels right) {
        static Ends of(DD[] low) {
            DD[] high = Filters.quadratureMirror(low);
            Side side = new Side(low, high);
            Side mirrored = new Side(Filters.reversed(low), Filters.reversed(high));
            return new Ends(
                    Filters.rounded(low),
                    Filters.rounded(high),
                    side,
                    new EvenLevels(Edge.ofSamples(side), side.half() + 1),
                    new EvenLevels(Edge.ofSamples(mirrored), side.half() + 1));
        }
    }

    /**
     * An end on levels of even length, remembered: the left end does not see the length, nor the right one before the
     * first that is odd.
     */
    private static final class EvenLevels {
        private final Edge samples;
        private final int start;
        private final List<Edge.Step> steps = new ArrayList<>();

        EvenLevels(Edge samples, int start) {
            this.samples = samples;
            this.start = start;
        }

        synchronized Edge.Step step(int level) {
            for (int i = steps.size(); i <= level; i++) {
                Edge from = i == 0 ? samples : steps.get(i - 1).next();
                steps.add(from.down(start));
            }
            return steps.get(level);
        }
    }

    /** The low-pass filter; a fresh array. */
    double[] lowPass() {
        return ends.get().low().clone();
    }

    @Override
    boolean isOrthonormal() {
        return true;
    }

    @Override
    int reach() {
        return 3 * taps;
    }

    @Override
    int interpolationPoints() {
        return 4;
    }

    @Override
    Cascade compute(long length) {
        Ends f = ends.get();
        int half = taps / 2;
        Edge left = f.left().samples;
        Edge right = f.right().samples;
        List<Level> levels = new ArrayList<>();
        long n = length;
        boolean even = true;
        for (; n >= OrthonormalLevel.shortest(half); n = (n + 1) / 2) {
            even &= n % 2 == 0;
            Edge.Step leftStep = f.left().step(levels.size());
            Edge.Step rightStep =
                    even ? f.right().step(levels.size()) : right.down(OrthonormalLevel.rightStart(stored(n), half));
            levels.add(new OrthonormalLevel(stored(n), f.low(), f.high(), leftStep.filters(), rightStep.filters()));
            left = leftStep.next();
            right = rightStep.next();
        }
        return new Cascade(stored(length), levels, CoarsePolynomials.between(left, right, (int) n, f.side()));
    }
}
