package org.epsilonet.families.splines.wedgelet;

import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.families.splines.internal.BisectionTree;
import org.epsilonet.families.splines.internal.Lattice;
import org.epsilonet.families.splines.internal.TreeCode;
import org.jspecify.annotations.Nullable;

/**
 * Codes partitions of at most \(M\) pieces: the tree, then for every leaf, as long as pieces are left, one adaptive bit
 * whether it is cut (its context the leaf's size), and the chord: the two sides that it joins, and where. On the cube
 * the chord is written at the coarsest level that holds both ends, so that a chord that need not be exact is short.
 *
 * @param lattice the lattice
 * @param pieces the largest number of pieces \(M\)
 */
record WedgeCode(Lattice lattice, int pieces) {
    private static final int SIZE_CLASSES = 64;
    private static final int CUT_CONTEXT = 64;
    private static final int LEVEL_CONTEXT = CUT_CONTEXT + SIZE_CLASSES;
    private static final int SIDES_CONTEXT = LEVEL_CONTEXT + SIZE_CLASSES;

    /** The pairs of sides: every side with every later one. */
    private static final int[][] PAIRS = {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};

    private TreeCode trees() {
        return new TreeCode(lattice, pieces);
    }

    void write(WedgePartition partition, SymbolSink sink) {
        trees().write(partition.tree(), sink);
        int left = pieces - partition.leaves();
        for (int leaf = 0; leaf < partition.leaves(); leaf++) {
            Chord chord = partition.chord(leaf);
            if (left > 0 && canBeCut(partition.tree(), leaf)) {
                int size = sizeClass(partition.tree(), leaf);
                sink.adaptive(CUT_CONTEXT + size, chord == null ? 0 : 1, 2);
                if (chord != null) {
                    left--;
                    write(partition.outline(leaf), size, chord, sink);
                }
            }
        }
    }

    private void write(Outline outline, int size, Chord chord, SymbolSink sink) {
        if (lattice.discrete()) {
            write(outline, chord, sink);
            return;
        }
        int spare = Math.min(WedgePartition.LEVEL, chord.spareLevels());
        sink.adaptive(LEVEL_CONTEXT + size, spare, WedgePartition.LEVEL + 1);
        write(new Outline(outline.rows() >> spare, outline.columns() >> spare), chord.coarsened(spare), sink);
    }

    private static void write(Outline outline, Chord chord, SymbolSink sink) {
        int first = outline.side(chord.from());
        int second = outline.side(chord.to());
        for (int pair = 0; pair < PAIRS.length; pair++) {
            if (PAIRS[pair][0] == first && PAIRS[pair][1] == second) {
                sink.adaptive(SIDES_CONTEXT, pair, PAIRS.length);
            }
        }
        long choices = outline.choicesOnFirst(first, second);
        sink.uniform(chord.from() - outline.start(first) - (outline.length(first) - choices), choices);
        choices = outline.choicesOnSecond(first, second);
        sink.uniform(chord.to() - outline.start(second) - (outline.length(second) - choices), choices);
    }

    WedgePartition read(SymbolSource source) throws CorruptCodeException {
        BisectionTree tree = (BisectionTree) trees().read(source);
        @Nullable Chord[] chords = new Chord[tree.count()];
        int left = pieces - chords.length;
        for (int leaf = 0; leaf < chords.length; leaf++) {
            if (left > 0 && canBeCut(tree, leaf)) {
                int size = sizeClass(tree, leaf);
                if (source.adaptive(CUT_CONTEXT + size, 2) == 1) {
                    left--;
                    Outline outline = WedgePartition.outline(
                            lattice, tree.to(leaf, 0) - tree.from(leaf, 0), tree.to(leaf, 1) - tree.from(leaf, 1));
                    chords[leaf] = read(outline, size, source);
                }
            }
        }
        return new WedgePartition(tree, chords);
    }

    private Chord read(Outline outline, int size, SymbolSource source) throws CorruptCodeException {
        if (lattice.discrete()) {
            return read(outline, source);
        }
        int spare = source.adaptive(LEVEL_CONTEXT + size, WedgePartition.LEVEL + 1);
        Chord chord = read(new Outline(outline.rows() >> spare, outline.columns() >> spare), source);
        if (spare < WedgePartition.LEVEL && chord.spareLevels() > 0) {
            throw new CorruptCodeException("the chord " + chord + " is written at a finer level than it needs");
        }
        return chord.refined(spare);
    }

    private static Chord read(Outline outline, SymbolSource source) throws CorruptCodeException {
        int[] sides = PAIRS[source.adaptive(SIDES_CONTEXT, PAIRS.length)];
        if (outline.chords(sides[0], sides[1]) == 0) {
            throw new CorruptCodeException("no chord joins the sides " + sides[0] + " and " + sides[1]);
        }
        return new Chord(
                point(outline, sides[0], outline.choicesOnFirst(sides[0], sides[1]), source),
                point(outline, sides[1], outline.choicesOnSecond(sides[0], sides[1]), source));
    }

    private static long point(Outline outline, int side, long choices, SymbolSource source)
            throws CorruptCodeException {
        return outline.start(side) + outline.length(side) - choices + source.uniform(choices);
    }

    /** A single sample cannot be cut. */
    private boolean canBeCut(BisectionTree tree, int leaf) {
        return !lattice.discrete()
                || tree.to(leaf, 0) - tree.from(leaf, 0) > 1
                || tree.to(leaf, 1) - tree.from(leaf, 1) > 1;
    }

    private static int sizeClass(BisectionTree tree, int leaf) {
        return Math.min(SIZE_CLASSES - 1, -Math.getExponent(tree.measure(leaf)));
    }

    /**
     * \(\log_2\) of the number of partitions, exactly on the cube; on samples every cell is counted with as many chords as
     * the largest. With \(\Lambda\) chords in a cell the numbers \(a_m\) of partitions into \(m\) pieces have the
     * generating function \(T = x + \Lambda x^2 + T^2\), hence \(T = \frac12(1-\sqrt{1-4x-4\Lambda x^2})\), whose
     * coefficients obey \((m+1)a_{m+1} = (4m-2)a_m + 4\Lambda(m-2)a_{m-1}\). All terms are positive and each step has
     * at most eight roundings, so that the sum of \(M\) has a relative error below \(16M2^{-53}\): rounded up by more.
     */
    double log2Count() {
        double cells = lattice.discrete() ? (double) lattice.resolution(0) * lattice.resolution(1) : pieces;
        if (cells <= 1) {
            return 0;
        }
        double chords = WedgePartition.outline(lattice, lattice.resolution(0), lattice.resolution(1))
                .chords();
        int most = (int) Math.min(pieces, 2 * cells);
        double before = 1;
        double current = 1 + chords;
        double sum = before + (most > 1 ? current : 0);
        int exponent = 0;
        for (int m = 2; m < most; m++) {
            double next = ((4.0 * m - 2) * current + 4 * chords * (m - 2.0) * before) / (m + 1);
            before = current;
            current = next;
            sum += next;
            int scale = Math.getExponent(sum);
            if (scale > 256) {
                before = Math.scalb(before, -scale);
                current = Math.scalb(current, -scale);
                sum = Math.scalb(sum, -scale);
                exponent += scale;
            }
        }
        return (exponent + Math.log(sum) / Math.log(2)) * (1 + 0x1p-49) + most * 0x1p-48;
    }
}
