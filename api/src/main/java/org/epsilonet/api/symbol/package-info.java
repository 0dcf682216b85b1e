/**
 * Symbols: how the discrete part of an approximant becomes bits and comes back.
 *
 * <p>A structure (which knots, which atoms, which connections) writes itself as a sequence of symbols into a {@link
 * org.epsilonet.api.symbol.SymbolSink} and is read back from a {@link org.epsilonet.api.symbol.SymbolSource}. The code
 * must be a bijection and self-delimiting: reading consumes exactly what writing produced. A uniform symbol of an
 * alphabet of \(n\) costs \(\log_2 n\) bits; an adaptive symbol costs minus the log of its adaptively counted
 * frequency in its context, so skewed choices (a tree that splits along a path, gaps that repeat) become cheap. The
 * arithmetic coder behind these interfaces lives in the codec module; families see only symbols.
 */
package org.epsilonet.api.symbol;
