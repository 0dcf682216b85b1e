package org.epsilonet.families.relu.training;

import java.util.Random;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * Trains a network by Adam on mini-batches. Immutable; equal trainers, networks and examples give the same network on
 * every machine, bit for bit.
 *
 * @param loss what is minimized
 * @param rate the step size
 * @param epochs how often every example is seen, {@code >= 1}
 * @param batch how many examples make a step, {@code >= 1}; the last of an epoch may be smaller
 * @param seed decides the order of the examples
 * @param zerosStay whether parameters that are zero at the start stay zero, as after {@linkplain Pruning pruning}
 * @param radius \(r > 0\): after every step rows of weights have \(\ell^1\) norm at most \(r\) and biases modulus at most
 *     \(r\), that is \(\|W_\ell\|_\infty, \|b_\ell\|_\infty \le r\); +∞ for no limit
 * @param progress told after every epoch
 * @see "docs/theory.md, G6"
 */
public record Trainer(
        Loss loss,
        LearningRate rate,
        int epochs,
        int batch,
        long seed,
        boolean zerosStay,
        double radius,
        Progress progress) {
    /** Is told how training goes. */
    @FunctionalInterface
    public interface Progress {
        /** Nobody listens. */
        Progress NONE = (epoch, loss) -> {};

        /**
         * @param epoch how many epochs are done
         * @param loss the mean loss over the last one, at the parameters of each step
         */
        void after(int epoch, double loss);
    }

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Trainer {
        if (epochs < 1 || batch < 1 || !(radius > 0)) {
            throw new IllegalArgumentException("training needs epochs and a batch >= 1 and a radius > 0, were " + epochs
                    + ", " + batch + " and " + radius);
        }
    }

    /** Batches of 32, step sizes from 0.001 along a cosine, seed 1, no limits. */
    public static Trainer of(Loss loss, int epochs) {
        return new Trainer(
                loss, LearningRate.cosine(1e-3), epochs, 32, 1, false, Double.POSITIVE_INFINITY, Progress.NONE);
    }

    /** With another step size. */
    public Trainer withRate(LearningRate other) {
        return new Trainer(loss, other, epochs, batch, seed, zerosStay, radius, progress);
    }

    /** With other batches. */
    public Trainer withBatch(int other) {
        return new Trainer(loss, rate, epochs, other, seed, zerosStay, radius, progress);
    }

    /** With another seed. */
    public Trainer withSeed(long other) {
        return new Trainer(loss, rate, epochs, batch, other, zerosStay, radius, progress);
    }

    /** With the zeros of the first network fixed. */
    public Trainer keepingZeros() {
        return new Trainer(loss, rate, epochs, batch, seed, true, radius, progress);
    }

    /** With a limit on the norms. */
    public Trainer withRadius(double other) {
        return new Trainer(loss, rate, epochs, batch, seed, zerosStay, other, progress);
    }

    /** With a listener. */
    public Trainer withProgress(Progress other) {
        return new Trainer(loss, rate, epochs, batch, seed, zerosStay, radius, other);
    }

    /**
     * Trains.
     *
     * <p><b>Cost:</b> about 6 operations for every weight, example and epoch; one thread.
     *
     * @param start where training starts, see {@link Initialization}
     * @param examples what is to be learned
     * @return the network after the last step
     * @throws IllegalArgumentException if the dimensions of network and examples differ, or training diverges (a
     *     parameter is no longer finite)
     */
    public ReluNetwork train(ReluNetwork start, Examples examples) {
        if (start.inputs() != examples.inputs() || start.outputs() != examples.outputs()) {
            throw new IllegalArgumentException(start + " cannot learn " + examples);
        }
        Parameters parameters = Parameters.of(start);
        double[] theta = parameters.theta();
        double[] first = zerosStay ? theta.clone() : new double[0];
        int size = Math.min(batch, examples.size());
        BackPropagation pass = new BackPropagation(parameters, loss, size);
        double[] wanted = new double[size * examples.outputs()];
        Adam adam = new Adam(theta.length);
        Random random = new Random(seed);
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            double sum = 0;
            for (int from = 0; from < order.length; from += size) {
                int n = Math.min(size, order.length - from);
                for (int p = 0; p < n; p++) {
                    examples.copyPoint(order[from + p], pass.inputs(), p * examples.inputs());
                    examples.copyValue(order[from + p], wanted, p * examples.outputs());
                }
                sum += pass.run(wanted, n);
                for (int i = 0; i < first.length; i++) {
                    pass.gradient()[i] = first[i] == 0 ? 0 : pass.gradient()[i];
                }
                adam.step(theta, pass.gradient(), rate.at((epoch + (double) from / order.length) / epochs));
                if (radius < Double.POSITIVE_INFINITY) {
                    parameters.shrinkTo(radius);
                }
            }
            progress.after(epoch + 1, sum / order.length);
        }
        return parameters.network();
    }

    /** Fisher and Yates. */
    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
