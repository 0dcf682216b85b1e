package org.epsilonet.families.relu.internal;

import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.families.relu.BitExtraction;

/**
 * A control: the very deep networks of {@link BitExtraction}, \(a + \lambda N\). With \(O(M)\) weights they approximate
 * Lipschitz functions with speed 2 in \(L^2\), twice the encoding speed. They can because a weight holds a code of
 * \(1.585(M-1)\) bits: \(h = 1\).
 *
 * <p>All weights but \(a\) and \(\lambda\) follow from the digits, hence are structure: a finite choice of which there
 * are \(3^{M^2-1}\). The scale \(\lambda\) is the steepest slope seen between neighbours of the grid of \(M^2\) points;
 * where a jump makes it larger than the radius, the outcome is NOT_REACHED. Values are rounded to the nearest one of the
 * walk, hence are within \(\lambda/M^2\) of the function off the ramps; of that square, between 1/12 and 1/3 in the
 * mean on a cell where the slope is \(\lambda\), and at most 1/4 where the function is constant.
 *
 * <p>That factor may vary with \(M\), and the measured speed with it. On the catalogue's hard Lipschitz element, tents of 16
 * levels on a slope as steep as they are, slopes are 0 and \(\lambda\) in equal parts; as the levels are resolved, \(M^2\) times
 * the error settles from 2.97 for M = 8 to 3.32 for M = 64 and 3.33 for M = 128: a speed of 1.96 between.
 *
 * @see "docs/theory.md, G2"
 */
public final class BitExtractionFamily implements ParametrizedFamily {
    /** The id of the family. */
    public static final String ID = "relu.bit-extraction";

    /** A structure has the square of it digits. */
    private static final int LARGEST_BUDGET = 128;

    private static final double RADIUS_PER_BLOCK = 16;

    private static final String SOURCE = "Yarotsky, Optimal approximation of continuous functions by very deep ReLU"
            + " networks, COLT 2018; ramps between blocks, of measure M^-5, where the error is of order 1/M";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "control: very deep ReLU networks that extract bits";
    }

    @Override
    public String parameterMeaning() {
        return "number M of blocks: depth 2M+3 and 35(M-1)+1 weights of up to 1.6(M+1) bits, which are structure; the"
                + " parameters are a shift and a scale";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** Functions on the interval only: a table of finitely many samples is no challenge. */
    @Override
    public boolean supports(Domain domain) {
        return domain.equals(Cube.INTERVAL);
    }

    @Override
    public int largestBudget(Domain domain) {
        return LARGEST_BUDGET;
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        int blocks = blocks(target.domain(), budget);
        double[] values = values((Formula) target, blocks * blocks);
        double first = values[0];
        double steepest = 0;
        for (int n = 1; n < values.length; n++) {
            double step = Math.abs(values[n] - values[n - 1]);
            steepest = step > steepest || Double.isNaN(step) ? step : steepest;
        }
        double scale = steepest * values.length;
        double radius = RADIUS_PER_BLOCK * blocks;
        boolean reached = Math.abs(first) <= radius / 2 && scale <= radius;
        byte[] digits = new byte[values.length - 1];
        int before = 0;
        for (int n = 1; n < values.length; n++) {
            // Half up, for half to even would take two steps from 0.5 to 1.5. Rounding errors may make a step slightly
            // longer than the longest, or a value infinite.
            double height = reached && steepest > 0 ? Math.floor((values[n] - first) / steepest + 0.5) : 0;
            int step = (int) Math.max(-1, Math.min(1, height - before));
            digits[n - 1] = (byte) (step + 1);
            before += step;
        }
        double[] parameters = reached ? new double[] {first, scale} : new double[2];
        Approximant approximant = new BitExtractionStructure(BitExtraction.of(blocks, 0, digits)).realize(parameters);
        Distance distance = Distances.between(target, approximant, norm);
        return reached ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
    }

    /** At the middles of the cells, where a formula is finite though it may have a singularity at an end. */
    private static double[] values(Formula formula, int count) {
        double[] values = new double[count];
        for (int n = 0; n < count; n++) {
            values[n] = formula.at((n + 0.5) / count);
        }
        return values;
    }

    private int blocks(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(
                    id() + " needs the unit interval and a budget >= 1, were " + domain + " and " + budget);
        }
        return Math.min(budget, LARGEST_BUDGET);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        int blocks = blocks(domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return Math.nextUp((blocks * blocks - 1) * Math.nextUp(Math.log(3) / Math.log(2)));
            }

            @Override
            public int size() {
                return 2;
            }

            @Override
            public double radius() {
                return RADIUS_PER_BLOCK * blocks;
            }

            /** The network is at most 2; see {@link BitExtractionStructure}. */
            @Override
            public double lipschitz(LpNorm norm) {
                return 3;
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                return BitExtractionStructure.read(blocks, source);
            }
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                new Growth(2, 0),
                Growth.CONSTANT,
                Growth.LOG,
                Growth.CONSTANT,
                "M ternary codes of M-1 digits as weights, M^2-1 digits in all: of order M bits for each of O(M)"
                        + " weights; the network is bounded by 2, so Lip <= 3 in shift and scale");
    }

    /** On \(C^\alpha\) the scale is \(M^{2-2\alpha}\), within the radius for \(\alpha \ge \frac12\). */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (smoothness.dimension() != 1 || norm.isSup()) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder && hoelder.alpha() >= 0.5) {
            return Optional.of(speed(Math.min(1, hoelder.alpha()), norm));
        }
        boolean isLipschitz = smoothness instanceof Smoothness.Analytic
                || (smoothness instanceof Smoothness.PiecewiseSmooth pieces
                        && pieces.jumps() == 0
                        && pieces.order() >= 1);
        return isLipschitz ? Optional.of(speed(1, norm)) : Optional.empty();
    }

    private static CitedSpeed speed(double alpha, LpNorm norm) {
        return CitedSpeed.of(Math.min(2 * alpha, 2 * alpha - 1 + 5 / norm.p()), SOURCE);
    }
}
