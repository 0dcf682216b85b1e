/**
 * Wavelet filters, computed from the equations that define them, in double-double arithmetic.
 *
 * <p>{@link org.epsilonet.families.wavelets.filter.HalfBand} holds the polynomial \(P_N\) with \((1-y)^N P_N(y) + y^N
 * P_N(1-y) = 1\). Its factorizations are the systems: into \(|H|^2\), orthonormal ({@link
 * org.epsilonet.families.wavelets.filter.SpectralFactor}); into two symmetric filters, biorthogonal ({@link
 * org.epsilonet.families.wavelets.filter.BiorthogonalFilters}). Coiflets solve equations of their own ({@link
 * org.epsilonet.families.wavelets.filter.Coiflet}). {@link org.epsilonet.families.wavelets.filter.NamedFilters} gives
 * names to them. Only + − × ÷ √ in a fixed order: the same bits on every machine.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611970104">Daubechies, Ten lectures on wavelets, 1992, chapters 6 and 8</a>
 */
package org.epsilonet.families.wavelets.filter;
