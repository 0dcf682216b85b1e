package org.epsilonet.api.composite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Grid;

/** All that the cells of one grid may be; cells of one shape share their offers. Thread-safe. */
final class Menu {
    /** No ladder has more rungs: two an octave, and its end. */
    static final int MOST_RUNGS = 64;

    private final List<ParametrizedFamily> members;
    private final Dissection dissection;
    private final Map<Grid, List<List<Offer>>> known = new ConcurrentHashMap<>();

    Menu(List<ParametrizedFamily> members, Grid grid) {
        this.members = members;
        this.dissection = new Dissection(grid);
    }

    List<ParametrizedFamily> members() {
        return members;
    }

    Dissection dissection() {
        return dissection;
    }

    /** The offers for a cell, a list for each member with growing budgets; empty where the member lives elsewhere. */
    List<List<Offer>> offers(Cell cell) {
        return offers(cell.grid());
    }

    /** Those for the cells of a shape. */
    List<List<Offer>> offers(Grid shape) {
        return known.computeIfAbsent(shape, this::counted);
    }

    private List<List<Offer>> counted(Grid grid) {
        List<List<Offer>> all = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            all.add(members.get(i).supports(grid) ? ladder(i, grid) : List.of());
        }
        return List.copyOf(all);
    }

    private List<Offer> ladder(int member, Grid grid) {
        ParametrizedFamily family = members.get(member);
        int most = Math.min(family.largestBudget(grid), grid.points());
        List<Offer> ladder = new ArrayList<>();
        for (long budget = 1; ladder.size() < MOST_RUNGS; budget = next(budget)) {
            int m = (int) Math.min(budget, most);
            Parametrization elements = family.parametrization(grid, m);
            ladder.add(new Offer(member, ladder.size(), m, Offer.cost(m, elements), elements));
            if (m == most) {
                break;
            }
        }
        return List.copyOf(ladder);
    }

    /** The shapes of all cells, that of the whole first. */
    Set<Grid> shapes() {
        Set<Grid> shapes = new LinkedHashSet<>();
        Deque<Cell> cells = new ArrayDeque<>(List.of(dissection.root()));
        while (!cells.isEmpty()) {
            Cell cell = cells.remove();
            shapes.add(cell.grid());
            cells.addAll(dissection.children(cell));
        }
        return shapes;
    }

    /** From a power of two to one and a half times it, and from there to the next: 1, 2, 3, 4, 6, 8, 12. */
    private static long next(long budget) {
        long octave = Long.highestOneBit(budget);
        return budget == octave ? budget + Math.max(1, octave / 2) : 2 * octave;
    }

    /** The cost of the cheapest element on the whole domain, with which the smallest budgets must do. */
    int leastCost() {
        return offers(dissection.root()).stream()
                .flatMap(List::stream)
                .mapToInt(Offer::cost)
                .min()
                .orElseThrow(() -> new IllegalArgumentException("no member lives on " + dissection.grid()));
    }
}
