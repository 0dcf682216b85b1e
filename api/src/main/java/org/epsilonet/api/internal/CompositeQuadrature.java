package org.epsilonet.api.internal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.LpNorm;

/**
 * Estimates \(\|f-g\|_p\) for formulas.
 *
 * @see <a href="https://www.netlib.org/quadpack/">Piessens et al., QUADPACK, 1983: the (7, 15) rule</a>
 */
public final class CompositeQuadrature {
    /** Positive Kronrod nodes in decreasing order, then 0; those with odd index are the Gauss nodes. */
    private static final double[] NODES = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691258380, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0
    };

    private static final double[] KRONROD = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714
    };
    private static final double[] GAUSS = {
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
        0.381830050505118944950369775488975, 0.417959183673469387755102040816327
    };
    private static final int POINTS = 15;

    /** No panel is longer than 1/UNIFORM_PANELS. */
    private static final int UNIFORM_PANELS = 1 << 12;

    /** Panels shrink geometrically towards a breakpoint of the target down to this length. */
    private static final double SHORTEST_PANEL = 0x1p-44;

    /** Side of the grid in two dimensions, a prime; in more, an odd side for about as many points in all. */
    private static final int GRID_SIDE_2D = 1021;

    private CompositeQuadrature() {}

    /** The distance of a formula and an approximant of the same dimension. */
    public static Distance distance(Formula f, Approximant g, LpNorm norm) {
        return f.dimension() == 1 ? onInterval(f, g, norm) : onCube(f, g, norm);
    }

    private static Distance onInterval(Formula f, Approximant g, LpNorm norm) {
        double[] ends = panelEnds(f.breakpoints(), g.breakpoints());
        double[] points = nodes(ends);
        double[] values = g.atIncreasing(points);
        double[] x = new double[1];
        double[] errors = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            x[0] = points[i];
            errors[i] = Math.abs(number(f, x) - values[i]);
        }
        return norm.isSup() ? largest(errors, norm) : integrated(ends, errors, norm);
    }

    /** Uniform panels, broken at all breakpoints and graded towards those of the target, as far as the next one. */
    private static double[] panelEnds(double[] ofTarget, double[] ofApproximant) {
        int graded = 0;
        for (double length = 1.0 / UNIFORM_PANELS; length > SHORTEST_PANEL; length /= 2) {
            graded++;
        }
        double[] ends = new double[UNIFORM_PANELS + 1 + ofApproximant.length + ofTarget.length * (2 * graded + 1)];
        int n = 0;
        for (int i = 0; i <= UNIFORM_PANELS; i++) {
            ends[n++] = (double) i / UNIFORM_PANELS;
        }
        for (double t : ofApproximant) {
            ends[n++] = t;
        }
        for (int i = 0; i < ofTarget.length; i++) {
            double t = ofTarget[i];
            double before = i == 0 ? 0 : ofTarget[i - 1];
            double after = i + 1 == ofTarget.length ? 1 : ofTarget[i + 1];
            ends[n++] = t;
            for (double length = 1.0 / UNIFORM_PANELS; length > SHORTEST_PANEL; length /= 2) {
                ends[n++] = Math.max(before, t - length);
                ends[n++] = Math.min(after, t + length);
            }
        }
        Arrays.sort(ends, 0, n);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (distinct == 0 || ends[i] > ends[distinct - 1]) {
                ends[distinct++] = ends[i];
            }
        }
        return Arrays.copyOf(ends, distinct);
    }

    /** Fifteen nodes per panel, then its two ends from inside; increasing within rounding. */
    private static double[] nodes(double[] ends) {
        double[] points = new double[(ends.length - 1) * (POINTS + 2)];
        int n = 0;
        for (int i = 0; i + 1 < ends.length; i++) {
            double low = Math.nextUp(ends[i]);
            double high = Math.nextDown(ends[i + 1]);
            double centre = 0.5 * (ends[i] + ends[i + 1]);
            double half = 0.5 * (ends[i + 1] - ends[i]);
            points[n++] = Math.min(low, ends[i + 1]);
            for (int k = 0; k < POINTS; k++) {
                int j = Math.min(k, POINTS - 1 - k);
                double offset = k < POINTS / 2 ? -half * NODES[j] : half * NODES[j];
                points[n++] = Math.max(low, Math.min(high, centre + offset));
            }
            points[n++] = Math.max(high, ends[i]);
        }
        return points;
    }

    private static Distance integrated(double[] ends, double[] errors, LpNorm norm) {
        double largest = LpNorm.SUP.of(errors);
        if (largest == 0 || !(largest < Double.POSITIVE_INFINITY)) {
            return Distance.estimated(largest == 0 ? 0 : Double.POSITIVE_INFINITY, 0, norm);
        }
        double kronrodSum = 0;
        double doubt = 0;
        for (int i = 0; i + 1 < ends.length; i++) {
            double kronrod = 0;
            double gauss = 0;
            int first = i * (POINTS + 2) + 1;
            for (int k = 0; k < POINTS; k++) {
                int j = Math.min(k, POINTS - 1 - k);
                double power = norm.power(errors[first + k] / largest);
                kronrod += KRONROD[j] * power;
                gauss += j % 2 == 1 ? GAUSS[j / 2] * power : 0;
            }
            double half = 0.5 * (ends[i + 1] - ends[i]);
            kronrodSum += half * kronrod;
            doubt += half * Math.abs(kronrod - gauss);
        }
        double value = norm.root(kronrodSum);
        double atLeast = norm.root(Math.max(0, kronrodSum - doubt));
        return Distance.estimated(largest * value, largest * (value - atLeast), norm);
    }

    /** The integral over an interval by the seven nodes of Gauss among those of Kronrod. */
    static double gauss(DoubleUnaryOperator h, double from, double to) {
        double centre = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double sum = GAUSS[GAUSS.length - 1] * h.applyAsDouble(centre);
        for (int i = 0; i + 1 < GAUSS.length; i++) {
            double offset = half * NODES[2 * i + 1];
            sum += GAUSS[i] * (h.applyAsDouble(centre - offset) + h.applyAsDouble(centre + offset));
        }
        return half * sum;
    }

    /** The largest sampled error; every other sample left out shows how much sampling may have missed. */
    private static Distance largest(double[] errors, LpNorm norm) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < errors.length; i++) {
            if (i % 2 == 0) {
                even = Math.max(even, errors[i]);
            } else {
                odd = Math.max(odd, errors[i]);
            }
        }
        if (!(even + odd < Double.POSITIVE_INFINITY)) {
            return Distance.estimated(Double.POSITIVE_INFINITY, 0, norm);
        }
        return Distance.estimated(Math.max(even, odd), Math.abs(even - odd), norm);
    }

    /**
     * Midpoints of two grids of unrelated sides. A jump along a cell boundary costs each of them up to its spacing, so
     * their difference tells what a single grid cannot know about itself. In two dimensions jumps are resolved.
     */
    private static Distance onCube(Formula f, Approximant g, LpNorm norm) {
        int d = f.dimension();
        int side = d == 2 ? GRID_SIDE_2D : Math.max(7, (int) Math.pow(GRID_SIDE_2D * GRID_SIDE_2D, 1.0 / d) | 1);
        double fine = onGrid(f, g, norm, side);
        double coarse = onGrid(f, g, norm, side / 2 | 1);
        double value = norm.isSup() ? Math.max(fine, coarse) : fine;
        if (!(value < Double.POSITIVE_INFINITY)) {
            return Distance.estimated(Double.POSITIVE_INFINITY, 0, norm);
        }
        return Distance.estimated(value, Math.abs(fine - coarse), norm);
    }

    private static double onGrid(Formula f, Approximant g, LpNorm norm, int side) {
        if (f.dimension() == 2) {
            return PlanarQuadrature.distance(f, g, norm, side);
        }
        int[] shape = new int[f.dimension()];
        Arrays.fill(shape, side);
        Grid grid = Grid.of(shape);
        double[] errors = g.on(grid);
        GridPoints.forEach(grid, (i, x) -> errors[i] = number(f, x) - errors[i]);
        return norm.of(errors);
    }

    /** Singularities may be infinite at points next to them; what is not a number is a mistake. */
    static double number(Formula f, double[] x) {
        double value = f.at(x);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(
                    f.name() + " is NaN at " + Arrays.toString(x) + "; a formula must be a number everywhere");
        }
        return value;
    }
}
