package org.epsilonet.families.relu.bounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/** Random networks, neighbours of them, boxes and inputs. */
final class RandomNetworks {
    private static final InputBox[] BOXES = {
        InputBox.SYMMETRIC, new InputBox(0, 1), new InputBox(-0.5, 2), new InputBox(-3, -2), new InputBox(-0.01, 0.01)
    };

    private final Random random;

    RandomNetworks(long seed) {
        this.random = new Random(seed);
        random.nextInt();
    }

    Random random() {
        return random;
    }

    InputBox box() {
        return BOXES[random.nextInt(BOXES.length)];
    }

    /** Widths 1..16, depths 1..8, small ones more often; zero rows, dead neurons, huge and tiny weights. */
    ReluNetwork network() {
        return network(Integer.MAX_VALUE);
    }

    /** The same with no more inputs than given. */
    ReluNetwork network(int mostInputs) {
        int depth = 1 + Math.min(random.nextInt(8), random.nextInt(8));
        int[] sizes = new int[depth + 1];
        for (int l = 0; l <= depth; l++) {
            sizes[l] = 1 + Math.min(random.nextInt(16), random.nextInt(16));
        }
        sizes[0] = Math.min(sizes[0], mostInputs);
        int kind = random.nextInt(16);
        double scale = kind == 0 ? 1e80 : kind == 1 ? 1e-80 : kind == 2 ? 1e-160 : 1 + random.nextDouble();
        boolean positive = random.nextInt(6) == 0;
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            double[] weights = new double[sizes[l] * sizes[l - 1]];
            double[] biases = new double[sizes[l]];
            for (int i = 0; i < sizes[l]; i++) {
                boolean zero = random.nextInt(12) == 0;
                for (int j = 0; j < sizes[l - 1] && !zero; j++) {
                    double w = random.nextGaussian() * scale / Math.sqrt(sizes[l - 1]);
                    weights[i * sizes[l - 1] + j] = positive ? Math.abs(w) : w;
                }
                double b = random.nextGaussian() * scale * 0.3;
                boolean dead = random.nextInt(12) == 0;
                biases[i] = dead ? -100 * scale : positive ? Math.abs(b) : b;
            }
            maps.add(AffineMap.of(weights, sizes[l - 1], biases));
        }
        return ReluNetwork.of(maps);
    }

    /** Another network of the same architecture: near, rounded, truncated, shifted, sparser, or with other signs. */
    ReluNetwork neighbour(ReluNetwork network) {
        double size = network.largestWeight();
        double step = size * Math.pow(2, -random.nextInt(20));
        return switch (random.nextInt(7)) {
            case 0 -> mapped(network, w -> Math.rint(w / step) * step);
            case 1 -> mapped(network, w -> (w < 0 ? Math.ceil(w / step) : Math.floor(w / step)) * step);
            case 2 -> mapped(network, w -> w - step / 64);
            case 3 -> mapped(network, w -> random.nextInt(10) == 0 ? 0 : w);
            case 4 -> mapped(network, w -> random.nextInt(10) == 0 ? -w : w);
            case 5 -> mapped(network, w -> w * (1 + 1e-6 * random.nextGaussian()));
            default -> mapped(network, w -> w + step * (2 * random.nextDouble() - 1));
        };
    }

    /** A network whose parameters differ by at most delta; mostly at the corners of that cube. */
    ReluNetwork within(ReluNetwork network, double delta) {
        int kind = random.nextInt(3);
        return mapped(network, w -> {
            double by = kind == 0 ? delta : kind == 1 ? delta * Math.signum(w) : delta * (2 * random.nextDouble() - 1);
            double other = w + by;
            return Math.abs(other - w) <= delta ? other : w;
        });
    }

    static ReluNetwork mapped(ReluNetwork network, DoubleUnaryOperator operator) {
        List<AffineMap> maps = new ArrayList<>();
        for (AffineMap map : network.maps()) {
            double[] weights = new double[map.rows() * map.columns()];
            double[] biases = new double[map.rows()];
            for (int i = 0; i < map.rows(); i++) {
                for (int j = 0; j < map.columns(); j++) {
                    weights[i * map.columns() + j] = operator.applyAsDouble(map.weight(i, j));
                }
                biases[i] = operator.applyAsDouble(map.bias(i));
            }
            maps.add(AffineMap.of(weights, map.columns(), biases));
        }
        return ReluNetwork.of(maps);
    }

    /** Points of a box: the two extreme corners, others, and interior points. */
    double[] points(InputBox box, int dimension, int count) {
        double[] points = new double[count * dimension];
        for (int p = 0; p < count; p++) {
            boolean corner = p < count / 2;
            for (int j = 0; j < dimension; j++) {
                boolean high = p == 0 || (p > 1 && random.nextBoolean());
                points[p * dimension + j] = corner
                        ? (high ? box.high() : box.low())
                        : Math.min(box.high(), box.low() + random.nextDouble() * (box.high() - box.low()));
            }
        }
        return points;
    }
}
