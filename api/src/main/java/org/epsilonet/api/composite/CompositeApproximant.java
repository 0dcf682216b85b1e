package org.epsilonet.api.composite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;

/** On each cell an element of a member, put together. */
final class CompositeApproximant implements Approximant {
    private final CompositeStructure structure;
    private final double[] parameters;
    private final List<Approximant> elements;

    CompositeApproximant(CompositeStructure structure, double[] parameters, List<Approximant> elements) {
        this.structure = structure;
        this.parameters = parameters;
        this.elements = List.copyOf(elements);
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public int dimension() {
        return dissection().dimension();
    }

    private Dissection dissection() {
        return structure.dissection();
    }

    private Cell cell(int c) {
        return structure.pieces().get(c).cell();
    }

    @Override
    public double at(double... x) {
        int c = 0;
        while (c < elements.size() - 1 && !dissection().holds(cell(c), x)) {
            c++;
        }
        return elements.get(c).at(dissection().local(cell(c), x));
    }

    /** Cell by cell: at once where the centres in a cell are those of a grid of its own. */
    @Override
    public double[] on(Grid grid) {
        double[] values = new double[grid.points()];
        for (int c = 0; c < elements.size(); c++) {
            GridWindow window = GridWindow.of(grid, dissection(), cell(c));
            if (!window.isEmpty()) {
                window.fill(values, elements.get(c));
            }
        }
        return values;
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        double[] values = new double[increasing.length];
        int begin = 0;
        for (int c = 0; c < elements.size(); c++) {
            Cell here = cell(c);
            int end = begin;
            while (end < values.length && dissection().isBeforeEnd(here, 0, increasing[end])) {
                end++;
            }
            double[] local = Arrays.stream(increasing, begin, end)
                    .map(x -> dissection().local(here, 0, x))
                    .toArray();
            if (local.length > 0) {
                System.arraycopy(elements.get(c).atIncreasing(local), 0, values, begin, local.length);
            }
            begin = end;
        }
        return values;
    }

    /** Those of the elements, and the ends of the cells. */
    @Override
    public double[] breakpoints() {
        if (dimension() > 1) {
            return new double[0];
        }
        DoubleStream all = DoubleStream.empty();
        for (int c = 0; c < elements.size(); c++) {
            Cell here = cell(c);
            all = DoubleStream.concat(
                    all,
                    DoubleStream.concat(
                            DoubleStream.of(dissection().begin(here, 0)),
                            Arrays.stream(elements.get(c).breakpoints())
                                    .map(t -> dissection().global(here, 0, t))));
        }
        return all.filter(x -> x > 0 && x < 1).sorted().distinct().toArray();
    }

    @Override
    public boolean mayJump() {
        return elements.size() > 1 || elements.get(0).mayJump();
    }

    @Override
    public String toString() {
        return structure.toString();
    }
}
