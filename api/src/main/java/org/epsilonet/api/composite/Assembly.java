package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/** Puts the best approximations of one target together. Thread-safe. */
final class Assembly {
    /** Powers of errors beyond it may vanish: then cells are chosen as in the supremum norm. */
    private static final double LARGEST_POWER = 20;

    private final Menu menu;
    private final Samples target;
    private final LpNorm norm;
    private final List<Candidate> candidates;
    private final Map<Part, IntFunction<Approximation>> parts = new ConcurrentHashMap<>();

    /** A member on a cell; cells are the same if they are one object. */
    private record Part(Cell cell, int member) {}

    Assembly(Menu menu, Samples target, LpNorm norm) {
        this.menu = menu;
        this.target = target;
        this.norm = norm;
        LpNorm decisive = norm.p() > LARGEST_POWER ? LpNorm.SUP : norm;
        this.candidates = new Selection(new Trials(menu, target, decisive), decisive).best();
    }

    /** The best that costs at most so much. */
    Approximation within(int cost) {
        Choice choice = unchosen();
        for (Candidate candidate : candidates) {
            if (candidate.cost() <= cost) {
                choice = candidate.choice();
            }
        }
        return assembled(choice.leaves());
    }

    /** Where no member reaches the target, the first of the cheapest answers for it. */
    private Choice unchosen() {
        Cell root = menu.dissection().root();
        Offer cheapest = menu.offers(root).stream()
                .flatMap(List::stream)
                .filter(offer -> offer.cost() == menu.leastCost())
                .findFirst()
                .orElseThrow();
        return new Choice.Whole(root, cheapest);
    }

    private Approximation assembled(List<Choice.Whole> leaves) {
        List<Piece> pieces = new ArrayList<>();
        DoubleStream parameters = DoubleStream.empty();
        boolean reached = true;
        for (Choice.Whole leaf : leaves) {
            Approximation a = approximations(leaf).apply(leaf.offer().budget());
            reached &= a.outcome() == Outcome.REACHED;
            pieces.add(Piece.of(leaf.cell(), leaf.offer(), a.approximant().structure()));
            parameters = DoubleStream.concat(
                    parameters, Arrays.stream(a.approximant().parameters()));
        }
        Approximant together = new CompositeStructure(menu, pieces).realize(parameters.toArray());
        return Approximation.unmeasured(target, together, norm, reached ? Outcome.REACHED : Outcome.NOT_REACHED);
    }

    private IntFunction<Approximation> approximations(Choice.Whole leaf) {
        int member = leaf.offer().member();
        return parts.computeIfAbsent(
                new Part(leaf.cell(), member),
                part -> menu.members().get(member).approximations(leaf.cell().of(target), norm));
    }
}
