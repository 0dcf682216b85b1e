package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * Step functions \(a + \sum_{i=1}^n h_i\,1\{x \ge \tau_i\}\) on the interval, with \(n\) jumps at real places. Parameters:
 * \(a, \tau_1, \dots, \tau_n, h_1, \dots, h_n\).
 *
 * <p>Between \(1\{x\ge\tau\}\) and \(1\{x\ge\tau'\}\) lies a set of measure at most \(|\tau-\tau'|\). So errors of places
 * enter with exponent \(1/p\),
 * \[ \|R(\theta)-R(\theta')\|_p \le |\delta_a| + \sum_i \bigl(|\delta_{h_i}| + |h_i|\,|\delta_{\tau_i}|^{1/p}\bigr), \]
 * and in the supremum norm an error of a place, however small, costs the whole jump.
 *
 * @param jumps \(n\)
 * @param most the largest \(n\) there may be
 */
public record Jumps(int jumps, int most) implements Structure {
    @Override
    public int size() {
        return 2 * jumps + 1;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != size()) {
            throw new IllegalArgumentException("there are " + size() + " parameters, given were " + parameters.length);
        }
        return new StepFunction(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] heights = Arrays.copyOfRange(parameters, jumps + 1, parameters.length);
        return deltas -> {
            double sum = deltas[0];
            for (int i = 0; i < jumps; i++) {
                double place = Math.min(1, deltas[1 + i]);
                double moved = place == 0 ? 0 : norm.isSup() ? 1 : norm.root(place);
                sum += deltas[1 + jumps + i] + Math.abs(heights[i]) * moved;
            }
            return PerturbationBound.outward(sum, 3 * jumps + 64);
        };
    }

    @Override
    public void write(SymbolSink sink) {
        sink.uniform(jumps, most + 1L);
    }

    /** The mean, the places, the heights. */
    @Override
    public int context(int i) {
        return i == 0 ? 0 : i <= jumps ? 1 : 2;
    }
}
