/**
 * The laws, one class each, named by the sentence it states, and what they need: seeded {@linkplain
 * org.epsilonet.testkit.internal.Subject targets}, {@linkplain org.epsilonet.api.symbol.SymbolTape tapes} that
 * hold the symbols of a structure, hostile symbol streams, and {@linkplain
 * org.epsilonet.testkit.internal.Perturbations adversarial perturbations} of parameters.
 *
 * <p>A law throws {@link org.epsilonet.testkit.internal.LawBroken} with the counterexample, or returns a sentence about
 * what it measured.
 */
package org.epsilonet.testkit.internal;
