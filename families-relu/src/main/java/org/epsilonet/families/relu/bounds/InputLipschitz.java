package org.epsilonet.families.relu.bounds;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.model.Certificate;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * The Lipschitz constant of \(x \mapsto R_\theta(x)\) on a box, from \(\ell^q\) to \(\ell^q\): the largest norm of the
 * Jacobian \(W_L D_{L-1} W_{L-1} \cdots D_1 W_1\), where the diagonal matrices hold 1 for neurons that are on and 0 for
 * those that are off.
 *
 * @see "docs/theory.md, B7"
 */
public final class InputLipschitz {
    private static final int MOST_UNDECIDED = 4;

    private final ReluNetwork network;
    private final InputBox box;
    private final Exponent exponent;

    /**
     * @param network \(R_\theta\)
     * @param box the inputs
     * @param exponent \(q\)
     */
    public InputLipschitz(ReluNetwork network, InputBox box, Exponent exponent) {
        this.network = network;
        this.box = box;
        this.exponent = exponent;
    }

    /** All bounds, one per method; each is certified. */
    public List<Certificate> all() {
        List<Certificate> bounds = new ArrayList<>();
        bounds.add(new Certificate("product of norms", productOfNorms()));
        bounds.add(new Certificate("path norm", pathNorm()));
        bounds.add(new Certificate("interval Jacobian", intervalJacobian(box)));
        bounds.add(new Certificate("linear relaxation", linearRelaxation()));
        if (network.inputs() == 1) {
            bounds.add(new Certificate("slopes", slopes()));
        }
        return bounds;
    }

    /** \(\prod_\ell \|W_\ell\|_q\). */
    public double productOfNorms() {
        double product = 1;
        for (AffineMap map : network.maps()) {
            double norm = exponent == Exponent.TWO
                    ? SpectralNorm.upper(MatrixNorms.rows(map))
                    : MatrixNorms.of(map).norm(exponent);
            product = ComponentwiseBound.product(product, norm);
            product = PerturbationBound.outward(product, 1);
        }
        return product;
    }

    /** The norm of \(|W_L|\cdots|W_1|\): the sum over all paths. */
    public double pathNorm() {
        return norm(Jacobian.of(network, Activations.unbounded(network), true));
    }

    /** The norm of the smallest interval matrix that interval arithmetic finds for the Jacobian. */
    public double intervalJacobian() {
        return intervalJacobian(box);
    }

    private double intervalJacobian(InputBox on) {
        return norm(Jacobian.of(network, Activations.of(new Deviation.Within(network, 0), on), false));
    }

    /**
     * Backward linear bounds on \(R_\theta(x)-R_\theta(\tilde x)\): a neuron that may be on or off passes between 0 and
     * the whole of the difference before it.
     */
    public double linearRelaxation() {
        Activations ranges = Activations.of(new Deviation.Within(network, 0), box);
        double[] rowSums = InputRelaxation.of(network, ranges);
        // A row is no longer in any norm than the sum of its absolute values: the same vector bounds the matrix.
        return MatrixNorms.ofVector(rowSums, exponent);
    }

    /**
     * For one input: the largest slope. The interval is split where the bound is largest, until few neurons change
     * inside and every choice of them is tried: as good as exact unless many change within 2^-40 of the box.
     *
     * @throws IllegalStateException if the network has several inputs
     */
    public double slopes() {
        if (network.inputs() != 1) {
            throw new IllegalStateException("slopes are for networks of one input");
        }
        return new SlopeSearch(this::byPatterns, box).largest();
    }

    /** Where few neurons may be on or off, each choice has one slope: no interval is as small as the largest of them. */
    private double byPatterns(InputBox on) {
        Activations ranges = Activations.of(new Deviation.Within(network, 0), on);
        List<int[]> undecided = ranges.undecided();
        if (undecided.size() > MOST_UNDECIDED) {
            return norm(Jacobian.of(network, ranges, false));
        }
        double largest = 0;
        for (int pattern = 0; pattern < 1 << undecided.size(); pattern++) {
            for (int k = 0; k < undecided.size(); k++) {
                ranges.decide(undecided.get(k), (pattern >> k & 1) == 1);
            }
            largest = Math.max(largest, norm(Jacobian.of(network, ranges, false)));
        }
        return largest;
    }

    private double norm(double[][] jacobian) {
        MatrixNorms norms = new MatrixNorms(network.inputs());
        for (double[] row : jacobian) {
            norms.add(row);
        }
        return norms.norm(exponent);
    }
}
