package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * All offers for all cells, tried on the samples there. Errors are relative to the size of the data, a power of two, so that
 * moderate powers of them neither overflow nor vanish.
 */
final class Trials {
    /** No error that is worth a candidate is larger: the zero function is nearly always an element. */
    static final double LARGEST = 4;

    /** Errors below are rounding. */
    private static final double ROUNDING = 0x1p-46;

    private final Menu menu;
    private final Samples samples;
    private final LpNorm norm;
    private final int exponent;

    Trials(Menu menu, Samples samples, LpNorm norm) {
        this.menu = menu;
        this.samples = samples;
        this.norm = norm;
        double largest = LpNorm.SUP.of(samples.values());
        this.exponent = largest == 0 ? 0 : Math.getExponent(largest);
    }

    Dissection dissection() {
        return menu.dissection();
    }

    /** What every offer for a cell costs and gains. */
    List<Candidate> of(Cell cell) {
        Samples own = cell.of(samples);
        double share = menu.dissection().share(cell);
        List<Candidate> candidates = new ArrayList<>();
        for (List<Offer> ladder : menu.offers(cell)) {
            if (!ladder.isEmpty() && menu.members().get(ladder.get(0).member()).supports(own.grid())) {
                climb(cell, ladder, own, share, candidates);
            }
        }
        return candidates;
    }

    /** One member, up to the first budget that leaves no error. */
    private void climb(Cell cell, List<Offer> ladder, Samples own, double share, List<Candidate> candidates) {
        IntFunction<Approximation> approximations =
                menu.members().get(ladder.get(0).member()).approximations(own, norm);
        Grid grid = own.grid();
        for (Offer offer : ladder) {
            if (offer.budget() > grid.points() || offer.cost() > 2L * samples.size()) {
                return;
            }
            Approximation a = approximations.apply(offer.budget());
            double error = Math.scalb(a.foretoldDistance(), -exponent);
            if (a.outcome() == Approximation.Outcome.REACHED && error <= LARGEST) {
                boolean exact = error <= ROUNDING;
                double counted = exact ? 0 : norm.isSup() ? error : share * norm.power(error);
                candidates.add(new Candidate(offer.cost(), counted, new Choice.Whole(cell, offer)));
                if (exact) {
                    return;
                }
            }
        }
    }
}
