package org.epsilonet.families.relu.training;

import java.util.Random;

/**
 * Images of digits to classify, drawn by the project itself: 28 × 28 pixels, row-major, values in [0, 1].
 *
 * <p>A digit is the set of strokes that a seven-segment display lights, between six corners. In every image the corners
 * are moved by up to one pixel each, the digit is slanted, scaled, turned and shifted, strokes have a random
 * thickness, brightness and soft edges, and Gaussian noise of standard deviation 0.1 is added before values are cut off
 * at 0 and 1. Classes are drawn with equal probabilities.
 */
public final class SyntheticDigits {
    /** The side of an image in pixels. */
    public static final int SIDE = 28;

    /** The number of classes. */
    public static final int CLASSES = 10;

    private static final double NOISE = 0.1;

    /** Corners: top left, top right, middle left, middle right, bottom left, bottom right; relative to the centre. */
    private static final double[][] CORNERS = {{-5, -9}, {5, -9}, {-5, 0}, {5, 0}, {-5, 9}, {5, 9}};

    /** The strokes a to g of a display, as pairs of corners. */
    private static final int[][] STROKES = {{0, 1}, {1, 3}, {3, 5}, {4, 5}, {2, 4}, {0, 2}, {2, 3}};

    /** Which strokes are lit, bit 0 for a. */
    private static final int[] LIT = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};

    private SyntheticDigits() {}

    /**
     * Images and their classes, for {@link Loss#CROSS_ENTROPY}: value {@code j} of an example is 1 for class {@code j}. The
     * first images do not depend on how many follow, so that {@link Examples#range} splits a set for training and
     * testing.
     *
     * @param n how many, {@code >= 1}
     * @param seed decides the draw
     * @return examples of 784 inputs and 10 outputs
     * @throws IllegalArgumentException if {@code n < 1}
     */
    public static Examples of(int n, long seed) {
        if (n < 1) {
            throw new IllegalArgumentException("at least one image is needed, was " + n);
        }
        Random random = new Random(seed);
        double[] images = new double[Math.multiplyExact(n, SIDE * SIDE)];
        double[] classes = new double[n * CLASSES];
        for (int i = 0; i < n; i++) {
            int digit = random.nextInt(CLASSES);
            classes[i * CLASSES + digit] = 1;
            draw(digit, random, images, i * SIDE * SIDE);
        }
        return Examples.of(SIDE * SIDE, images, CLASSES, classes);
    }

    private static void draw(int digit, Random random, double[] images, int at) {
        double slant = uniform(random, -0.3, 0.3);
        double width = uniform(random, 0.75, 1.15);
        double height = uniform(random, 0.75, 1.1);
        double turn = uniform(random, -0.15, 0.15);
        double right = uniform(random, -2, 2);
        double down = uniform(random, -2, 2);
        double thickness = uniform(random, 0.7, 1.8);
        double brightness = uniform(random, 0.6, 1);
        double[][] corners = new double[CORNERS.length][];
        for (int c = 0; c < corners.length; c++) {
            double x = width * (CORNERS[c][0] + uniform(random, -1, 1));
            double y = height * (CORNERS[c][1] + uniform(random, -1, 1));
            x -= slant * y;
            corners[c] = new double[] {
                SIDE / 2.0 + right + x - turn * y, SIDE / 2.0 + down + y + turn * x,
            };
        }
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int s = 0; s < STROKES.length; s++) {
                    if ((LIT[digit] >> s & 1) != 0) {
                        nearest = Math.min(
                                nearest,
                                distance(column + 0.5, row + 0.5, corners[STROKES[s][0]], corners[STROKES[s][1]]));
                    }
                }
                double ink = brightness * cut(thickness + 0.5 - nearest);
                images[at + row * SIDE + column] = cut(ink + NOISE * random.nextGaussian());
            }
        }
    }

    /** The distance of a point from a segment. */
    private static double distance(double x, double y, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double t = cut(((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy));
        double ex = x - from[0] - t * dx;
        double ey = y - from[1] - t * dy;
        return Math.sqrt(ex * ex + ey * ey);
    }

    private static double uniform(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static double cut(double t) {
        return Math.max(0, Math.min(1, t));
    }
}
