package org.epsilonet.families.splines.wedgelet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import org.epsilonet.families.splines.internal.BisectionTree;
import org.epsilonet.families.splines.internal.Lattice;
import org.jspecify.annotations.Nullable;

/**
 * The cells that were looked at, with the errors of the best polynomial and of the best wedge found on each, and the
 * trees that are pruned from them: whole cells cost one piece, cut ones two.
 *
 * <p>For \(p < \infty\) errors add, and a tree minimizes error + \(\lambda\) pieces by one pass from the leaves up (CART);
 * \(\lambda\) is found by bisection, and pieces that are left over go to the subtrees of the next smaller \(\lambda\) that
 * gain most per piece. So the tree is best among those on the convex hull of (pieces, error), and nearly so elsewhere.
 * In the supremum norm the largest error counts: the tree with the fewest pieces whose errors are all at most \(t\) is
 * found by the same pass, and \(t\) by bisection; this tree is best.
 *
 * <p>Errors may be {@linkplain #estimated estimates} of quadrature. The best fit on a cell errs at least as much as the best
 * ones on its halves, so a cell that sees less than its halves do is not believed: what a coarse cell overlooks does not
 * hide what finer ones find.
 *
 * @see <a href="https://doi.org/10.1214/aos/1018031261">Donoho, Wedgelets, 1999, section 5: CART pruning</a>
 */
final class CandidateTree {
    private static final int BISECTIONS = 64;
    private static final double OVERLOOKED = 0.25;

    private final Lattice lattice;
    private final boolean sup;
    private double[] whole = new double[256];
    private double[] cut = new double[256];
    private @Nullable Chord[] chords = new Chord[256];
    private int[] firstChild = new int[256];
    private int[] splitAt = new int[256];
    private final boolean estimated;
    private int nodes;
    private int splits;

    private CandidateTree(Lattice lattice, boolean sup, boolean estimated) {
        this.lattice = lattice;
        this.sup = sup;
        this.estimated = estimated;
    }

    /** A tree of cells whose errors are exact. */
    static CandidateTree exact(Lattice lattice, boolean sup) {
        return new CandidateTree(lattice, sup, false);
    }

    /** A tree of cells whose errors are those at some points. */
    static CandidateTree estimated(Lattice lattice, boolean sup) {
        return new CandidateTree(lattice, sup, true);
    }

    /**
     * Adds a cell; children of one cell are added one after the other.
     *
     * @param whole error of the best polynomial
     * @param cut error of the best wedge; infinite if there is none
     * @param chord its chord, or null
     * @return the number of the cell
     */
    int add(double wholeError, double cutError, @Nullable Chord chord) {
        if (nodes == whole.length) {
            whole = Arrays.copyOf(whole, 2 * nodes);
            cut = Arrays.copyOf(cut, 2 * nodes);
            chords = Arrays.copyOf(chords, 2 * nodes);
            firstChild = Arrays.copyOf(firstChild, 2 * nodes);
            splitAt = Arrays.copyOf(splitAt, 2 * nodes);
        }
        whole[nodes] = wholeError;
        cut[nodes] = chord == null ? Double.POSITIVE_INFINITY : cutError;
        chords[nodes] = chord;
        return nodes++;
    }

    /** The next two cells to be added are the halves of this one. */
    void split(int node) {
        firstChild[node] = nodes;
        splitAt[node] = ++splits;
    }

    int splits() {
        return splits;
    }

    /** Whether a polynomial has no error on a cell. */
    boolean isExact(int node) {
        return whole[node] == 0;
    }

    /** The smaller error of a cell. */
    double error(int node) {
        return Math.min(whole[node], cut[node]);
    }

    /** What is believed of the errors of cells while only the first splits are known. */
    private final class Believed {
        final int within;
        final double[] wholes = Arrays.copyOf(whole, nodes);
        final double[] cuts = Arrays.copyOf(cut, nodes);

        Believed(int within) {
            this.within = within;
            for (int node = nodes - 1; node >= 0 && estimated; node--) {
                if (isInner(node)) {
                    int left = firstChild[node];
                    wholes[node] = Math.max(wholes[node], together(wholes[left], wholes[left + 1]));
                    // Chords are found, not the best, and halves quantize ends of their own: less than what these see
                    // is possible, next to nothing is not believed.
                    double halves = together(best(left), best(left + 1));
                    if (cuts[node] < OVERLOOKED * halves) {
                        cuts[node] = halves;
                    }
                }
            }
        }

        private double best(int node) {
            return Math.min(wholes[node], cuts[node]);
        }

        boolean isInner(int node) {
            return splitAt[node] > 0 && splitAt[node] <= within;
        }
    }

    private double together(double left, double right) {
        return sup ? Math.max(left, right) : left + right;
    }

    /**
     * A tree of at most so many pieces.
     *
     * @param pieces the number of pieces
     * @param within how many of the first splits are known
     */
    Pruned pruned(int pieces, int within) {
        Believed errors = new Believed(within);
        double low = 0;
        Pruning next = new Pruning(low, errors);
        if (next.pieces[0] <= pieces) {
            return new Pruned(next);
        }
        double high = errors.wholes[0] * (sup ? 1 : 2) + Double.MIN_NORMAL;
        Pruning best = new Pruning(high, errors);
        double smallest = Math.max(Double.MIN_NORMAL, high * 0x1p-120);
        for (int i = 0; i < BISECTIONS && !isClose(best.pieces[0], pieces) && high > low * (1 + 1e-12); i++) {
            double middle = low > 0 ? Math.sqrt(low) * Math.sqrt(high) : smallest;
            Pruning pruning = new Pruning(middle, errors);
            if (pruning.pieces[0] <= pieces) {
                best = pruning;
                high = middle;
                if (low == 0) {
                    break;
                }
            } else {
                next = pruning;
                low = middle;
            }
        }
        return sup ? new Pruned(best) : new Pruned(best).filled(next, pieces);
    }

