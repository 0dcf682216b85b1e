package org.epsilonet.families.wavelets.internal;

/**
 * The atoms of a {@link DeepDictionary} as binary trees: children of atom \(i\) are \(2i\) and \(2i+1\). The coarsest
 * atoms are roots without children.
 *
 * @param coarsest scale \(c\)
 * @param scales the number J of scales
 */
record Heap(int coarsest, int scales) implements Forest {
    @Override
    public long atoms() {
        return 1L << scales;
    }

    @Override
    public long roots() {
        return Math.min(atoms(), 2L << coarsest);
    }

    @Override
    public int mostChildren() {
        return 2;
    }

    @Override
    public long parent(long atom) {
        return atom < 2L << coarsest ? -1 : atom >> 1;
    }

    @Override
    public int level(long atom) {
        return Math.max(0, 63 - Long.numberOfLeadingZeros(Math.max(1, atom)) - coarsest + 1);
    }

    @Override
    public <E extends Exception> void forEachRoot(Visitor<E> visitor) throws E {
        for (long atom = 0; atom < roots(); atom++) {
            visitor.visit(atom);
        }
    }

    @Override
    public <E extends Exception> void forEachChild(long atom, Visitor<E> visitor) throws E {
        if (atom >= 1L << coarsest && 2 * atom < atoms()) {
            visitor.visit(2 * atom);
            visitor.visit(2 * atom + 1);
        }
    }
}
