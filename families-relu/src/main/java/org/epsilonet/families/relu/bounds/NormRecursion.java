package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * The recursion in one operator norm: with \(B_0 = D\,d^{1/q}\), \(E_0 = 0\),
 * \[ E_\ell = \|W_\ell\|_qE_{\ell-1} + \|W_\ell-W'_\ell\|_qB_{\ell-1} + \|b_\ell-b'_\ell\|_q, \qquad
 *    B_\ell = \|W'_\ell\|_qB_{\ell-1} + \|b'_\ell\|_q, \]
 * \(\|R_\theta(x)-R_{\theta'}(x)\|_q \le E_L\): {@link ArchitectureLipschitz} with the norms that are really there. For
 * \(q = 2\) they are {@linkplain SpectralNorm certified spectral norms}: those of roundings, whose signs are mixed, are far
 * below the norms of their absolute values.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon et al., Lipschitz bounds on the parametrization of ReLU
 *     networks</a>
 * @see "docs/theory.md, B3"
 */
final class NormRecursion {
    private final Deviation deviation;
    private final Exponent q;

    private NormRecursion(Deviation deviation, Exponent q) {
        this.deviation = deviation;
        this.q = q;
    }

    /**
     * The bound \(E_L\), rounded up.
     *
     * @param deviation the two networks
     * @param largestInput \(D\)
     * @param q the exponent
     */
    static double of(Deviation deviation, double largestInput, Exponent q) {
        return new NormRecursion(deviation, q).run(largestInput);
    }

    private double run(double largestInput) {
        ReluNetwork network = deviation.network();
        double size = PerturbationBound.outward(largestInput * q.root(network.inputs()), 3);
        double error = 0;
        for (int l = 0; l < network.depth(); l++) {
            int rows = network.maps().get(l).rows();
            double[] biases = new double[rows];
            double[] biasChanges = new double[rows];
            for (int i = 0; i < rows; i++) {
                biases[i] = deviation.biasMagnitude(l, i);
                biasChanges[i] = deviation.biasChange(l, i);
            }
            Norms norms = q == Exponent.TWO ? spectral(l) : entrywise(l);
            error = PerturbationBound.outward(
                    ComponentwiseBound.product(norms.weights, error)
                            + ComponentwiseBound.product(norms.changes, size)
                            + MatrixNorms.ofVector(biasChanges, q),
                    4);
            size = PerturbationBound.outward(
                    ComponentwiseBound.product(norms.others, size) + MatrixNorms.ofVector(biases, q), 3);
        }
        return error;
    }

    /** The norms of \(W_\ell\), \(W'_\ell\) and their difference. */
    private record Norms(double weights, double others, double changes) {}

    /** For \(q = 1, \infty\) absolute values are enough. */
    private Norms entrywise(int l) {
        AffineMap map = deviation.network().maps().get(l);
        int columns = map.columns();
        MatrixNorms weightNorms = new MatrixNorms(columns);
        MatrixNorms otherNorms = new MatrixNorms(columns);
        MatrixNorms changeNorms = new MatrixNorms(columns);
        double[] weights = new double[columns];
        double[] magnitudes = new double[columns];
        double[] changes = new double[columns];
        for (int i = 0; i < map.rows(); i++) {
            map.copyRow(i, weights);
            deviation.row(l, i, weights, magnitudes, changes);
            weightNorms.add(weights);
            otherNorms.add(magnitudes);
            changeNorms.add(changes);
        }
        return new Norms(weightNorms.norm(q), otherNorms.norm(q), changeNorms.norm(q));
    }

    private Norms spectral(int l) {
        AffineMap map = deviation.network().maps().get(l);
        double[][] weights = MatrixNorms.rows(map);
        double norm = SpectralNorm.upper(weights);
        if (deviation instanceof Deviation.Within within) {
            // All entries may move by delta at once: delta times the norm of the matrix of ones.
            double change = PerturbationBound.outward(
                    within.delta() * Math.sqrt((double) map.rows()) * Math.sqrt((double) map.columns()), 5);
            return new Norms(norm, change == 0 ? norm : Math.nextUp(norm + change), change);
        }
        double[][] others =
                MatrixNorms.rows(((Deviation.Given) deviation).other().maps().get(l));
        double otherNorm = SpectralNorm.upper(others);
        MatrixNorms sizes = new MatrixNorms(map.columns());
        for (int i = 0; i < others.length; i++) {
            for (int j = 0; j < others[i].length; j++) {
                others[i][j] = weights[i][j] - others[i][j];
            }
            sizes.add(others[i]);
        }
        // Differences of doubles are rounded, each by less than an ulp.
        double rounding = PerturbationBound.outward(sizes.norm(Exponent.TWO) * 0x1p-52, 2);
        double change = SpectralNorm.upper(others);
        return new Norms(norm, otherNorm, change == 0 ? 0 : Math.nextUp(change + rounding));
    }
}
