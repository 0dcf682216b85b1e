package org.epsilonet.families.relu.trained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;
import org.epsilonet.families.relu.training.Examples;
import org.epsilonet.families.relu.training.Initialization;
import org.epsilonet.families.relu.training.LearningRate;
import org.epsilonet.families.relu.training.Loss;
import org.epsilonet.families.relu.training.Pruning;
import org.epsilonet.families.relu.training.Trainer;

/**
 * Networks for one target, trained at \(M = 4, 8, 16, \dots\) and kept: with every level comes the better of its own
 * network and that of the level before. Below 4 there is the constant. Thread-safe.
 *
 * <p>The target is scaled by a power of two and centred for training, and the last layer is scaled back: \(2^{-k}f\)
 * gives the network of \(f\) with its last layer times \(2^{-k}\).
 */
final class TrainedFit {
    /** The largest budget that is trained: costs grow like its square, and an encoder tries every family. */
    static final int LARGEST = 256;

    private static final int SMALLEST = 4;
    private static final int MOST_EXAMPLES = 4096;
    private static final int BATCH = 32;
    private static final int FEWEST_STEPS = 200;
    private static final int STEPS_PER_WEIGHT = 3;
    private static final double RATE = 0.02;
    private static final double ALIVE = 0.5;

    /** Up to this budget networks are so small that training often fails, and so cheap that it is repeated. */
    private static final int FEW = 32;

    private static final int DRAWS = 3;
    private static final long SEED = 1;

    private final int inputs;
    private final LpNorm norm;
    private final double[] points;
    private final double[] values;
    private final int exponent;
    private final List<Level> levels = new ArrayList<>();

    /**
     * A network on a support, for the scaled target.
     *
     * @param shape the shape it was trained in
     * @param support numbers of parameters in that shape
     * @param theta their values
     * @param error its distance to the scaled target on the examples
     * @param found whether it is constant only if the target is, or nothing else was tried
     */
    private record Level(SparseShape shape, long[] support, double[] theta, double error, boolean found) {}

