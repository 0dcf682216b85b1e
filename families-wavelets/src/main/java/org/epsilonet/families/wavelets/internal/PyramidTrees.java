package org.epsilonet.families.wavelets.internal;

/**
 * The atoms of a {@link Pyramid} as trees: the children of an atom are those of the same orientation at about its place
 * one level finer, two along each axis that is split there, up to three at the end of an axis.
 *
 * @param pyramid the transform
 */
record PyramidTrees(Pyramid pyramid) implements Forest {
    /** The trees of a transform with the same scale along all axes. */
    static PyramidTrees of(GridTransform transform) {
        if (transform instanceof Pyramid pyramid) {
            return new PyramidTrees(pyramid);
        }
        throw new IllegalArgumentException("anisotropic wavelets are no trees");
    }

    @Override
    public long atoms() {
        return pyramid.size();
    }

    private Band band(long atom) {
        return pyramid.bands().get(pyramid.bandOf(Math.toIntExact(atom)));
    }

    @Override
    public long roots() {
        return pyramid.bands().stream()
                .filter(b -> b.parent() < 0)
                .mapToLong(Band::size)
                .sum();
    }

    @Override
    public int mostChildren() {
        int most = 0;
        for (Band band : pyramid.bands()) {
            if (band.parent() >= 0) {
                most = Math.max(most, band.mostChildren(pyramid.bands().get(band.parent())));
            }
        }
        return most;
    }

    @Override
    public long parent(long atom) {
        return SignificanceTree.parent(pyramid, Math.toIntExact(atom));
    }

    /** All parents at once. */
    int[] parents() {
        int[] parents = new int[pyramid.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = SignificanceTree.parent(pyramid, i);
        }
        return parents;
    }

    @Override
    public int level(long atom) {
        int level = band(atom).level();
        return level == 0 ? 0 : pyramid.depth() - level + 1;
    }

    @Override
    public <E extends Exception> void forEachRoot(Visitor<E> visitor) throws E {
        for (Band band : pyramid.bands()) {
            for (int i = 0; band.parent() < 0 && i < band.size(); i++) {
                visitor.visit(band.offset() + i);
            }
        }
    }

    @Override
    public <E extends Exception> void forEachChild(long atom, Visitor<E> visitor) throws E {
        Band coarser = band(atom);
        if (coarser.child() < 0) {
            return;
        }
        coarser.forEachChild((int) atom, pyramid.bands().get(coarser.child()), visitor);
    }
}
