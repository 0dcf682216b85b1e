package org.epsilonet.families.relu.bounds;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * The path metric: \(\Phi(\theta)\) holds the products of weights along all paths from an input (or from a bias, an input
 * equal to one) to an output. If no parameter changes sign, \(\|R_\theta(x)-R_{\theta'}(x)\|_1 \le
 * \max(1,\|x\|_\infty)\|\Phi(\theta)-\Phi(\theta')\|_1\), output by output, and the bound does not change when neurons
 * are rescaled.
 *
 * <p>Where \(|\theta'| \le |\theta|\) the distance of the paths is \(\|\Phi(\theta)\|_1-\|\Phi(\theta')\|_1\): two
 * forward passes. For any two networks one goes through \(m\), with \(m_i = 0\) where signs differ and otherwise the
 * smaller of the two: \(\|\Phi(\theta)\|_1+\|\Phi(\theta')\|_1-2\|\Phi(m)\|_1\), three passes. These differences cancel
 * below their true value in floating point; the {@linkplain ComponentwiseBound componentwise recursion} from \(\theta\) to
 * \(m\) and from \(m\) to \(\theta'\) has the same value as a sum of nonnegative terms.
 *
 * @see <a href="https://arxiv.org/abs/2405.15006">Gonon, Brisebarre, Riccietti, Gribonval: A rescaling-invariant Lipschitz
 *     bound based on path-metrics for modern ReLU network parameterizations</a>
 * @see "docs/theory.md, B5"
 */
public final class PathMetric {
    private PathMetric() {}

    /**
     * The path norm of every output, with inputs weighted by \(D\) and biases by one: a bound on \(|R_\theta(x)_j|\) for
     * \(\|x\|_\infty \le D\).
     *
     * @param network \(R_\theta\)
     * @param largestInput \(D \ge 0\)
     * @return one number per output, rounded up
     */
    public static double[] norm(ReluNetwork network, double largestInput) {
        return ComponentwiseBound.of(new Deviation.Given(network, zero(network)), largestInput);
    }

    /**
     * Whether \(\theta'\) has no larger parameter than \(\theta\) and none of the other sign, so that two passes do.
     *
     * @param network \(\theta\)
     * @param other \(\theta'\), of the same architecture
     */
    public static boolean shrinks(ReluNetwork network, ReluNetwork other) {
        for (int l = 0; l < network.depth(); l++) {
            AffineMap a = network.maps().get(l);
            AffineMap b = other.maps().get(l);
            double[] rowA = new double[a.columns()];
            double[] rowB = new double[a.columns()];
            for (int i = 0; i < a.rows(); i++) {
                a.copyRow(i, rowA);
                b.copyRow(i, rowB);
                if (!isShrunk(a.bias(i), b.bias(i))) {
                    return false;
                }
                for (int j = 0; j < rowA.length; j++) {
                    if (!isShrunk(rowA[j], rowB[j])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isShrunk(double a, double b) {
        return b == meet(a, b);
    }

    /**
     * The path metric by two passes, for networks that {@linkplain #shrinks shrink}.
     *
     * @param network \(\theta\)
     * @param other \(\theta'\)
     * @param largestInput \(D\)
     * @return per output a bound on \(|R_\theta(x)-R_{\theta'}(x)|\), rounded up
     */
    public static double[] twoPasses(ReluNetwork network, ReluNetwork other, double largestInput) {
        return ComponentwiseBound.of(new Deviation.Given(network, other), largestInput);
    }

    /**
     * The path metric by three passes, for any two networks of one architecture.
     *
     * @param network \(\theta\)
     * @param other \(\theta'\)
     * @param largestInput \(D\)
     * @return per output a bound on \(|R_\theta(x)-R_{\theta'}(x)|\), rounded up
     */
    public static double[] threePasses(ReluNetwork network, ReluNetwork other, double largestInput) {
        ReluNetwork between = meet(network, other);
        double[] down = twoPasses(network, between, largestInput);
        double[] up = twoPasses(other, between, largestInput);
        for (int i = 0; i < down.length; i++) {
            double sum = down[i] + up[i];
            down[i] = sum == 0 ? 0 : Math.nextUp(sum);
        }
        return down;
    }

    private static double meet(double a, double b) {
        if (a * Math.signum(b) <= 0) {
            return 0;
        }
        return Math.abs(a) <= Math.abs(b) ? a : b;
    }

    private static ReluNetwork meet(ReluNetwork network, ReluNetwork other) {
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 0; l < network.depth(); l++) {
            AffineMap a = network.maps().get(l);
            AffineMap b = other.maps().get(l);
            double[] weights = new double[a.rows() * a.columns()];
            double[] biases = new double[a.rows()];
            double[] rowA = new double[a.columns()];
            double[] rowB = new double[a.columns()];
            for (int i = 0; i < a.rows(); i++) {
                a.copyRow(i, rowA);
                b.copyRow(i, rowB);
                biases[i] = meet(a.bias(i), b.bias(i));
                for (int j = 0; j < rowA.length; j++) {
                    weights[i * rowA.length + j] = meet(rowA[j], rowB[j]);
                }
            }
            maps.add(AffineMap.of(weights, a.columns(), biases));
        }
        return ReluNetwork.of(maps);
    }

    private static ReluNetwork zero(ReluNetwork network) {
        List<AffineMap> maps = new ArrayList<>();
        for (AffineMap map : network.maps()) {
            maps.add(AffineMap.of(new double[map.rows() * map.columns()], map.columns(), new double[map.rows()]));
        }
        return ReluNetwork.of(maps);
    }
}
