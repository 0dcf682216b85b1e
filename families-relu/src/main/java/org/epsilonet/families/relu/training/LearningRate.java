package org.epsilonet.families.relu.training;

/** The step size of a training, as a function of its progress. */
@FunctionalInterface
public interface LearningRate {
    /**
     * The step size.
     *
     * @param progress the share of all steps already done, in [0, 1)
     * @return the step size, {@code > 0}
     */
    double at(double progress);

    /**
     * From {@code first} down to a hundredth of it along half a cosine.
     *
     * @param first the first step size, {@code > 0}
     */
    static LearningRate cosine(double first) {
        return progress -> first * (0.01 + 0.99 * 0.5 * (1 + StrictMath.cos(Math.PI * progress)));
    }

    /**
     * Divided by ten after half and after three quarters of the steps.
     *
     * @param first the first step size, {@code > 0}
     */
    static LearningRate steps(double first) {
        return progress -> progress < 0.5 ? first : progress < 0.75 ? first / 10 : first / 100;
    }
}
