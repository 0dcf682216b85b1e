import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.families.wavelets.WaveletFamilies;
import org.jspecify.annotations.NullMarked;

/**
 * Wavelet dictionaries on the interval and the square: linear (first M) and nonlinear (best M) approximation by Haar's,
 * Daubechies', Coifman's and biorthogonal wavelets, for any number of samples, without periodization; their filters and
 * the fast transform.
 */
@NullMarked
module org.epsilonet.families.wavelets {
    requires transitive org.epsilonet.api;
    requires org.apache.commons.numbers.core;
    requires static org.jspecify;

    exports org.epsilonet.families.wavelets;

    provides FamilyProvider with
            WaveletFamilies;
}
