package org.epsilonet.families.splines.internal;

/**
 * The leaves of a bisection tree of the interval, located as a partition.
 *
 * @param tree the tree
 * @param partition its leaves
 */
public record TreePartition(BisectionTree tree, Partition partition) implements Cells {
    /** The leaves of a tree in one dimension. */
    public TreePartition(BisectionTree tree) {
        this(tree, tree.partition());
    }

    @Override
    public Lattice lattice() {
        return partition.lattice();
    }

    @Override
    public int count() {
        return partition.count();
    }

    @Override
    public long from(int c, int axis) {
        return partition.from(c, axis);
    }

    @Override
    public long to(int c, int axis) {
        return partition.to(c, axis);
    }

    @Override
    public int locate(double... x) {
        return partition.locate(x);
    }
}
