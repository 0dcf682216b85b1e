package org.epsilonet.families.relu.training;

/** Adam with the constants of its authors: moments decay by 0.9 and 0.999. */
final class Adam {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double SMALL = 1e-8;

    private final double[] mean;
    private final double[] square;
    private double firstLeft = 1;
    private double secondLeft = 1;

    Adam(int parameters) {
        this.mean = new double[parameters];
        this.square = new double[parameters];
    }

    /** One step of the given size; a parameter whose gradient has always been zero does not move. */
    void step(double[] theta, double[] gradient, double rate) {
        firstLeft *= FIRST;
        secondLeft *= SECOND;
        double step = rate / (1 - firstLeft);
        double unbias = 1 / (1 - secondLeft);
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i];
            mean[i] = FIRST * mean[i] + (1 - FIRST) * g;
            square[i] = SECOND * square[i] + (1 - SECOND) * (g * g);
            theta[i] -= step * mean[i] / (Math.sqrt(unbias * square[i]) + SMALL);
        }
    }
}
