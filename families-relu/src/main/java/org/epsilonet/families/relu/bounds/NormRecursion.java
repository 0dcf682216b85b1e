package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * The recursion in one operator norm: with \(B_0 = D\,d^{1/q}\), \(E_0 = 0\),
 * \[ E_\ell = \|W_\ell\|_qE_{\ell-1} + \|W_\ell-W'_\ell\|_qB_{\ell-1} + \|b_\ell-b'_\ell\|_q, \qquad
 *    B_\ell = \|W'_\ell\|_qB_{\ell-1} + \|b'_\ell\|_q, \]
 * \(\|R_\theta(x)-R_{\theta'}(x)\|_q \le E_L\): {@link ArchitectureLipschitz} with the norms that are really there.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon et al., Lipschitz bounds on the parametrization of ReLU
 *     networks</a>
 */
final class NormRecursion {
    private NormRecursion() {}

    /**
     * The bound \(E_L\), rounded up.
     *
     * @param deviation the two networks
     * @param largestInput \(D\)
     * @param q the exponent
     */
    static double of(Deviation deviation, double largestInput, Exponent q) {
        ReluNetwork network = deviation.network();
        double size = PerturbationBound.outward(largestInput * q.root(network.inputs()), 3);
        double error = 0;
        for (int l = 0; l < network.depth(); l++) {
            AffineMap map = network.maps().get(l);
            int columns = map.columns();
            MatrixNorms weightNorms = new MatrixNorms(columns);
            MatrixNorms otherNorms = new MatrixNorms(columns);
            MatrixNorms changeNorms = new MatrixNorms(columns);
            double[] weights = new double[columns];
            double[] magnitudes = new double[columns];
            double[] changes = new double[columns];
            double[] biases = new double[map.rows()];
            double[] biasChanges = new double[map.rows()];
            for (int i = 0; i < map.rows(); i++) {
                map.copyRow(i, weights);
                deviation.row(l, i, weights, magnitudes, changes);
                weightNorms.add(weights);
                otherNorms.add(magnitudes);
                changeNorms.add(changes);
                biases[i] = deviation.biasMagnitude(l, i);
                biasChanges[i] = deviation.biasChange(l, i);
            }
            error = PerturbationBound.outward(
                    ComponentwiseBound.product(weightNorms.norm(q), error)
                            + ComponentwiseBound.product(changeNorms.norm(q), size)
                            + MatrixNorms.ofVector(biasChanges, q),
                    4);
            size = PerturbationBound.outward(
                    ComponentwiseBound.product(otherNorms.norm(q), size) + MatrixNorms.ofVector(biases, q), 3);
        }
        return error;
    }
}
