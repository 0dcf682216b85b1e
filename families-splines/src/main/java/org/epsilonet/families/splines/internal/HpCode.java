package org.epsilonet.families.splines.internal;

import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Codes trees with a degree on every leaf: the tree, then the degrees from leaf to leaf, each in the context of the one
 * before. As a leaf of degree \(p\) costs at least \(p+1\) of \(M\) coefficients, there are at most
 * \[ \sum_mC_{m-1}\binom Mm \le \tfrac14\sum_{m\ge1}4^m\binom Mm = \tfrac14(5^M-1) \]
 * of them, with Catalan numbers \(C\) for the trees of \(m\) leaves.
 *
 * @param trees the trees, of at most \(M\) leaves
 * @param degree the largest degree
 * @param coefficients \(M\)
 */
public record HpCode(TreeCode trees, int degree, int coefficients) implements PartitionCode {
    private static final int FIRST_CONTEXT = 64;

    @Override
    public void write(Cells cells, SymbolSink sink) {
        HpCells hp = (HpCells) cells;
        trees.write(hp.cells(), sink);
        int before = 0;
        for (int c = 0; c < hp.count(); c++) {
            sink.adaptive(FIRST_CONTEXT + before, hp.degrees()[c], degree + 1);
            before = hp.degrees()[c];
        }
    }

    @Override
    public Cells read(SymbolSource source) throws CorruptCodeException {
        Cells cells = trees.read(source);
        byte[] degrees = new byte[cells.count()];
        long total = 0;
        int before = 0;
        for (int c = 0; c < degrees.length; c++) {
            before = source.adaptive(FIRST_CONTEXT + before, degree + 1);
            degrees[c] = (byte) before;
            total += cells.basis(c, before).count();
            if (total + degrees.length - 1 - c > coefficients || before > mostUseful(cells, c)) {
                throw new CorruptCodeException("the degrees need more than " + coefficients
                        + " coefficients, or more than there are samples in a cell");
            }
        }
        return new HpCells(cells, degrees);
    }

    private int mostUseful(Cells cells, int c) {
        long[] from = new long[trees.lattice().dimension()];
        long[] to = new long[from.length];
        for (int axis = 0; axis < from.length; axis++) {
            from[axis] = cells.from(c, axis);
            to[axis] = cells.to(c, axis);
        }
        return HpCells.mostUseful(trees.lattice(), from, to, degree);
    }

    @Override
    public double log2Count() {
        double log2 = StrictMath.log(2);
        double count = coefficients * (StrictMath.log(5) / log2)
                - 2
                + StrictMath.log1p(-StrictMath.pow(5, -coefficients)) / log2;
        // Beyond the rounding of a few operations on numbers below 3 a coefficient.
        return coefficients == 1 ? 0 : count + coefficients * 0x1p-48;
    }
}
