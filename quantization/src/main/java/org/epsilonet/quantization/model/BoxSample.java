package org.epsilonet.quantization.model;

import java.util.SplittableRandom;
import org.epsilonet.api.model.InputBox;

/**
 * Points of a box: its corners (all of them in small dimensions, else some drawn at random), then points spread evenly. In
 * small dimensions these are a Kronecker sequence with the generalized golden ratio (M. Roberts 2018), shifted at random;
 * in larger ones they are drawn at random.
 *
 * @param box the box
 * @param dimension its dimension, {@code >= 1}
 * @param spread the number of points spread evenly, {@code >= 1}
 * @param seed decides what is random
 */
public record BoxSample(InputBox box, int dimension, int spread, long seed) {
    private static final int ALL_CORNERS_UP_TO = 10;
    private static final int EVEN_UP_TO = 12;
    private static final int LEAST = 1 << 12;
    private static final int MOST = 1 << 17;

    /**
     * @throws IllegalArgumentException if the dimension or the number of points is below 1
     */
    public BoxSample {
        if (dimension < 1 || spread < 1) {
            throw new IllegalArgumentException(
                    "a sample needs dimension and points >= 1, were " + dimension + " and " + spread);
        }
    }

    /**
     * As many points as about \(2^{31}\) parameter visits allow, between \(2^{12}\) and \(2^{17}\).
     *
     * @param parameters of the model to be evaluated
     */
    public static BoxSample large(InputBox box, int dimension, long parameters, long seed) {
        long affordable = (1L << 31) / Math.max(1, parameters);
        return new BoxSample(box, dimension, (int) Math.max(LEAST, Math.min(MOST, affordable)), seed);
    }

    /** A sample of the same kind with at most {@code 2^12} spread points. */
    public BoxSample withFewer() {
        return new BoxSample(box, dimension, Math.min(spread, LEAST), seed);
    }

    /** The number of corners. */
    public int corners() {
        return 1 << Math.min(dimension, ALL_CORNERS_UP_TO);
    }

    /** Corners and spread points together. */
    public int size() {
        return corners() + spread;
    }

    /**
     * Some of the points.
     *
     * @param from index of the first; the corners come first
     * @param to index behind the last
     * @return the points one after the other
     */
    double[] points(int from, int to) {
        double[] points = new double[(to - from) * dimension];
        double[] ratios = ratios();
        double[] shift = new SplittableRandom(seed).doubles(dimension).toArray();
        for (int i = from; i < to; i++) {
            // Not a multiple of the generator's own increment, which would give every point its neighbour's numbers.
            SplittableRandom random = new SplittableRandom(seed + 0xD1342543DE82EF95L * (i + 1));
            for (int k = 0; k < dimension; k++) {
                points[(i - from) * dimension + k] = coordinate(i, k, ratios, shift, random);
            }
        }
        return points;
    }

    private double coordinate(int i, int k, double[] ratios, double[] shift, SplittableRandom random) {
        if (i < corners()) {
            boolean high = dimension <= ALL_CORNERS_UP_TO ? (i >>> k & 1) == 1 : random.nextInt(2) == 1;
            return high ? box.high() : box.low();
        }
        double u = shift[k] + (i - corners() + 1.0) * ratios[k];
        double t = dimension <= EVEN_UP_TO ? u - Math.floor(u) : random.nextDouble();
        return Math.min(box.high(), (1 - t) * box.low() + t * box.high());
    }

    /** \(\varphi^{-1}, \dots, \varphi^{-d}\) with \(\varphi^{d+1} = \varphi + 1\). */
    private double[] ratios() {
        double phi = 1.5;
        for (int i = 0; i < 64; i++) {
            phi = Math.pow(1 + phi, 1.0 / (dimension + 1));
        }
        double[] ratios = new double[dimension];
        double power = 1;
        for (int k = 0; k < dimension; k++) {
            power /= phi;
            ratios[k] = power;
        }
        return ratios;
    }
}
