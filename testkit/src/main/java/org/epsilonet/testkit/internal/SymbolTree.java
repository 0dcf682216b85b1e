package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * The tree of all symbol sequences that a parametrization can be asked to read, walked leaf by leaf in lexicographic
 * order: an odometer whose digits have the alphabets that the reader asks for.
 *
 * @param structures how many distinct structures were read
 * @param complete whether the whole tree was walked
 */
record SymbolTree(int structures, boolean complete) {
    private static final int MOST_LEAVES = 3000;
    private static final int MOST_BRANCHES = 64;
    private static final int DEEPEST = 40;

    static SymbolTree of(Parametrization parametrization) {
        Odometer odometer = new Odometer();
        Set<SymbolTape> structures = new HashSet<>();
        int leaves = 0;
        do {
            SymbolChooser symbols = new SymbolChooser(odometer::next, DEEPEST);
            try {
                structures.add(SymbolTape.of(parametrization.read(symbols)));
            } catch (CorruptCodeException noStructure) {
                odometer.cut |= symbols.tape().symbols().size() == DEEPEST;
            }
            leaves++;
        } while (leaves < MOST_LEAVES && odometer.advance());
        return new SymbolTree(structures.size(), leaves < MOST_LEAVES && !odometer.cut);
    }

    /** The symbols on the way to the current leaf, with the sizes of their alphabets. */
    private static final class Odometer {
        private final List<long[]> digits = new ArrayList<>();
        private int position;
        private boolean cut;

        long next(long n) {
            if (position == digits.size()) {
                cut |= n > MOST_BRANCHES;
                digits.add(new long[] {0, Math.min(n, MOST_BRANCHES)});
            }
            return digits.get(position++)[0];
        }

        /** Goes to the next leaf; false after the last. */
        boolean advance() {
            position = 0;
            while (!digits.isEmpty()) {
                long[] last = digits.get(digits.size() - 1);
                if (++last[0] < last[1]) {
                    return true;
                }
                digits.remove(digits.size() - 1);
            }
            return false;
        }
    }
}
