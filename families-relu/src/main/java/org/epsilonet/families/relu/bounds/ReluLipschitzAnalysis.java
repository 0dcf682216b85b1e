package org.epsilonet.families.relu.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.BitsPerWeight;
import org.epsilonet.api.model.Certificate;
import org.epsilonet.api.model.CoveringNumber;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.LipschitzAnalysis;
import org.epsilonet.api.model.LipschitzBound;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.RoundingScheme;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.ReluNetwork;

/** All bounds for ReLU networks, as a service. */
public final class ReluLipschitzAnalysis implements LipschitzAnalysis {
    /** For the service loader. */
    public ReluLipschitzAnalysis() {}

    @Override
    public boolean supports(Model model) {
        return model instanceof NetworkModel;
    }

    @Override
    public List<Certificate> difference(Model model, Model other, InputBox box, LpNorm norm) {
        ReluNetwork network = network(model);
        ReluNetwork second = network(other);
        if (!Arrays.equals(network.architecture(), second.architecture())) {
            throw new IllegalArgumentException("two networks of one architecture are compared, but the layer sizes are "
                    + Arrays.toString(network.architecture()) + " and " + Arrays.toString(second.architecture()));
        }
        Deviation deviation = new Deviation.Given(network, second);
        List<Certificate> certificates = new ArrayList<>();
        certificates.add(new Certificate("architecture", apriori(network, largestChange(network, second), box, norm)));
        addAll(certificates, deviation, box, norm);
        double[] passes = PathMetric.shrinks(network, second)
                ? PathMetric.twoPasses(network, second, box.radius())
                : PathMetric.threePasses(network, second, box.radius());
        certificates.add(new Certificate("path metric", size(passes, norm)));
        return certificates;
    }

    @Override
    public List<Certificate> perturbation(Model model, double delta, InputBox box, LpNorm norm) {
        if (!(delta >= 0)) {
            throw new IllegalArgumentException("a perturbation must be >= 0, was " + delta);
        }
        ReluNetwork network = network(model);
        List<Certificate> certificates = new ArrayList<>();
        certificates.add(new Certificate("architecture", apriori(network, delta, box, norm)));
        addAll(certificates, new Deviation.Within(network, delta), box, norm);
        return certificates;
    }

    private static void addAll(List<Certificate> to, Deviation deviation, InputBox box, LpNorm norm) {
        int outputs = deviation.network().outputs();
        for (Exponent q : Exponent.values()) {
            double bound = q.convert(NormRecursion.of(deviation, box.radius(), q), outputs, norm);
            to.add(new Certificate("norm recursion q=" + q, bound));
        }
        to.add(new Certificate("componentwise", size(ComponentwiseBound.of(deviation, box.radius()), norm)));
        to.add(new Certificate("interval", size(outputErrors(Activations.of(deviation, box)), norm)));
        to.add(new Certificate("linear relaxation", size(LinearRelaxation.of(deviation, box), norm)));
    }

    private static double[] outputErrors(Activations activations) {
        int last = activations.errorLow.length - 1;
        double[] errors = new double[activations.errorLow[last].length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.max(Math.abs(activations.errorLow[last][i]), Math.abs(activations.errorHigh[last][i]));
        }
        return errors;
    }

    /** The smallest over q of what is known without the weights: \(K_q(r + \bar\alpha\delta)\,\delta\). */
    private static double apriori(ReluNetwork network, double delta, InputBox box, LpNorm norm) {
        double best = Double.POSITIVE_INFINITY;
        for (Exponent q : Exponent.values()) {
            Architecture architecture = architecture(network, q);
            ArchitectureLipschitz constants = new ArchitectureLipschitz(architecture, box.radius(), q);
            double radius = Math.nextUp(architecture.radius() + constants.normGrowth() * delta);
            double bound = PerturbationBound.outward(ComponentwiseBound.product(constants.upper(radius), delta), 4);
            best = Math.min(best, q.convert(bound, network.outputs(), norm));
        }
        return best;
    }

    @Override
    public List<Certificate> input(Model model, InputBox box, double q) {
        return new InputLipschitz(network(model), box, Exponent.of(q)).all();
    }

