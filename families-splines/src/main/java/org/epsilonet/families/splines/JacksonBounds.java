package org.epsilonet.families.splines;

import java.util.Optional;
import org.epsilonet.api.classes.JacksonBound;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;

/**
 * Errors of constants on \(n\) equal cells of [0, 1], with their constants. On a cell of oscillation \(\omega\) the mean is
 * within \(\omega/2\) of \(f\) in \(L^2\), being no worse there than the midrange, and every value between the extremes is
 * within \(\omega\) everywhere. For \(|f(x)-f(y)| \le |x-y|^\alpha\) that is \(\frac12n^{-\alpha}\); for total variation 1 it
 * sums up to \((\frac1n\sum_i(V_i/2)^2)^{1/2} \le \frac12n^{-1/2}\).
 */
final class JacksonBounds {
    private static final String OSCILLATION =
            "means are no worse in L2 than midranges, half of the oscillation off: DeVore, Lorentz, Constructive"
                    + " Approximation 1993, section 12.4";

    private JacksonBounds() {}

    /** The bound for the unit ball; empty where none is known. */
    static Optional<JacksonBound> constants(Smoothness smoothness, LpNorm norm, int cells) {
        double share = norm.p() <= 2 ? 0.5 : 1;
        if (smoothness instanceof Smoothness.Hoelder c && c.dimension() == 1 && c.alpha() <= 1) {
            return Optional.of(new JacksonBound(share * Math.pow(cells, -c.alpha()), OSCILLATION));
        }
        if (smoothness instanceof Smoothness.BoundedVariation c && c.dimension() == 1 && !norm.isSup()) {
            return Optional.of(new JacksonBound(share * Math.pow(cells, -1 / Math.max(2, norm.p())), OSCILLATION));
        }
        return Optional.empty();
    }
}
