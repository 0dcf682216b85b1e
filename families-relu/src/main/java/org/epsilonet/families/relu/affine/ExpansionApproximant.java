package org.epsilonet.families.relu.affine;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.families.relu.AffineExpansion;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * The function of a network that computes an expansion, evaluated atom by atom through the piecewise linear forms of its
 * parts: the same function, without the cancellation of weights \(2^j\) that the forward pass in doubles suffers from.
 */
public final class ExpansionApproximant implements Approximant {
    /** With more atoms the breakpoints are too many to be listed. */
    private static final int LISTED = 1 << 13;

    private final ExpansionStructure structure;
    private final double[] coefficients;

    ExpansionApproximant(ExpansionStructure structure, double[] coefficients) {
        this.structure = structure;
        this.coefficients = coefficients;
    }

    @Override
    public ExpansionStructure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return coefficients.clone();
    }

    @Override
    public int dimension() {
        return structure.lattice().dimension();
    }

    @Override
    public double at(double... x) {
        if (dimension() == 1) {
            return atIncreasing(x)[0];
        }
        return new Plane(structure, coefficients, new double[][] {{x[0]}, {x[1]}}).values()[0];
    }

    @Override
    public double[] on(Grid grid) {
        double[][] axes = new double[grid.dimension()][];
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = new double[grid.length(axis)];
            for (int i = 0; i < axes[axis].length; i++) {
                axes[axis][i] = (i + 0.5) / axes[axis].length;
            }
        }
        return axes.length == 1 ? atIncreasing(axes[0]) : new Plane(structure, coefficients, axes).values();
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        double[] result = new double[increasing.length];
        for (Level level : structure.lattice().levels()) {
            int from = structure.indexFrom(level.offset());
            int to = structure.indexFrom(level.offset() + level.size());
            if (from < to) {
                add(level, from, to, increasing, result);
            }
        }
        return result;
    }

    /** One sweep over the points that the atoms of a level reach, in the order of translates. */
    private void add(Level level, int from, int to, double[] points, double[] result) {
        int w = level.generator().cells();
        double[] values = new double[w];
        int lowest = from;
        int i = 0;
        while (i < points.length && lowest < to) {
            long cell = level.cell(0, points[i]);
            while (lowest < to && translate(level, lowest) <= cell - w) {
                lowest++;
            }
            if (lowest < to && translate(level, lowest) > cell) {
                i = firstIn(level, translate(level, lowest), points, i + 1);
                continue;
            }
            if (lowest < to) {
                level.generator().values(level.place(0, points[i], cell), values);
                double sum = result[i];
                for (int a = lowest; a < to && translate(level, a) <= cell; a++) {
                    sum += coefficients[a] * values[(int) (cell - translate(level, a))];
                }
                result[i] = sum;
            }
            i++;
        }
    }

    private long translate(Level level, int atom) {
        return level.translate(0, structure.atom(atom) - level.offset());
    }

    /** The first point from {@code start} on in cell {@code k} or beyond. */
    private static int firstIn(Level level, long k, double[] points, int start) {
        int low = start;
        int high = points.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (level.cell(0, points[middle]) < k) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The knots of the splines, where they are few; between them the network has pieces of length \(2^{-j-m}\). */
    @Override
    public double[] breakpoints() {
        if (dimension() > 1 || coefficients.length > LISTED) {
            return new double[0];
        }
        double[] knots = new double[8 * coefficients.length + 8];
        int n = 0;
        for (int i = 0; i < coefficients.length; i++) {
            Level level = structure.lattice().levels().get(structure.lattice().levelOf(structure.atom(i)));
            int halves = level.generator().kinksPerCell() * level.generator().cells();
            for (int h = 0; h <= halves; h++) {
                double cells = (double) h / level.generator().kinksPerCell();
                double knot = Math.scalb(translate(level, i) + cells, -level.exponent(0));
                if (knot > 0 && knot < 1) {
                    knots[n++] = knot;
                }
            }
        }
        return Arrays.stream(knots, 0, n).sorted().distinct().toArray();
    }

    /** The largest absolute value of a coefficient. */
    double largestParameter() {
        return coefficients.length == 0 ? 0 : LpNorm.SUP.of(coefficients);
    }

    /** The terms and the exact sizes of the network, and the certified error of its products. */
    public AffineExpansion expansion() {
        return Networks.expansion(structure, coefficients);
    }

    /** The network itself. Takes time and memory in proportion to its nonzero weights. */
    public ReluNetwork network() {
        return expansion().network();
    }

    @Override
    public String toString() {
        return expansion().toString();
    }
}
