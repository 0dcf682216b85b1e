package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** Cells from left to right, each with a structure of a member; the parameters of one cell after those of the other. */
final class CompositeStructure implements Structure {
    private static final int MOST_CONTEXTS = 64;

    private final Menu menu;
    private final List<Piece> pieces;
    private final int[] offsets;
    private final byte[] contexts;
    /** By how much coarser parameters of a piece may be in the mean than those of the whole domain. */
    private final double[] coarser;

    CompositeStructure(Menu menu, List<Piece> pieces) {
        this.menu = menu;
        this.pieces = List.copyOf(pieces);
        this.offsets = new int[pieces.size() + 1];
        this.coarser = new double[pieces.size()];
        for (int c = 0; c < pieces.size(); c++) {
            offsets[c + 1] = offsets[c] + pieces.get(c).size();
            coarser[c] = 1 / Math.sqrt(dissection().share(pieces.get(c).cell()));
        }
        this.contexts = contexts();
    }

    /** Contexts of members in the order of their first appearance; what does not fit shares the last. */
    private byte[] contexts() {
        byte[] numbers = new byte[size()];
        Map<Integer, Byte> known = new HashMap<>();
        for (int c = 0; c < pieces.size(); c++) {
            Piece piece = pieces.get(c);
            for (int i = 0; i < piece.size(); i++) {
                int own = piece.offer().member() * MOST_CONTEXTS
                        + piece.structure().context(piece.kept()[i]);
                Byte number = known.get(own);
                if (number == null) {
                    number = (byte) Math.min(known.size(), MOST_CONTEXTS - 1);
                    known.put(own, number);
                }
                numbers[offsets[c] + i] = number;
            }
        }
        return numbers;
    }

    Dissection dissection() {
        return menu.dissection();
    }

    List<Piece> pieces() {
        return pieces;
    }

    @Override
    public int size() {
        return offsets[pieces.size()];
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != size()) {
            throw new IllegalArgumentException(
                    "there are " + size() + " parameters in all cells, given were " + parameters.length);
        }
        List<Approximant> elements = new ArrayList<>();
        for (int c = 0; c < pieces.size(); c++) {
            elements.add(pieces.get(c).structure().realize(pieces.get(c).full(parameters, offsets[c])));
        }
        return new CompositeApproximant(this, parameters.clone(), elements);
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        PerturbationBound[] bounds = new PerturbationBound[pieces.size()];
        for (int c = 0; c < bounds.length; c++) {
            bounds[c] = pieces.get(c).structure().perturbation(pieces.get(c).full(parameters, offsets[c]), norm);
        }
        return deltas -> {
            double[] each = new double[bounds.length];
            for (int c = 0; c < bounds.length; c++) {
                each[c] = bounds[c].of(pieces.get(c).full(deltas, offsets[c]));
            }
            return together(each, norm);
        };
    }

    /** The largest, or the mean of powers with the shares of the cells. */
    private double together(double[] each, LpNorm norm) {
        double largest = 0;
        for (double bound : each) {
            largest = Math.max(largest, bound);
        }
        if (norm.isSup() || largest == 0 || largest == Double.POSITIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (int c = 0; c < each.length; c++) {
            sum += dissection().share(pieces.get(c).cell()) * norm.power(each[c] / largest);
        }
        // Roundings of the sum, of shares, of two powers: pow errs by a unit, and the exponent 1/p by another.
        return PerturbationBound.outward(largest * norm.root(sum), each.length + 64);
    }

    @Override
    public void write(SymbolSink sink) {
        new CompositeCode.Writer(menu, sink).write(this);
    }

    @Override
    public int context(int i) {
        return contexts[i];
    }

    /** In the mean a cell counts by its share of the measure: where errors add as squares, steps grow by its root. */
    @Override
    public double scale(int i, LpNorm norm) {
        int c = pieceOf(i);
        Piece piece = pieces.get(c);
        double own = piece.structure().scale(piece.kept()[i - offsets[c]], norm);
        return norm.isSup() ? own : own * coarser[c];
    }

    private int pieceOf(int i) {
        int low = 0;
        int high = pieces.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (offsets[middle] <= i) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Structure without(boolean[] zero) {
        List<Piece> fewer = new ArrayList<>();
        boolean same = true;
        for (int c = 0; c < pieces.size(); c++) {
            Optional<Piece> piece = pieces.get(c).without(zero, offsets[c]);
            if (piece.isEmpty()) {
                return this;
            }
            same &= piece.get() == pieces.get(c);
            fewer.add(piece.get());
        }
        return same ? this : new CompositeStructure(menu, fewer);
    }

    @Override
    public String toString() {
        return pieces.size() + " cells with " + size() + " parameters";
    }
}
