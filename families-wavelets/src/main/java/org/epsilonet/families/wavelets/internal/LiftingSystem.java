package org.epsilonet.families.wavelets.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.numbers.core.DD;
import org.epsilonet.families.wavelets.filter.HalfBand;
import org.epsilonet.families.wavelets.filter.LiftingFactors;
import org.epsilonet.families.wavelets.filter.LiftingStep;
import org.epsilonet.families.wavelets.filter.NamedFilters;

/**
 * The biorthogonal wavelets of Cohen, Daubechies and Feauveau used in JPEG 2000, by {@link LiftingLevel lifting}.
 *
 * <p>5/3: predict by the mean of the neighbours, update so that the mean is kept. 9/7: {@link HalfBand} \(P_4(y) = 1 +
 * 4y + 10y^2 + 20y^3\) has one real root \(y_0\); the 9-tap low-pass filter is \(\sqrt2 (1-y)^2\) times the quadratic
 * factor that remains, and its Euclidean division gives the four lifting factors.
 *
 * <p>Beyond the ends {@link LiftingLevel} extrapolates by least squares from twice as many members as there are vanishing
 * moments: exact extrapolation from as many as needed has three times the norm. The moments are kept, but the wavelets at
 * the ends have no mean zero, so the Riesz constants grow slowly with the number of levels (9/7: upper constant 3.4 and
 * lower 1/1.9 at 2^11 samples); the certified bounds know.
 *
 * @see <a href="https://doi.org/10.1002/cpa.3160450502">Cohen, Daubechies, Feauveau, Biorthogonal bases of compactly
 *     supported wavelets, 1992</a>
 */
final class LiftingSystem extends WaveletSystem {
    private final Supplier<LiftingFactors> factors;
    private final int taps;

    private LiftingSystem(String id, String title, int moments, int taps, Supplier<LiftingFactors> factors) {
        super(id, title, moments);
        this.factors = new Once<>(factors);
        this.taps = taps;
    }

    /** How many members of a sequence its continuation is extrapolated from. */
    private int extrapolationPoints() {
        return 2 * moments();
    }

    /** Two vanishing moments. */
    static LiftingSystem cdf53() {
        return new LiftingSystem("cdf53", "CDF 5/3 wavelets", 2, 0, () -> neighbours(Math.sqrt(2), -0.5, 0.25));
    }

    /** Four vanishing moments. */
    static LiftingSystem cdf97() {
        return new LiftingSystem("cdf97", "CDF 9/7 wavelets", 4, 0, LiftingSystem::factors97);
    }

    /** The biorthogonal line but for the two above and Haar's. */
    static Stream<LiftingSystem> line() {
        return Stream.of(
                named("1.3", 1, 6),
                named("1.5", 1, 10),
                named("2.4", 2, 9),
                named("2.6", 2, 13),
                named("2.8", 2, 17),
                named("3.1", 3, 4),
                named("3.3", 3, 8),
                named("3.5", 3, 12),
                named("3.7", 3, 16),
                named("3.9", 3, 20),
                named("5.5", 6, 11),
                named("6.8", 6, 17));
    }

    /**
     * Any symmetric pair, by the Euclidean algorithm.
     *
     * @param orders of the name, after {@code bior}
     * @param moments zeros of the low-pass filter of reconstruction
     * @param taps the length of the longer filter
     */
    private static LiftingSystem named(String orders, int moments, int taps) {
        String name = "bior" + orders;
        return new LiftingSystem(
                name, "Biorthogonal wavelets " + orders, moments, taps, () -> LiftingFactors.of(NamedFilters.of(name)));
    }

    /** Steps with the two neighbours in turn, the first on the odd samples. */
    private static LiftingFactors neighbours(double scale, double... factors) {
        List<LiftingStep> steps = new ArrayList<>();
        for (int m = 0; m < factors.length; m++) {
            boolean odd = m % 2 == 0;
            steps.add(new LiftingStep(odd, odd ? 0 : -1, new double[] {factors[m], factors[m]}));
        }
        return new LiftingFactors(steps, scale, scale);
    }

