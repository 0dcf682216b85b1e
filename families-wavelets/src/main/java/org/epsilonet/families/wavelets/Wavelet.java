package org.epsilonet.families.wavelets;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.epsilonet.families.wavelets.filter.FilterBank;
import org.epsilonet.families.wavelets.filter.Filters;
import org.epsilonet.families.wavelets.filter.NamedFilters;

/**
 * A wavelet of compact support by its usual name: four filters with perfect reconstruction on the line.
 *
 * <p>With the filters of decomposition \(\tilde h, \tilde g\) and of reconstruction \(h, g\), one level and its inverse
 * are
 * \[ a_k = \sum_m \tilde h_m\, x_{2k-m}, \quad d_k = \sum_m \tilde g_m\, x_{2k-m}, \qquad x_n = \sum_k h_{n-2k}\, a_k +
 * g_{n-2k}\, d_k \]
 * up to a shift of \(x\). Filters of one wavelet have one even length, biorthogonal ones between zeros; signs, order and
 * names are those of PyWavelets. The filters are computed at first use from the equations that define them, in
 * double-double arithmetic, and rounded once: the same bits on every machine. The interval needs more than these filters:
 * {@link WaveletTransform}.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611970104">Daubechies, Ten lectures on wavelets, 1992</a>
 */
public final class Wavelet {
    private final String name;
    private final FilterBank bank;

    private Wavelet(String name) {
        this.name = name;
        this.bank = NamedFilters.of(name);
    }

    /**
     * The wavelet of a name: {@code db1} (Haar) to {@code db20}, {@code sym2} to {@code sym20}, {@code coif1} to {@code
     * coif5}, or {@code bior1.1} to {@code bior6.8}.
     *
     * @param name one of {@link #names}
     * @throws IllegalArgumentException if there is no such name; the message says which one is near
     */
    public static Wavelet named(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("No wavelet named '" + name + "'. Did you mean '"
                    + names.stream().max(nearTo(name)).orElseThrow() + "'? Available: db1 to db20, sym2 to sym20,"
                    + " coif1 to coif5, "
                    + String.join(
                            ", ",
                            names.stream().filter(n -> n.startsWith("bior")).toList()) + ".");
        }
        return new Wavelet(name);
    }

    /** All names, line by line; no filter is computed. */
    public static List<String> names() {
        return NamedFilters.names();
    }

    /** The longest common beginning, then the most similar length, then the first. */
    private static Comparator<String> nearTo(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        return Comparator.<String>comparingInt(n -> commonBeginning(n, asked))
                .thenComparingInt(n -> -Math.abs(n.length() - asked.length()))
                .thenComparingInt(n -> -names().indexOf(n));
    }

    private static int commonBeginning(String a, String b) {
        int k = 0;
        while (k < Math.min(a.length(), b.length()) && a.charAt(k) == b.charAt(k)) {
            k++;
        }
        return k;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Whether the atoms are orthonormal; reconstruction is then the transpose of decomposition. */
    public boolean isOrthonormal() {
        return bank.orthonormal();
    }

    /**
     * How many moments of the filter \(\tilde g\) vanish, \(\sum_k \tilde g_k k^p = 0\) for \(p\) below it: details of
     * polynomials of lower degree are zero, so this is the order of approximation. For {@code biorR.D} it is R, except
     * {@code bior5.5}, whose filters have 6 and 4.
     */
    public int vanishingMoments() {
        return bank.moments();
    }

    /** How many moments of the filter \(g\) vanish, those of the wavelets that functions are made of. */
    public int dualVanishingMoments() {
        return bank.dualMoments();
    }

    /** The low-pass filter of decomposition \(\tilde h\), with sum \(\sqrt2\); a fresh array. */
    public double[] decompositionLow() {
        return Filters.rounded(bank.dual());
    }

    /** The high-pass filter of decomposition \(\tilde g\); a fresh array. */
    public double[] decompositionHigh() {
        return Filters.rounded(bank.dualHigh());
    }

    /** The low-pass filter of reconstruction \(h\), with sum \(\sqrt2\); a fresh array. */
    public double[] reconstructionLow() {
        return Filters.rounded(bank.low());
    }

    /** The high-pass filter of reconstruction \(g\); a fresh array. */
    public double[] reconstructionHigh() {
        return Filters.rounded(bank.high());
    }

    @Override
    public String toString() {
        return name + ": " + (bank.orthonormal() ? "orthonormal" : "biorthogonal") + ", " + bank.low().length
                + " taps, " + bank.moments() + " vanishing moments";
    }
}
