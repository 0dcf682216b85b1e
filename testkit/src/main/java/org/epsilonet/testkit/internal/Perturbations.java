package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;

/**
 * Perturbations \(\sigma_i\delta_i\) of parameters, \(|\sigma_i| \le 1\), some of them bad ones.
 *
 * <p>To first order the realization moves by \(D\sigma\), where column \(i\) of \(D\) is the response to parameter
 * \(i\) alone. Maximizing the convex function \(\|D\sigma\|_p\) over signs by alternation, \(v = D\sigma\), \(g =
 * |v|^{p-1}\mathrm{sign}\,v\), \(\sigma = \mathrm{sign}\,D^Tg\), never decreases it; in the supremum norm one step from
 * the point with the largest \(\sum_i|D_{xi}|\) is the exact maximum. Signs are then changed one by one as long as that
 * helps; of few parameters all corners are tried.
 */
final class Perturbations {
    private static final int MOST_RESPONSES = 128;
    private static final int ALTERNATIONS = 4;
    private static final int MOST_ASCENDED = 24;
    private static final int MOST_CORNERS = 3;
    private static final double LARGEST = 0x1p-7;

    private final Structure structure;
    private final double[] theta;
    private final double[] deltas;
    private final Grid grid;
    private final SplittableRandom random;

    Perturbations(Structure structure, double[] theta, double[] deltas, Grid grid, SplittableRandom random) {
        this.structure = structure;
        this.theta = theta;
        this.deltas = deltas;
        this.grid = grid;
        this.random = random;
    }

    /** As a quantizer would move the parameters: proportional to their scales. */
    static double[] scaled(Structure structure, LpNorm norm) {
        double[] deltas = new double[structure.size()];
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = structure.scale(i, norm);
            largest = Math.max(largest, deltas[i]);
        }
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] *= LARGEST / largest;
        }
        return deltas;
    }

    /**
     * How far a perturbation moves the function, at the worst one found: judged by the values on the grid, and then
     * measured as exactly as the domain allows.
     */
    double furthest(Approximant unmoved, Domain domain, LpNorm norm) {
        if (theta.length == 0) {
            return 0;
        }
        double[] values = unmoved.on(grid);
        Approximant worst = unmoved;
        double furthest = -1;
        for (double[] parameters : moved(norm)) {
            Approximant moved = structure.realize(parameters);
            double seen = norm.of(Values.difference(moved.on(grid), values));
            if (seen > furthest) {
                furthest = seen;
                worst = moved;
            }
        }
        return Movement.between(unmoved, worst, domain, norm);
    }

    /** Perturbed parameters: random ones, all moved alike, and signs against the structure. */
    private List<double[]> moved(LpNorm norm) {
        List<double[]> signs = new ArrayList<>();
        double[] alike = new double[theta.length];
        Arrays.fill(alike, 1);
        signs.add(alike);
        signs.add(randomSigns());
        signs.add(random.doubles(theta.length, -1, 1).toArray());
        if (theta.length <= MOST_RESPONSES) {
            double[][] responses = responses();
            signs.add(norm.isSup() ? worstAtAPoint(responses) : alternated(responses, alike, norm));
            if (!norm.isSup()) {
                signs.add(ascended(responses, alternated(responses, randomSigns(), norm), norm));
            }
        }
        if (theta.length <= MOST_CORNERS) {
            signs.addAll(corners());
        }
        return signs.stream().map(this::apply).toList();
    }

    private double[] apply(double[] sigma) {
        double[] moved = theta.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += sigma[i] * deltas[i];
        }
        return moved;
    }

    private List<double[]> corners() {
        List<double[]> corners = new ArrayList<>();
        for (int bits = 0; bits < 1 << theta.length; bits++) {
            double[] signs = new double[theta.length];
            for (int i = 0; i < signs.length; i++) {
                signs[i] = (bits >> i & 1) == 0 ? 1 : -1;
            }
            corners.add(signs);
        }
        return corners;
    }

    private double[] randomSigns() {
        double[] signs = new double[theta.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        return signs;
    }

    /** Row \(i\): what moving parameter \(i\) alone does to the values. */
    private double[][] responses() {
        double[] base = structure.realize(theta).on(grid);
        double[][] rows = new double[theta.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] moved = theta.clone();
            moved[i] += deltas[i];
            rows[i] = Values.difference(structure.realize(moved).on(grid), base);
        }
        return rows;
    }

    private double[] worstAtAPoint(double[][] responses) {
        double[] sums = new double[grid.points()];
        for (double[] row : responses) {
            for (int x = 0; x < sums.length; x++) {
                sums[x] += Math.abs(row[x]);
            }
        }
        int worst = 0;
        for (int x = 1; x < sums.length; x++) {
            worst = sums[x] > sums[worst] ? x : worst;
        }
        double[] signs = new double[responses.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = responses[i][worst] < 0 ? -1 : 1;
        }
        return signs;
    }

    /** Coordinate ascent: one pass of changing each sign alone where that moves the function further. */
    private static double[] ascended(double[][] responses, double[] start, LpNorm norm) {
        double[] signs = start.clone();
        if (signs.length > MOST_ASCENDED) {
            return signs;
        }
        double furthest = norm.of(combined(responses, signs));
        for (int i = 0; i < signs.length; i++) {
            signs[i] = -signs[i];
            double[] changed = combined(responses, signs);
            double reached = norm.of(changed);
            if (reached > furthest) {
                furthest = reached;
            } else {
                signs[i] = -signs[i];
            }
        }
        return signs;
    }

    private static double[] combined(double[][] responses, double[] signs) {
        double[] v = new double[responses.length == 0 ? 0 : responses[0].length];
        for (int i = 0; i < signs.length; i++) {
            for (int x = 0; x < v.length; x++) {
                v[x] += signs[i] * responses[i][x];
            }
        }
        return v;
    }

    private static double[] alternated(double[][] responses, double[] start, LpNorm norm) {
        double[] signs = start.clone();
        for (int round = 0; round < ALTERNATIONS; round++) {
            double[] v = combined(responses, signs);
            double largest = Math.max(Values.largest(v), Double.MIN_NORMAL);
            for (int x = 0; x < v.length; x++) {
                v[x] = Math.signum(v[x]) * Math.pow(Math.abs(v[x]) / largest, norm.p() - 1);
            }
            for (int i = 0; i < signs.length; i++) {
                double product = 0;
                for (int x = 0; x < v.length; x++) {
                    product += responses[i][x] * v[x];
                }
                signs[i] = product < 0 ? -1 : 1;
            }
        }
        return signs;
    }
}