    /** The lifting factors. */
    LiftingFactors factors() {
        return factors.get();
    }

    private static LiftingFactors factors97() {
        DD y0 = realRoot(HalfBand.coefficients(4));
        // P(y) / (1 - y/y0) = 1 + b y + c y^2.
        DD b = y0.reciprocal().add(4);
        DD c = b.divide(y0).add(10);
        DD[] h = lowPass97(b, c);
        DD quotient = h[4].divide(h[3]);
        DD r0 = h[2].subtract(quotient.multiply(h[1]));
        DD r1 = r0.subtract(h[4]);
        r0 = h[0].subtract(quotient.multiply(h[1]).multiply(2));
        DD s0 = h[1].subtract(h[3]).subtract(h[3].multiply(r0).divide(r1));
        DD t0 = r0.subtract(r1.multiply(2));
        return neighbours(
                t0.doubleValue(),
                quotient.doubleValue(),
                h[3].divide(r1).doubleValue(),
                r1.divide(s0).doubleValue(),
                s0.divide(t0).doubleValue());
    }

    /** Newton's method for the one real root, which lies near -0.34. */
    private static DD realRoot(double[] p) {
        DD y = DD.of(-0.34);
        for (int i = 0; i < 12; i++) {
            DD value = DD.ZERO;
            DD slope = DD.ZERO;
            for (int k = p.length - 1; k >= 0; k--) {
                slope = slope.multiply(y).add(value);
                value = value.multiply(y).add(p[k]);
            }
            y = y.subtract(value.divide(slope));
        }
        return y;
    }

    /** \(\sqrt2 (1-y)^2(1+by+cy^2)\) as taps at distance 0 to 4 from the centre, \(y = (2 - z - z^{-1})/4\). */
    private static DD[] lowPass97(DD b, DD c) {
        DD[] inY = {DD.ONE, b.subtract(2), DD.ONE.subtract(b.multiply(2)).add(c), b.subtract(c.multiply(2)), c};
        DD[] taps = new DD[5];
        for (int distance = 0; distance <= 4; distance++) {
            DD sum = DD.ZERO;
            for (int k = distance; k <= 4; k++) {
                // y^k = (-1)^k (z^(1/2) - z^(-1/2))^(2k) / 4^k.
                double weight = Side.binomial(2 * k, k - distance) * (distance % 2 == 0 ? 1 : -1);
                sum = sum.add(inY[k].multiply(weight).scalb(-2 * k));
            }
            taps[distance] = sum.multiply(DD.of(2).sqrt());
        }
        return taps;
    }

    @Override
    boolean isOrthonormal() {
        return false;
    }

    @Override
    int reach() {
        return 3 * extrapolationPoints() + 2 * taps;
    }

    @Override
    int interpolationPoints() {
        return Math.min(4, moments());
    }

    /** The dual scaling function of the 3.1 pair is not square integrable: norms of its iterates grow by 1.47 a level. */
    @Override
    boolean isStable() {
        return !id().equals("bior3.1");
    }

    @Override
    Cascade compute(long length) {
        LiftingFactors f = factors.get();
        List<Level> levels = new ArrayList<>();
        long n = length;
        double[][] extrapolation = extrapolation(f);
        for (; n >= 2 * extrapolationPoints(); n = (n + 1) / 2) {
            levels.add(new LiftingLevel(stored(n), f, extrapolation));
        }
        return new Cascade(stored(length), levels, CoarsePolynomials.gram((int) n));
    }

    /** As far as any step looks beyond an end: to the left from the first, to the right from the last of either. */
    private double[][] extrapolation(LiftingFactors f) {
        int farthest = 1;
        for (LiftingStep step : f.steps()) {
            farthest = Math.max(farthest, Math.max(-step.offset(), step.offset() + step.taps().length));
        }
        double[][] weights = new double[farthest][];
        for (int distance = 1; distance <= farthest; distance++) {
            weights[distance - 1] = CoarsePolynomials.extrapolation(moments(), extrapolationPoints(), distance);
        }
        return weights;
    }
}
