package org.epsilonet.families.wavelets.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Wavelet packets of one axis: not only low-pass parts but any may be split again, which divides high frequencies as
 * finely as low ones. Every {@link PacketTree} is an orthonormal basis; the best one minimizes \(\sum_i|c_i|\), compared
 * part by part from the leaves up. Coefficients lie where splitting in place leaves them; the leaves are the bands.
 *
 * @see <a href="https://doi.org/10.1109/18.119732">Coifman, Wickerhauser, Entropy-based algorithms for best basis
 *     selection, 1992</a>
 */
final class PacketTransform implements GridTransform {
    private final Grid grid;
    private final PacketLevels levels;
    private final PacketTree tree;
    private final List<Band> bands;

    PacketTransform(WaveletSystem system, Grid grid, PacketTree tree) {
        this.grid = grid;
        this.levels = new PacketLevels(system, grid.points());
        this.tree = tree;
        List<Band> leaves = new ArrayList<>();
        addLeaves(tree, levels.root(), leaves);
        this.bands = List.copyOf(leaves);
    }

    private static void addLeaves(PacketTree tree, PacketLevels.Part part, List<Band> leaves) {
        if (tree.isLeaf()) {
            leaves.add(Band.alone(
                    part.depth(), new boolean[1], new int[] {part.at()}, new int[] {part.length()}, part.at()));
        } else {
            addLeaves(tree.low(), part.low(), leaves);
            addLeaves(tree.high(), part.high(), leaves);
        }
    }

    /** The transform by the best basis for samples. */
    static PacketTransform best(WaveletSystem system, Grid grid, double[] samples) {
        PacketLevels levels = new PacketLevels(system, grid.points());
        return new PacketTransform(
                system, grid, best(levels, levels.root(), samples.clone()).tree());
    }

    private record Choice(PacketTree tree, double cost) {}

    private static Choice best(PacketLevels levels, PacketLevels.Part part, double[] x) {
        levels.finish(part, x);
        double whole = 0;
        for (int i = part.at(); i < part.at() + part.length(); i++) {
            whole += Math.abs(x[i]);
        }
        if (!levels.canSplit(part)) {
            return new Choice(PacketTree.LEAF, whole);
        }
        levels.split(part, x);
        Choice low = best(levels, part.low(), x);
        Choice high = best(levels, part.high(), x);
        double halves = low.cost() + high.cost();
        return halves < whole
                ? new Choice(PacketTree.split(low.tree(), high.tree()), halves)
                : new Choice(PacketTree.LEAF, whole);
    }

    @Override
    public WaveletSystem system() {
        return levels.system();
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public List<Band> bands() {
        return bands;
    }

    @Override
    public int depth() {
        return levels.depth();
    }

    /** Not known band by band; an orthonormal system has the bound that comes from \(L^2\). */
    @Override
    public double sup(Band band) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double two(Band band) {
        return 1;
    }

    @Override
    public double cells(Band band) {
        return band.size();
    }

    /** Not looked at: there are as many levels as ways through the tree. */
    @Override
    public AtomSizes sizes(Band band, int axis) {
        return AtomSizes.ONES;
    }

    @Override
    public double[] analyze(double[] samples) {
        double[] x = samples.clone();
        analyze(tree, levels.root(), x);
        double scale = 1 / Math.sqrt((double) x.length);
        return Arrays.stream(x).map(v -> v * scale).toArray();
    }

    private void analyze(PacketTree node, PacketLevels.Part part, double[] x) {
        levels.finish(part, x);
        if (!node.isLeaf()) {
            levels.split(part, x);
            analyze(node.low(), part.low(), x);
            analyze(node.high(), part.high(), x);
        }
    }

    @Override
    public double[] synthesize(double[] coefficients) {
        double scale = Math.sqrt((double) coefficients.length);
        double[] x = Arrays.stream(coefficients).map(v -> v * scale).toArray();
        synthesize(tree, levels.root(), x);
        return x;
    }

    private void synthesize(PacketTree node, PacketLevels.Part part, double[] x) {
        if (!node.isLeaf()) {
            synthesize(node.low(), part.low(), x);
            synthesize(node.high(), part.high(), x);
            levels.join(part, x);
        }
        levels.begin(part, x);
    }

    /** Parts without a chosen atom are left whole: the sum is the same, the tree has at most a way for each atom. */
    @Override
    public PacketTransform restrictedTo(int[] chosen) {
        PacketTree pruned = tree.pruned((from, to) -> place(chosen, to) - place(chosen, from), 0, grid.points());
        return new PacketTransform(system(), grid, pruned);
    }

    private static int place(int[] chosen, int value) {
        int found = Arrays.binarySearch(chosen, value);
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public void write(int[] chosen, SymbolSink sink) {
        tree.write(levels, sink);
        BandGaps.write(this, chosen, sink);
    }

    @Override
    public int[] read(int most, SymbolSource source) throws CorruptCodeException {
        int[] chosen = BandGaps.read(this, most, source);
        if (restrictedTo(chosen).bands().size() != bands.size()) {
            throw new CorruptCodeException("a part is split without a wavelet in it");
        }
        return chosen;
    }
}
