package org.epsilonet.api.composite;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.epsilonet.api.family.ParameterSet;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * All trees, and the largest numbers of the members on any cell: cells are disjoint and their shares add up to 1, so where no
 * cell moves by more than \(\varepsilon\) in its own norm, the whole does not.
 *
 * @param menu what cells may be
 * @param cost what all of them together may cost
 */
record CompositeParametrization(Menu menu, int cost) implements Parametrization {
    @Override
    public double log2Structures() {
        return new StructureCount(menu).log2Within(cost);
    }

    @Override
    public int size() {
        return cost;
    }

    /** The offers for cells of every shape. */
    private Stream<Parametrization> affordable() {
        return menu.shapes().stream()
                .flatMap(shape -> menu.offers(shape).stream())
                .flatMap(List::stream)
                .filter(offer -> offer.cost() <= cost)
                .map(Offer::elements);
    }

    private double largest(ToDoubleFunction<Parametrization> number) {
        return affordable().mapToDouble(number).max().orElseThrow();
    }

    @Override
    public double radius() {
        return largest(Parametrization::radius);
    }

    @Override
    public double lipschitz(LpNorm norm) {
        double beta = hoelder(norm);
        double largest = largest(p -> p.size() == 0 ? 0 : lipschitz(p, norm, beta));
        // Shares are rounded, and so are sums of them.
        return norm.isSup() ? largest : PerturbationBound.outward(largest, 64);
    }

    /** For a smaller exponent: \(t^{\beta'} \le t^\beta(2r)^{\beta'-\beta}\) for \(t \le 2r\). */
    private static double lipschitz(Parametrization p, LpNorm norm, double beta) {
        double excess = p.hoelder(norm) - beta;
        return excess == 0
                ? p.lipschitz(norm)
                : PerturbationBound.outward(p.lipschitz(norm) * StrictMath.pow(2 * p.radius(), excess), 4);
    }

    @Override
    public double hoelder(LpNorm norm) {
        return affordable()
                .mapToDouble(p -> p.size() == 0 ? 1 : p.hoelder(norm))
                .min()
                .orElse(1);
    }

    /** A product of members' sets, each in a cube of its own. */
    @Override
    public ParameterSet parameterSet() {
        return ParameterSet.SOLID;
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return new CompositeCode.Reader(menu, source, cost).read();
    }
}
