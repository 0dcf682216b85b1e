/**
 * Compares how fast families approximate with how many bits classes need.
 *
 * <p>For a class \(C\) and a family \(\Sigma\) the approximation speed is \(\gamma^*_{approx} = \sup\{\gamma : \sup_{f\in
 * C} d(f,\Sigma_M) = O(M^{-\gamma})\}\) and the encoding speed \(\gamma^*_{encod}\) is that of the best codes, error
 * against bits. If \(\Sigma\) is ∞-encodable then \(\gamma^*_{approx}(C|\Sigma) \le \gamma^*_{encod}(C)\) for every
 * class. {@link org.epsilonet.comparator.Comparison} measures the left side on instances of the class, before and after
 * quantization, {@link org.epsilonet.comparator.SpeedEstimator} turns finitely many budgets into a speed with an
 * interval, and {@link org.epsilonet.comparator.PairVerdict} says how it compares with the right side, which is cited.
 *
 * <p>The module also contributes the standard function classes, found through {@link
 * org.epsilonet.api.classes.FunctionClasses}.
 */
package org.epsilonet.comparator;
