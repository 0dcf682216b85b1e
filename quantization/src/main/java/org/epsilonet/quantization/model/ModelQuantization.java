package org.epsilonet.quantization.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Certificate;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.LipschitzAnalysis;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.RoundingScheme;

/**
 * Finds the coarsest certified quantization of a model, whatever its kind.
 *
 * @param analysis bounds the difference of models of this kind
 * @param box the inputs for which the certificates hold
 * @param norm how the error is measured
 * @param progress is run before each certificate, of which a search takes some ten
 * @see "docs/theory.md, B13"
 */
public record ModelQuantization(LipschitzAnalysis analysis, InputBox box, LpNorm norm, Runnable progress) {
    /** How many octaves the step is followed upwards for a scheme that another one may beat. */
    private static final int MOST_OCTAVES_AHEAD = 2;

    /** Without a word of progress. */
    public ModelQuantization(LipschitzAnalysis analysis, InputBox box, LpNorm norm) {
        this(analysis, box, norm, () -> {});
    }

    /**
     * Rounds with given steps and certifies the result by the actual difference, which is sharper than a bound for all
     * differences of that size.
     *
     * @param model the model
     * @param exponents \(e\) of the step \(2^e\) of each block
     * @param scheme how weights are rounded
     * @throws IllegalArgumentException as {@link QuantizedModel#of}
     */
    public CertifiedQuantization certified(Model model, int[] exponents, RoundingScheme scheme) {
        progress.run();
        QuantizedModel quantized = QuantizedModel.of(model, exponents, scheme);
        return new CertifiedQuantization(quantized, analysis.difference(model, quantized.model(), box, norm));
    }

    /**
     * One step for all blocks: the largest power of two whose certificate is within the error.
     *
     * @param model the model
     * @param error the error allowed, absolute, {@code > 0}
     * @param scheme how weights are rounded; if absent, the scheme with the largest step, of several the one with the best
     *     certificate
     * @return that quantization; the finest one with integers below \(2^{24}\) if none {@linkplain
     *     CertifiedQuantization#reaches reaches} the error
     * @throws IllegalArgumentException if the error is not positive, or a parameter is too large for float32
     */
    public CertifiedQuantization uniform(Model model, double error, Optional<RoundingScheme> scheme) {
        requirePositive(error);
        if (scheme.isPresent()) {
            return new UniformSearch(this, model, scheme.get()).largest(error);
        }
        CertifiedQuantization best = new UniformSearch(this, model, RoundingScheme.NEAREST).largest(error);
        for (RoundingScheme other : List.of(RoundingScheme.TOWARDS_ZERO, RoundingScheme.FLOOR)) {
            best = better(best, new UniformSearch(this, model, other), error);
        }
        return best;
    }

    /** Only steps that could win are certified: the one of the best so far, and those above it while they reach. */
    private static CertifiedQuantization better(CertifiedQuantization best, UniformSearch search, double error) {
        CertifiedQuantization winner = best;
        int e = best.quantized().exponents()[0];
        for (int k = 0; k <= MOST_OCTAVES_AHEAD && e + k <= search.largest; k++) {
            CertifiedQuantization candidate = search.at(e + k);
            boolean coarser = k > 0 && candidate.reaches(error);
            boolean tighter = k == 0 && candidate.best().bound() < winner.best().bound();
            if (coarser || tighter) {
                winner = candidate;
            } else if (k > 0) {
                break;
            }
        }
        return winner;
    }

    /**
     * What is known of a quantization before any weight is looked at: the a-priori bound for all models whose parameters
     * differ by no more than rounding may move them.
     *
     * @param model the model as it came: {@linkplain LipschitzAnalysis#balanced balancing} may enlarge its norms
     * @param chosen a quantization of it, or of an equal one
     */
    public double apriori(Model model, CertifiedQuantization chosen) {
        return analysis.perturbation(model, chosen.quantized().reach(), box, norm)
                .get(0)
                .bound();
    }

