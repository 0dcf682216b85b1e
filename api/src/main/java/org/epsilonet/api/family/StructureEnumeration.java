package org.epsilonet.api.family;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolChooser;
import org.epsilonet.api.symbol.SymbolTape;

/**
 * All structures of a tiny set, by walking the tree of all symbol sequences that a parametrization can be asked to read,
 * leaf by leaf in lexicographic order: an odometer whose digits have the alphabets that the reader asks for.
 */
public final class StructureEnumeration {
    private static final int MOST_LEAVES = 3000;
    private static final int MOST_BRANCHES = 64;
    private static final int DEEPEST = 40;

    private final List<Structure> structures;
    private final boolean complete;

    private StructureEnumeration(List<Structure> structures, boolean complete) {
        this.structures = structures;
        this.complete = complete;
    }

    /**
     * Reads every sequence of symbols, up to 3000 of them, each of at most 40 symbols of alphabets of at most 64.
     *
     * @param parametrization the structures
     * @return those that were found
     */
    public static StructureEnumeration of(Parametrization parametrization) {
        Odometer odometer = new Odometer();
        Map<SymbolTape, Structure> found = new LinkedHashMap<>();
        int leaves = 0;
        boolean more;
        do {
            SymbolChooser symbols = new SymbolChooser(odometer::next, DEEPEST);
            try {
                Structure structure = parametrization.read(symbols);
                found.putIfAbsent(SymbolTape.of(structure::write), structure);
            } catch (CorruptCodeException noStructure) {
                odometer.cut |= symbols.tape().symbols().size() == DEEPEST;
            }
            leaves++;
            more = odometer.advance();
        } while (leaves < MOST_LEAVES && more);
        List<Structure> structures = new ArrayList<>(found.values());
        structures.sort(Comparator.comparingInt(Structure::size));
        return new StructureEnumeration(List.copyOf(structures), !more && !odometer.cut);
    }

    /** The distinct structures found, from few parameters to many. */
    public List<Structure> structures() {
        return structures;
    }

    /** Whether every sequence of symbols was read, so that these are all structures. */
    public boolean complete() {
        return complete;
    }

    /** The numbering of the structures, if these are all. */
    public Optional<StructureNumbering> numbering() {
        return complete ? Optional.of(new Listed(structures)) : Optional.empty();
    }

    /** Structures of each size in a list. */
    private static final class Listed implements StructureNumbering {
        private final TreeMap<Integer, List<Structure>> bySize = new TreeMap<>();
        private final Map<SymbolTape, Integer> ranks = new HashMap<>();

        Listed(List<Structure> structures) {
            for (Structure s : structures) {
                List<Structure> alike = bySize.computeIfAbsent(s.size(), size -> new ArrayList<>());
                ranks.put(SymbolTape.of(s::write), alike.size());
                alike.add(s);
            }
        }

        @Override
        public int[] sizes() {
            return bySize.keySet().stream().mapToInt(Integer::intValue).toArray();
        }

        @Override
        public BigInteger count(int size) {
            return BigInteger.valueOf(bySize.getOrDefault(size, List.of()).size());
        }

        @Override
        public BigInteger rankInSize(Structure s) {
            Integer rank = ranks.get(SymbolTape.of(s::write));
            if (rank == null) {
                throw new IllegalArgumentException("not one of the " + ranks.size() + " structures");
            }
            return BigInteger.valueOf(rank);
        }

        @Override
        public Structure unrankInSize(int size, BigInteger rank) {
            if (rank.signum() < 0 || rank.compareTo(count(size)) >= 0) {
                throw new IllegalArgumentException(
                        "there are " + count(size) + " structures with " + size + " parameters, no number " + rank);
            }
            return bySize.getOrDefault(size, List.of()).get(rank.intValueExact());
        }
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
