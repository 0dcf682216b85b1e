/**
 * Function classes: what is to be approximated, and how many bits that takes at least.
 *
 * <p>The encoding speed of a class \(C\) in a metric is \(\gamma^*_{encod}(C) = \sup\{\gamma : H(\varepsilon) =
 * O(\varepsilon^{-1/\gamma})\}\), with \(H\) the metric entropy: the base-2 logarithm of the least number of balls of
 * radius \(\varepsilon\) that cover \(C\). It is known for many classes and cited with each. A class offers {@linkplain
 * org.epsilonet.api.classes.Instance instances}, elements hard enough to show its approximation speed, and a {@link
 * org.epsilonet.api.classes.Smoothness} by which a family recognizes it, so that families and classes from different
 * plug-ins meet without knowing each other.
 */
package org.epsilonet.api.classes;
