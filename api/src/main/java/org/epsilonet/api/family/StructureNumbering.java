package org.epsilonet.api.family;

import java.math.BigInteger;

/**
 * A numbering \(S_M \to \{0, \dots, |S_M|-1\}\) of the structures of one budget, from few parameters to many. Immutable.
 *
 * <p>Structures with equally many parameters stand together, so that the codewords of a code book, so many for each
 * parameter, can be numbered one after the other.
 *
 * @see "docs/theory.md, A7"
 */
public interface StructureNumbering {
    /** The numbers of parameters that occur, increasing; a fresh array. */
    int[] sizes();

    /**
     * How many structures have so many parameters.
     *
     * @param size a number of parameters
     * @return {@code >= 0}
     */
    BigInteger count(int size);

    /**
     * The number of a structure among those with as many parameters.
     *
     * @param s a structure of this set
     * @return in {@code 0..count(s.size())-1}
     * @throws IllegalArgumentException if it is not one of them
     */
    BigInteger rankInSize(Structure s);

    /**
     * The structure of a number among those with {@code size} parameters.
     *
     * @param size the number of parameters
     * @param rank in {@code 0..count(size)-1}
     * @return the structure
     * @throws IllegalArgumentException if there is none
     */
    Structure unrankInSize(int size, BigInteger rank);

    /** \(|S_M|\). */
    default BigInteger count() {
        BigInteger count = BigInteger.ZERO;
        for (int size : sizes()) {
            count = count.add(count(size));
        }
        return count;
    }

    /**
     * The number of a structure.
     *
     * @param s a structure of this set
     * @return in {@code 0..count()-1}
     * @throws IllegalArgumentException if it is not one of them
     */
    default BigInteger rank(Structure s) {
        BigInteger rank = rankInSize(s);
        for (int size : sizes()) {
            rank = size < s.size() ? rank.add(count(size)) : rank;
        }
        return rank;
    }

    /**
     * The structure of a number.
     *
     * @param rank in {@code 0..count()-1}
     * @return the structure
     * @throws IllegalArgumentException if there is none
     */
    default Structure unrank(BigInteger rank) {
        BigInteger left = rank;
        if (rank.signum() >= 0) {
            for (int size : sizes()) {
                if (left.compareTo(count(size)) < 0) {
                    return unrankInSize(size, left);
                }
                left = left.subtract(count(size));
            }
        }
        throw new IllegalArgumentException("there are " + count() + " structures, no number " + rank);
    }

    /**
     * The numbering of a single structure.
     *
     * @param only the structure
     * @return the numbering
     */
    static StructureNumbering only(Structure only) {
        return new StructureNumbering() {
            @Override
            public int[] sizes() {
                return new int[] {only.size()};
            }

            @Override
            public BigInteger count(int size) {
                return size == only.size() ? BigInteger.ONE : BigInteger.ZERO;
            }

            @Override
            public BigInteger rankInSize(Structure s) {
                if (s.size() != only.size()) {
                    throw new IllegalArgumentException(
                            "the structure has " + only.size() + " parameters, given was one with " + s.size());
                }
                return BigInteger.ZERO;
            }

            @Override
            public Structure unrankInSize(int size, BigInteger rank) {
                if (size != only.size() || rank.signum() != 0) {
                    throw new IllegalArgumentException(
                            "there is one structure, with " + only.size() + " parameters; no number " + rank);
                }
                return only;
            }
        };
    }
}