    @Override
    public List<LipschitzBound> architecture(Architecture architecture, InputBox box, LpNorm norm) {
        List<LipschitzBound> bounds = new ArrayList<>();
        for (Exponent q : Exponent.values()) {
            ArchitectureLipschitz constants = new ArchitectureLipschitz(architecture, box.radius(), q);
            double lower = constants.lower(box, norm);
            bounds.add(new LipschitzBound("exact K_q", q.q(), norm, constants.upper(), lower));
            bounds.add(new LipschitzBound("W r^(L-1) (L D_q + L(L+1)/2)", q.q(), norm, constants.corollary(), lower));
            bounds.add(new LipschitzBound("W L^2 r^(L-1)", q.q(), norm, constants.publishedUpper(), 0));
            bounds.add(new LipschitzBound(
                    "L r^(L-1)", q.q(), norm, Double.POSITIVE_INFINITY, norm.isSup() ? constants.publishedLower() : 0));
        }
        return bounds;
    }

    @Override
    public CoveringNumber covering(Architecture architecture, InputBox box, double epsilon) {
        CoveringBounds bounds = new CoveringBounds(architecture, box, Exponent.INFINITY);
        return new CoveringNumber(epsilon, bounds.upper(epsilon), bounds.lower(epsilon));
    }

    @Override
    public BitsPerWeight bitsPerWeight(Architecture architecture, InputBox box, double epsilon, RoundingScheme scheme) {
        UniformQuantization quantization = new UniformQuantization(architecture, box.radius(), Exponent.INFINITY);
        return new BitsPerWeight(
                epsilon,
                scheme,
                quantization.sufficientBits(epsilon, scheme),
                quantization.necessaryBits(epsilon, scheme));
    }

    @Override
    public Architecture architectureOf(Model model) {
        ReluNetwork network = network(model);
        double radius = 0;
        for (Exponent q : Exponent.values()) {
            radius = Math.max(radius, architecture(network, q).radius());
        }
        return Architecture.of(radius, network.architecture());
    }

    @Override
    public Model balanced(Model model) {
        ReluNetwork network = network(model);
        ReluNetwork balanced = Balancing.of(network);
        return balanced == network
                ? model
                : model.with(NetworkModel.of(balanced, names(model)).blocks());
    }

    private static List<String> names(Model model) {
        return model.blocks().stream().map(block -> block.name()).toList();
    }

    @Override
    public double evaluationError(Model model, InputBox box) {
        return FloatEvaluation.bound(network(model), box.radius());
    }

    private static Architecture architecture(ReluNetwork network, Exponent q) {
        double radius = Double.MIN_NORMAL;
        for (AffineMap map : network.maps()) {
            double[] biases = new double[map.rows()];
            for (int i = 0; i < biases.length; i++) {
                biases[i] = map.bias(i);
            }
            radius = Math.max(radius, Math.max(MatrixNorms.of(map).norm(q), MatrixNorms.ofVector(biases, q)));
        }
        return Architecture.of(Math.min(Double.MAX_VALUE, radius), network.architecture());
    }

    private static double largestChange(ReluNetwork network, ReluNetwork other) {
        Deviation deviation = new Deviation.Given(network, other);
        double largest = 0;
        for (int l = 0; l < network.depth(); l++) {
            AffineMap map = network.maps().get(l);
            double[] weights = new double[map.columns()];
            double[] magnitudes = new double[map.columns()];
            double[] changes = new double[map.columns()];
            for (int i = 0; i < map.rows(); i++) {
                map.copyRow(i, weights);
                deviation.row(l, i, weights, magnitudes, changes);
                largest = Math.max(largest, deviation.biasChange(l, i));
                for (double change : changes) {
                    largest = Math.max(largest, change);
                }
            }
        }
        return largest;
    }

    /** The \(\ell^p\) norm of the bounds on the components. */
    private static double size(double[] bounds, LpNorm norm) {
        double largest = 0;
        for (double bound : bounds) {
            largest = Math.max(largest, bound);
        }
        if (norm.isSup() || largest == 0 || largest == Double.POSITIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double bound : bounds) {
            sum += Math.pow(bound / largest, norm.p());
        }
        return PerturbationBound.outward(largest * Math.pow(sum, 1 / norm.p()), bounds.length + 16);
    }

    private static ReluNetwork network(Model model) {
        if (model instanceof NetworkModel network) {
            return network.network();
        }
        throw new IllegalArgumentException("this analysis is for ReLU networks, was given " + model);
    }
}
