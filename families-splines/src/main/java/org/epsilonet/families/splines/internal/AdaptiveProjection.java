package org.epsilonet.families.splines.internal;

import org.epsilonet.api.function.Formula;

/**
 * Orthogonal projection of a formula onto polynomials on an interval, by Gauss rules that are halved until halving
 * changes nothing.
 *
 * <p>Panels that disagree with their halves are halved again. Towards one singularity (a jump, a root) that may go on
 * for {@value #DEEPEST} levels, which finds it to the last digits; where a function is rough everywhere both halves
 * disagree again and again, and after {@value #MOST_BRANCHINGS} such branchings the estimate is accepted as it is. So
 * the cost is bounded whatever the function. Not thread-safe.
 */
final class AdaptiveProjection {
    private static final int DEEPEST = 50;
    private static final int MOST_BRANCHINGS = 3;

    /** Where many cells are only compared with each other. */
    private static final int FEW_BRANCHINGS = 0;

    private static final double AGREEMENT = 1e-13;

    private final Formula formula;
    private final int size;
    private final CellPolynomials legendre;
    private final GaussRule rule;
    private final double[][] basis;
    private final double[] values;
    private final Merging merging;
    private final ProjectionMemory memory;

    AdaptiveProjection(Formula formula, int degree) {
        this(formula, degree, new ProjectionMemory());
    }

    /**
     * @param formula the function
     * @param degree the degree
     * @param memory of projections of this formula with this degree
     */
    AdaptiveProjection(Formula formula, int degree, ProjectionMemory memory) {
        this.memory = memory;
        this.formula = formula;
        this.size = degree + 1;
        this.legendre = CellPolynomials.of(degree, 0);
        this.rule = GaussRule.of(degree + 6);
        this.basis = new double[rule.size()][size];
        for (int i = 0; i < rule.size(); i++) {
            legendre.evaluate(rule.node(i), basis[i]);
        }
        this.values = new double[rule.size()];
        this.merging = new Merging(degree, false, false);
    }

    /** The projection on [a, b] as a state of {@link Merging}: length, squared error, coefficients; not to be changed. */
    double[] on(double a, double b) {
        return refined(new Panel(a, b, direct(a, b)), MOST_BRANCHINGS, DEEPEST);
    }

    /** The same, with fewer points where the function is rough everywhere. */
    double[] cheaplyOn(double a, double b) {
        double[] known = memory.refined.find(a, b);
        if (known == null) {
            known = refined(new Panel(a, b, direct(a, b)), FEW_BRANCHINGS, DEEPEST);
            memory.refined.keep(a, b, known);
        }
        return known;
    }

    private double[] refined(Panel panel, int branchings, int depth) {
        if (panel.agrees || depth == 0) {
            return panel.merged;
        }
        Panel left = new Panel(panel.a, panel.middle, panel.left);
        Panel right = new Panel(panel.middle, panel.b, panel.right);
        int remaining = left.agrees || right.agrees ? branchings : branchings - 1;
        if (remaining < 0) {
            return merged(left.merged, right.merged);
        }
        return merged(refined(left, remaining, depth - 1), refined(right, remaining, depth - 1));
    }

    /** A panel, its two halves, and whether they agree. */
    private final class Panel {
        final double a;
        final double b;
        final double middle;
        final double[] left;
        final double[] right;
        final double[] merged;
        final boolean agrees;

        Panel(double a, double b, double[] direct) {
            this.a = a;
            this.b = b;
            this.middle = 0.5 * (a + b);
            this.left = direct(a, middle);
            this.right = direct(middle, b);
            this.merged = merged(left, right);
            double difference = 0;
            double norm = 0;
            for (int j = Merging.FIRST; j < merged.length; j++) {
                difference += Math.abs(merged[j] - direct[j]);
                norm += Math.abs(merged[j]);
            }
            this.agrees = !(difference > AGREEMENT * norm);
        }
    }

    private double[] merged(double[] left, double[] right) {
        double[] out = new double[merging.stride()];
        merging.merge(left, 0, right, 0, out, 0);
        return out;
    }

    private double[] direct(double a, double b) {
        double[] known = memory.direct.find(a, b);
        if (known == null) {
            known = computed(a, b);
            memory.direct.keep(a, b, known);
        }
        return known;
    }

    private double[] computed(double a, double b) {
        double centre = 0.5 * (a + b);
        double half = 0.5 * (b - a);
        double[] state = new double[merging.stride()];
        for (int i = 0; i < rule.size(); i++) {
            values[i] = formula.at(Math.max(a, Math.min(Math.nextDown(b), centre + half * rule.node(i))));
            for (int j = 0; j < size; j++) {
                state[Merging.FIRST + j] += rule.weight(i) * values[i] * basis[i][j];
            }
        }
        double error = 0;
        for (int i = 0; i < rule.size(); i++) {
            double r = values[i];
            for (int j = 0; j < size; j++) {
                r -= state[Merging.FIRST + j] * basis[i][j];
            }
            error += rule.weight(i) * r * r;
        }
        state[0] = b - a;
        state[1] = (b - a) * error;
        return state;
    }
}
