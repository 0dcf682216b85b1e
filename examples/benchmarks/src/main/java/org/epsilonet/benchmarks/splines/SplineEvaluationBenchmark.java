package org.epsilonet.benchmarks.splines;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.benchmarks.BenchmarkSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A cubic spline at many points, on one thread; {@code peers/splines.py} does the same with SciPy. */
public class SplineEvaluationBenchmark extends BenchmarkSettings {
    /** Equal intervals, where the place of a point is a product, or free ones, where it is searched for. */
    @Param({"splines.uniform.degree3", "splines.free-knot.smooth.degree3"})
    public String spline = "";

    /** The dimension of the spline, about the number of knots. */
    @Param("1000")
    public int knots;

    /** How many points. */
    @Param("1000000")
    public int points;

    private double[] random = new double[0];
    private double[] sorted = new double[0];
    private Approximant cubic =
            Families.available().get(0).approximate(doppler(1), 1, LpNorm.L2).approximant();

    /** Fits the spline and draws the points. */
    @Setup
    public void prepare() {
        cubic = Families.named(spline)
                .approximate(doppler(16 * knots), knots, LpNorm.L2)
                .approximant();
        random = new SplittableRandom(1).doubles(points).toArray();
        sorted = random.clone();
        Arrays.sort(sorted);
    }

    /** At increasing points. */
    @Benchmark
    public double[] increasing() {
        return cubic.atIncreasing(sorted);
    }

    /** At points in random order, one by one. */
    @Benchmark
    public double[] anyOrder() {
        double[] values = new double[random.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cubic.at(random[i]);
        }
        return values;
    }
}
