/**
 * How many bits any code of a class needs: bounds on the metric entropy \(H(\varepsilon)\), for every accuracy and with all
 * constants, rounded outward.
 *
 * <p>Lower bounds count functions that no ball of radius \(\varepsilon\) holds two of (a packing of {@linkplain
 * org.epsilonet.comparator.entropy.LipschitzEntropy walks} or of {@linkplain org.epsilonet.comparator.entropy.BumpPacking
 * bumps with random signs}), or compare {@linkplain org.epsilonet.comparator.entropy.EllipsoidEntropy volumes}. Upper bounds
 * are codes that could be written, {@link org.epsilonet.comparator.entropy.DeltaCode} is one, or volumes again. A class is in
 * every one of these bounds a definite set: its unit ball is defined with the calculator. Where lower and upper bound are
 * apart, the truth is between; the order in \(\varepsilon\) is that of the encoding speed.
 */
package org.epsilonet.comparator.entropy;
