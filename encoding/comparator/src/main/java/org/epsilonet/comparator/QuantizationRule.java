package org.epsilonet.comparator;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How a comparison turns the parameters of an approximant into bits.
 *
 * <p>The theorem behind it: a family with an encoding of covering radius \(M^{-\gamma}\), \(\gamma\) at least the
 * approximation speed, keeps that speed when it is quantized, and \(O(\log M)\) bits a parameter are enough where
 * \(\log r_M\) and \(\log \mathrm{Lip}_M\) are \(O(\log M)\). With a number of bits that does not grow with \(M\) the error
 * stalls.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon, Brisebarre, Gribonval, Riccietti: Approximation speed of
 *     quantized vs. unquantized ReLU neural networks and beyond</a>
 * @see "docs/theory.md, A10"
 */
public sealed interface QuantizationRule {
    /** The rule of comparisons that say nothing else. */
    QuantizationRule DEFAULT = new Certified();

    /**
     * The largest step that is certified, for the element at hand, to move it by at most half of its error; entropy coded.
     */
    record Certified() implements QuantizationRule {
        @Override
        public String toString() {
            return "certified";
        }
    }

    /**
     * What the encoding theorem asks for, uniformly over the family: every parameter is rounded to the middle of one of
     * \(\lceil r_M\mathrm{Lip}_M/\rho\rceil\) equal cells of \([-r_M,r_M]\), and the code has the fixed length
     * \(\log_2|S_M| + k_M\log_2\lceil r_M\mathrm{Lip}_M/\rho\rceil\).
     *
     * @param gamma the exponent of the covering radius \(\rho = M^{-\gamma}\), {@code > 0}; if empty, \(\rho\) is the error
     *     of the approximant
     */
    record Theorem(OptionalDouble gamma) implements QuantizationRule {
        /**
         * @throws IllegalArgumentException if the exponent is not positive and finite
         */
        public Theorem {
            if (gamma.isPresent() && !(gamma.getAsDouble() > 0 && gamma.getAsDouble() < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the exponent of the covering radius must be positive and finite, was " + gamma.getAsDouble());
            }
        }

        @Override
        public String toString() {
            return gamma.isPresent() ? "theorem:" + gamma.getAsDouble() : "theorem";
        }
    }

    /**
     * As many bits for every parameter, whatever the budget: the middles of \(2^b\) equal cells of \([-R,R]\), \(R\) the
     * least power of two that no parameter of the element exceeds.
     *
     * @param bits \(b\), 1 to {@value #MOST_BITS}
     */
    record Fixed(int bits) implements QuantizationRule {
        /** More than a double can tell apart. */
        public static final int MOST_BITS = 48;

        /**
         * @throws IllegalArgumentException if the number of bits is out of range
         */
        public Fixed {
            if (bits < 1 || bits > MOST_BITS) {
                throw new IllegalArgumentException(
                        "the bits of a parameter must be 1.." + MOST_BITS + ", were " + bits);
            }
        }

        @Override
        public String toString() {
            return String.valueOf(bits);
        }
    }

    /**
     * The rule named as on the command line.
     *
     * @param name {@code certified}, {@code theorem}, {@code theorem:G} with the exponent of the covering radius, or a
     *     number of bits
     * @return the rule
     * @throws IllegalArgumentException if the name is none of these
     */
    static QuantizationRule named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            if (lower.equals("certified")) {
                return DEFAULT;
            }
            if (lower.equals("theorem")) {
                return new Theorem(OptionalDouble.empty());
            }
            return lower.startsWith("theorem:")
                    ? new Theorem(OptionalDouble.of(Double.parseDouble(lower.substring("theorem:".length()))))
                    : new Fixed(Integer.parseInt(lower));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "unknown rule '" + name + "'; allowed: certified, theorem, theorem:G, or a number of bits", e);
        }
    }
}