    /**
     * What each method alone makes of a uniform quantization and of an error.
     *
     * @param model the model that was rounded
     * @param chosen a quantization of it
     * @param error the error allowed, {@code > 0}
     * @param measured the measured error of {@code chosen}
     * @return one row per method of {@link LipschitzAnalysis#perturbation} (the first is a priori) and of
     *     {@link LipschitzAnalysis#difference}
     */
    public List<MethodBound> methods(Model model, CertifiedQuantization chosen, double error, double measured) {
        requirePositive(error);
        RoundingScheme scheme = chosen.quantized().scheme();
        double delta = chosen.quantized().reach();
        List<Certificate> local = analysis.perturbation(model, delta, box, norm);
        Set<String> names = new LinkedHashSet<>();
        local.forEach(c -> names.add(c.method()));
        chosen.certificates().forEach(c -> names.add(c.method()));
        UniformSearch search = new UniformSearch(this, model, scheme);
        search.startFrom(chosen);
        List<MethodBound> rows = new ArrayList<>();
        for (String name : names) {
            OptionalDouble perturbation = bound(local, name);
            OptionalInt exponent = exponent(model, search, name, chosen.by(name).isPresent(), error);
            rows.add(new MethodBound(
                    name,
                    perturbation.isPresent()
                            ? OptionalDouble.of(Math.nextUp(perturbation.getAsDouble() / delta))
                            : OptionalDouble.empty(),
                    chosen.by(name).orElseGet(perturbation::getAsDouble),
                    exponent,
                    exponent.isPresent()
                            ? OptionalDouble.of(
                                    search.rounded(exponent.getAsInt()).bitsPerWeight())
                            : OptionalDouble.empty(),
                    measured));
        }
        return List.copyOf(rows);
    }

    private OptionalInt exponent(Model model, UniformSearch search, String method, boolean ofDifference, double error) {
        int e = ofDifference
                ? search.exponent(error, c -> c.by(method).orElse(Double.POSITIVE_INFINITY))
                : UniformSearch.largest(
                        search.least,
                        search.start(),
                        search.largest,
                        error,
                        k -> perturbation(model, search, k, method));
        double bound = ofDifference
                ? search.at(e).by(method).orElse(Double.POSITIVE_INFINITY)
                : perturbation(model, search, e, method);
        return bound <= error ? OptionalInt.of(e) : OptionalInt.empty();
    }

    private double perturbation(Model model, UniformSearch search, int e, String method) {
        double delta = search.scheme().reach() * Math.scalb(1.0, e);
        return bound(analysis.perturbation(model, delta, box, norm), method).orElse(Double.POSITIVE_INFINITY);
    }

    private static OptionalDouble bound(List<Certificate> certificates, String method) {
        return certificates.stream()
                .filter(c -> c.method().equals(method))
                .mapToDouble(Certificate::bound)
                .min();
    }

    /**
     * Compares the certificate with what a sample shows.
     *
     * @param model the model that was asked for
     * @param quantized a certified quantization of it, or of an equal one
     * @param sample points of the box
     * @return the measured error, a lower estimate of the true one; never a certificate
     * @throws IllegalStateException if the sample contradicts the certificate: the analysis is wrong
     */
    public SampledDifference verified(Model model, CertifiedQuantization quantized, BoxSample sample) {
        Model other = quantized.quantized().model();
        SampledDifference measured = SampledDifference.between(model, other, sample, norm);
        // Rounding errors grow with the unit roundoff; that of double is 2^-29 of that of float32. Twice that, for
        // slack.
        double rounding = 0x1p-28 * (analysis.evaluationError(model, box) + analysis.evaluationError(other, box));
        if (measured.least() > quantized.best().bound() + rounding) {
            throw new IllegalStateException("the Lipschitz analysis "
                    + analysis.getClass().getName() + " certifies the error "
                    + quantized.best().bound() + " by " + quantized.best().method() + ", but " + measured.points()
                    + " points show " + measured.value() + ": it is wrong for this model");
        }
        return measured;
    }

    static int[] filled(int length, int value) {
        int[] array = new int[length];
        Arrays.fill(array, value);
        return array;
    }

    static void requirePositive(double error) {
        if (!(error > 0) || error == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the error must be > 0 and finite, was " + error);
        }
    }
}