    /** Looks at the target. */
    TrainedFit(Target target, LpNorm norm) {
        this.inputs = target.dimension();
        this.norm = norm;
        Samples samples = target instanceof Samples s ? s : target.sampledOn(shape(inputs));
        double[] all = samples.values();
        this.exponent = exponentOf(all);
        int[] chosen = chosen(samples.size());
        double[] coordinates = new double[Math.multiplyExact(samples.size(), inputs)];
        GridPoints.forEach(samples.grid(), (i, x) -> System.arraycopy(x, 0, coordinates, i * inputs, inputs));
        this.points = new double[chosen.length * inputs];
        this.values = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(coordinates, chosen[i] * inputs, points, i * inputs, inputs);
            values[i] = Math.scalb(all[chosen[i]], -exponent);
        }
    }

    private static int[] shape(int dimension) {
        int[] shape = new int[dimension];
        Arrays.fill(shape, dimension == 1 ? 1025 : 45);
        return shape;
    }

    /** All, or as many as training can use, drawn. */
    private static int[] chosen(int n) {
        int[] chosen = new int[Math.min(n, MOST_EXAMPLES)];
        Random random = new Random(SEED);
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = n <= MOST_EXAMPLES ? i : random.nextInt(n);
        }
        return chosen;
    }

    private static int exponentOf(double[] values) {
        double largest = LpNorm.SUP.of(values);
        return largest == 0 ? 0 : Math.getExponent(largest) + 1;
    }

    /** Whether training found something for a budget, or need not. */
    boolean found(int budget) {
        return level(budget).found;
    }

    /** The network for a budget, in a shape at least as wide as that of the budget. */
    SparseApproximant network(int budget, SparseShape shape) {
        Level level = level(budget);
        int n = level.support.length;
        long[] support = new long[n];
        double[] theta = new double[n];
        for (int i = 0; i < n; i++) {
            long at = level.support[i];
            int layer = level.shape.layer(at);
            support[i] = shape.position(layer, level.shape.row(at), level.shape.column(at));
            theta[i] = layer == SparseShape.DEPTH ? Math.scalb(level.theta[i], exponent) : level.theta[i];
        }
        // The order of rows and columns is that of the other shape, so the support still increases.
        return (SparseApproximant) new SparseStructure(shape, support).realize(theta);
    }

    private synchronized Level level(int budget) {
        int useful = Math.min(budget, LARGEST);
        int index = useful < SMALLEST ? 0 : 31 - Integer.numberOfLeadingZeros(useful / SMALLEST) + 1;
        for (int k = levels.size(); k <= index; k++) {
            levels.add(k == 0 ? constant() : better(levels.get(k - 1), SMALLEST << (k - 1)));
        }
        return levels.get(index);
    }

    private double centre() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
            sum += v;
        }
        return low == high ? low : norm.isSup() ? 0.5 * (low + high) : sum / values.length;
    }

    private Level constant() {
        SparseShape shape = new SparseShape(inputs, 1);
        return level(shape, new long[] {shape.positions() - 1}, new double[] {centre()}, true);
    }

    private Level level(SparseShape shape, long[] support, double[] theta, boolean found) {
        double[] residual = ((SparseApproximant) new SparseStructure(shape, support).realize(theta)).atAll(points);
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= values[i];
        }
        return new Level(shape, support, theta, norm.of(residual), found);
    }

    private Level better(Level before, int budget) {
        if (before.error == 0) {
            return before;
        }
        Level trained = train(budget);
        if (trained.error < before.error) {
            return trained;
        }
        boolean constant = before.support.length == 1;
        return new Level(before.shape, before.support, before.theta, before.error, !constant);
    }

    /** The best of a few networks: one of full width, pruned, and narrower ones that need no pruning. */
    private Level train(int budget) {
        SparseShape shape = new SparseShape(inputs, budget);
        double centre = centre();
        double[] wanted = new double[values.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = values[i] - centre;
        }
        int spread = exponentOf(wanted);
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Math.scalb(wanted[i], -spread);
        }
        Examples examples = Examples.of(inputs, points, 1, wanted);
        int batch = Math.min(BATCH, examples.size());
        int epochs = 1 + (FEWEST_STEPS + STEPS_PER_WEIGHT * budget) * batch / examples.size();
        // The last layer is scaled by 2^spread <= 2 and centred by at most 1: then it is within the radius.
        Trainer trainer = Trainer.of(Loss.SQUARE, epochs)
                .withBatch(batch)
                .withSeed(SEED)
                .withRate(LearningRate.cosine(RATE))
                .withRadius(shape.radius() / 2 - 1);
        int w = shape.width();
        ReluNetwork dense = trainer.train(start(budget, w, w), examples);
        ReluNetwork pruned = trainer.keepingZeros().train(Pruning.keep(dense, budget - 1), examples);
        Level best = scaled(shape, pruned, centre, spread);
        for (int second : new int[] {1, 2, Math.max(3, (int) Math.sqrt(budget))}) {
            int first = Math.min(w, (budget - 2 * second - 1) / (inputs + 1 + second));
            for (int draw = 0; first >= 1 && draw < (budget <= FEW ? DRAWS : 1); draw++) {
                ReluNetwork start = start(budget + draw, first, second);
                Level narrow = scaled(shape, trainer.train(start, examples), centre, spread);
                best = narrow.error < best.error ? narrow : best;
            }
        }
        return best;
    }

    /** A draw whose second layer is alive, which matters when it is narrow. */
    private ReluNetwork start(int draw, int first, int second) {
        ReluNetwork drawn = Initialization.spread(SEED + draw, 0, 1, inputs, first, second, 1);
        AffineMap middle = drawn.maps().get(1);
        double[][] weights = new double[second][first];
        double[] biases = new double[second];
        for (int i = 0; i < second; i++) {
            middle.copyRow(i, weights[i]);
            biases[i] = ALIVE;
        }
        return ReluNetwork.of(
                drawn.maps().get(0), AffineMap.of(weights, biases), drawn.maps().get(2));
    }

    /** The nonzero parameters, the last layer scaled and centred. */
    private Level scaled(SparseShape shape, ReluNetwork network, double centre, int spread) {
        long[] support = new long[shape.budget()];
        double[] theta = new double[support.length];
        int size = 0;
        for (long at = 0; at < shape.positions(); at++) {
            int l = shape.layer(at);
            int column = shape.column(at);
            AffineMap map = network.maps().get(l - 1);
            if (shape.row(at) >= map.rows() || column >= map.columns()) {
                continue;
            }
            double value = column == SparseShape.BIAS ? map.bias(shape.row(at)) : map.weight(shape.row(at), column);
            if (l == SparseShape.DEPTH) {
                value = Math.scalb(value, spread) + (column == SparseShape.BIAS ? centre : 0);
            }
            if (value != 0) {
                support[size] = at;
                theta[size++] = value;
            }
        }
        return level(shape, Arrays.copyOf(support, size), Arrays.copyOf(theta, size), true);
    }
}