    /** Whether few enough pieces are left over to be filled in; in the supremum norm they are not filled in. */
    private boolean isClose(int used, int pieces) {
        return used == pieces || (!sup && used >= pieces - pieces / 64);
    }

    /** What is best below every cell at one price: per piece, or as the largest error. */
    private final class Pruning {
        final Believed believed;
        final int[] pieces = new int[nodes];
        final double[] errors = new double[nodes];
        final boolean[] split = new boolean[nodes];

        Pruning(double price, Believed believed) {
            this.believed = believed;
            for (int node = nodes - 1; node >= 0; node--) {
                decide(node, price);
            }
        }

        private void decide(int node, double price) {
            boolean isCut = isCut(node, price);
            pieces[node] = isCut ? 2 : 1;
            errors[node] = isCut ? believed.cuts[node] : believed.wholes[node];
            if (!believed.isInner(node)) {
                return;
            }
            int left = firstChild[node];
            int together = pieces[left] + pieces[left + 1];
            double error = together(errors[left], errors[left + 1]);
            split[node] = isBetter(error, together, errors[node], pieces[node], price);
            if (split[node]) {
                pieces[node] = together;
                errors[node] = error;
            }
        }

        boolean isCut(int node, double price) {
            return isBetter(believed.cuts[node], 2, believed.wholes[node], 1, price);
        }

        /** In the supremum norm: within the price with fewer pieces, else with a smaller error. */
        private boolean isBetter(double error, int pieces, double otherError, int otherPieces, double price) {
            if (!sup) {
                return error + price * pieces < otherError + price * otherPieces;
            }
            boolean meets = error <= price;
            boolean otherMeets = otherError <= price;
            return meets == otherMeets
                    ? (meets && pieces == otherPieces) || !meets ? error < otherError : pieces < otherPieces
                    : meets;
        }
    }

    /** A pruned tree, which may still grow. */
    final class Pruned {
        private final boolean[] split;
        private final boolean[] isCut;
        private int pieces;

        private Pruned(Pruning pruning) {
            this.split = pruning.split;
            this.isCut = new boolean[nodes];
            this.pieces = pruning.pieces[0];
            for (int node = 0; node < nodes; node++) {
                isCut[node] = !split[node] && pruning.pieces[node] == 2;
            }
        }

        /** Replaces leaves by the subtrees of another pruning, those with the largest gain per piece first. */
        private Pruned filled(Pruning finer, int most) {
            List<Integer> leaves = new ArrayList<>();
            forEachLeaf(leaves::add);
            leaves.removeIf(node -> extra(node, finer) <= 0);
            leaves.sort(Comparator.comparingDouble(node -> -gain(node, finer) / extra(node, finer)));
            for (int node : leaves) {
                int extra = extra(node, finer);
                if (extra <= most - pieces && gain(node, finer) > 0) {
                    pieces += extra;
                    adopt(node, finer);
                }
            }
            return this;
        }

        private int extra(int node, Pruning finer) {
            return finer.pieces[node] - (isCut[node] ? 2 : 1);
        }

        private double gain(int node, Pruning finer) {
            return (isCut[node] ? finer.believed.cuts[node] : finer.believed.wholes[node]) - finer.errors[node];
        }

        private void adopt(int node, Pruning finer) {
            split[node] = finer.split[node];
            isCut[node] = !split[node] && finer.pieces[node] == 2;
            if (split[node]) {
                adopt(firstChild[node], finer);
                adopt(firstChild[node] + 1, finer);
            }
        }

        /** The leaves in preorder. */
        int[] leaves() {
            List<Integer> leaves = new ArrayList<>();
            forEachLeaf(leaves::add);
            return leaves.stream().mapToInt(Integer::intValue).toArray();
        }

        private void forEachLeaf(IntConsumer consumer) {
            walk((node, isInner) -> {
                if (!isInner) {
                    consumer.accept(node);
                }
            });
        }

        private void walk(Visitor visitor) {
            int[] stack = new int[nodes + 1];
            int top = 1;
            while (top > 0) {
                int node = stack[--top];
                visitor.visit(node, split[node]);
                if (split[node]) {
                    stack[top++] = firstChild[node] + 1;
                    stack[top++] = firstChild[node];
                }
            }
        }

        /** Whether a leaf is cut. */
        boolean isCut(int node) {
            return isCut[node];
        }

        /** The pieces. */
        WedgePartition partition() {
            boolean[] preorder = new boolean[nodes];
            @Nullable Chord[] ofLeaves = new Chord[nodes];
            int[] count = new int[2];
            walk((node, isInner) -> {
                preorder[count[0]++] = isInner;
                if (!isInner) {
                    ofLeaves[count[1]++] = isCut[node] ? chords[node] : null;
                }
            });
            BisectionTree tree = new BisectionTree(lattice, Arrays.copyOf(preorder, count[0]));
            return new WedgePartition(tree, Arrays.copyOf(ofLeaves, count[1]));
        }
    }

    /** Sees the nodes of a tree. */
    @FunctionalInterface
    private interface Visitor {
        void visit(int node, boolean isInner);
    }
}
