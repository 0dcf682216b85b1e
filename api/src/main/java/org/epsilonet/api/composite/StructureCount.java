package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.epsilonet.api.family.BinaryLogarithm;
import org.epsilonet.api.function.Grid;

/** Counts composite structures, by their cost; in logarithms, rounded up. */
final class StructureCount {
    /** Up to this cost structures are counted one by one; beyond, a bound does. */
    private static final int COUNTED = 24;

    private final Menu menu;

    /** What shape a cell has and how often it may be cut decide what it can be. */
    private record Shape(Grid grid, int level) {}

    private final Map<Shape, double[]> known = new HashMap<>();

    StructureCount(Menu menu) {
        this.menu = menu;
    }

    /** \(\log_2\) of the number of structures of at most a cost. */
    double log2Within(int cost) {
        if (cost > COUNTED) {
            return bound(cost);
        }
        double[] some = Arrays.stream(byCost(menu.dissection().root()), 0, cost + 1)
                .filter(Double::isFinite)
                .toArray();
        return some.length == 0 ? 0 : BinaryLogarithm.ofSum(some);
    }

    /**
     * A tree of \(L\) leaves has less than \(2L\) nodes; each leaf has a member and a rung, and \(\log_2|S_m| + k_m\) is at
     * most {@link Offer#BITS_OF_A_PARAMETER} times what it costs, by which \(L \le (M + 1)/2\), too.
     */
    private double bound(int cost) {
        int d = menu.dissection().dimension();
        double leaves = Math.min((cost + 1.0) / 2, 1 << d * menu.dissection().deepest());
        double ofLeaf = 2 + 6 + Math.ceil(Math.log(menu.members().size()) / Math.log(2));
        return leaves * ofLeaf + Offer.BITS_OF_A_PARAMETER * cost;
    }

    /** \(\log_2\) of the number of ways to fill a cell at each cost. */
    private double[] byCost(Cell cell) {
        Shape shape = new Shape(cell.grid(), cell.level());
        double[] counted = known.get(shape);
        if (counted == null) {
            counted = counted(cell);
            known.put(shape, counted);
        }
        return counted;
    }

    private double[] counted(Cell cell) {
        List<List<Double>> terms = new ArrayList<>();
        for (int c = 0; c <= COUNTED; c++) {
            terms.add(new ArrayList<>());
        }
        menu.offers(cell).stream()
                .flatMap(List::stream)
                .filter(offer -> offer.cost() <= COUNTED)
                .forEach(offer -> terms.get(offer.cost()).add(offer.log2Structures()));
        List<Cell> children = menu.dissection().children(cell);
        if (!children.isEmpty()) {
            double[] product = byCost(children.get(0));
            for (Cell child : children.subList(1, children.size())) {
                product = product(product, byCost(child));
            }
            for (int c = 0; c <= COUNTED; c++) {
                if (product[c] >= 0) {
                    terms.get(c).add(product[c]);
                }
            }
        }
        return sums(terms);
    }

    /** Two cells beside each other: costs add, and one more for the second. */
    private static double[] product(double[] a, double[] b) {
        List<List<Double>> terms = new ArrayList<>();
        for (int c = 0; c <= COUNTED; c++) {
            terms.add(new ArrayList<>());
            for (int i = 0; i < c; i++) {
                if (a[i] >= 0 && b[c - 1 - i] >= 0) {
                    terms.get(c).add(a[i] + b[c - 1 - i]);
                }
            }
        }
        return sums(terms);
    }

    private static double[] sums(List<List<Double>> terms) {
        return terms.stream()
                .mapToDouble(t -> t.isEmpty()
                        ? Double.NEGATIVE_INFINITY
                        : BinaryLogarithm.ofSum(t.stream().mapToDouble(x -> x).toArray()))
                .toArray();
    }
}
