package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.LpNorm;

/**
 * \(\log_2|S_M|\), \(k_M\), \(\log_2 r_M\) and \(\log_2\mathrm{Lip}_M\) on the cube grow no faster than the claim from
 * which the verdict is computed.
 *
 * <p>From \(M\) to \(M^2\) a factor \(\log M\) too much doubles the quotient of measured and claimed growth, a factor
 * \(M^{0.1}\) at \(M = 2^{10}\) as well. The quotient may grow by one half, and constants of a few bits are no growth.
 * The powers of \(M\) fitted over \(M = 2^3..2^{12}\) are reported beside the claim.
 */
record GrowthIsNotFasterThanClaimed() implements Law {
    private static final int FIRST = 3;
    private static final int FITTED = 10;
    private static final int EARLY = 10;
    private static final int LATE = 20;
    private static final double FASTER = 1.5;
    private static final double CONSTANT = 4;

    /** A quantity measured at M = 2^3, 2^4, ..., 2^20. */
    private record Quantity(String name, Growth claimed, List<Double> measured) {
        void check(String where) {
            for (int i = 0; i < measured.size(); i++) {
                double value = measured.get(i);
                boolean allowed = claimed.equals(Growth.INFINITE)
                        || (claimed.equals(Growth.ZERO) ? value <= 0 : value < Double.POSITIVE_INFINITY);
                LawBroken.unless(
                        allowed,
                        "%s: %s is %s at M = 2^%d, claimed is the growth %s",
                        where,
                        name,
                        value,
                        FIRST + i,
                        claimed);
            }
            if (claimed.equals(Growth.INFINITE) || claimed.equals(Growth.ZERO)) {
                return;
            }
            double early = quotient(EARLY);
            double late = quotient(LATE);
            LawBroken.unless(
                    late <= FASTER * early,
                    "%s: %s is %s at M = 2^%d and %s at M = 2^%d, which grows faster than the claimed %s",
                    where,
                    name,
                    measured.get(EARLY - FIRST),
                    EARLY,
                    measured.get(LATE - FIRST),
                    LATE,
                    claimed);
        }

        /** The slope of \(\log_2\) of the quantity against \(\log_2 M\), by least squares over M = 2^3..2^12. */
        String fitted() {
            double mean = 0;
            for (int j = 0; j < FITTED; j++) {
                mean += logarithm(j) / FITTED;
            }
            double covariance = 0;
            double variance = 0;
            for (int j = 0; j < FITTED; j++) {
                double x = j - (FITTED - 1) / 2.0;
                covariance += x * (logarithm(j) - mean);
                variance += x * x;
            }
            return name + " M^" + Measured.shown(covariance / variance) + " (claimed " + claimed + ")";
        }

        private double logarithm(int j) {
            return log2(Math.max(0, measured.get(j)) + 1);
        }

        private double quotient(int log2) {
            double value = Math.max(0, measured.get(log2 - FIRST)) + CONSTANT;
            return value / (Math.pow(2, claimed.power() * log2) * Math.pow(log2, claimed.logPower()));
        }
    }

    @Override
    public String check(Subject subject) {
        ParametrizedFamily family = subject.parametrized();
        int claims = 0;
        List<String> fits = new ArrayList<>();
        for (int d : subject.dimensions()) {
            Cube cube = new Cube(d);
            if (!family.supports(cube)) {
                continue;
            }
            List<Parametrization> parametrizations = new ArrayList<>();
            for (int log2 = FIRST; log2 <= LATE; log2++) {
                parametrizations.add(family.parametrization(cube, 1 << log2));
            }
            for (LpNorm norm : Subject.NORMS) {
                List<Quantity> quantities = quantities(family.encodability(cube, norm), parametrizations, norm);
                quantities.forEach(q -> q.check("dimension " + cube.dimension() + ", " + norm));
                if (norm.equals(LpNorm.L2)) {
                    fits.add(quantities.stream().map(Quantity::fitted).collect(Collectors.joining(", ")));
                }
                double claimed = family.encodability(cube, norm).hoelder();
                for (Parametrization p : parametrizations) {
                    LawBroken.unless(
                            p.size() == 0 || p.hoelder(norm) >= claimed,
                            "dimension %s, %s: the Hölder exponent is %s, claimed is %s",
                            cube.dimension(),
                            norm,
                            p.hoelder(norm),
                            claimed);
                }
                claims++;
            }
        }
        if (claims == 0) {
            throw new NotApplicable("the family lives on grids alone, where nothing grows");
        }
        return claims + " claims hold from M = 2^" + EARLY + " to 2^" + LATE + "; fitted in l2: "
                + String.join("; ", fits);
    }

    private static List<Quantity> quantities(EncodabilityClaim claim, List<Parametrization> all, LpNorm norm) {
        return List.of(
                new Quantity(
                        "log2 of the number of structures",
                        claim.log2Structures(),
                        all.stream().map(Parametrization::log2Structures).toList()),
                new Quantity(
                        "the number of parameters",
                        claim.parameters(),
                        all.stream().map(p -> (double) p.size()).toList()),
                new Quantity(
                        "log2 of the radius",
                        claim.log2Radius(),
                        all.stream().map(p -> log2(p.radius())).toList()),
                new Quantity(
                        "log2 of the Lipschitz constant",
                        claim.log2Lipschitz(),
                        all.stream().map(p -> log2(p.lipschitz(norm))).toList()));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
