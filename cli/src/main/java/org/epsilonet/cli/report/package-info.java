/**
 * The report of a comparison: what was measured, beside what theory allows.
 *
 * <p>For a family \(\Sigma = (\Sigma_M)\) and a class \(C\) the comparator measures the approximation speed
 * \(\gamma\) in error \(\sim M^{-\gamma}\), before and after quantization, and the exponent \(\rho\) in error \(\sim
 * \mathrm{bits}^{-\rho}\). If the family is ∞-encodable then \(\gamma \le \gamma^*_{encod}(C)\), and no encoder at all
 * has \(\rho > \gamma^*_{encod}(C)\) (Gonon, Brisebarre, Gribonval, Riccietti, arXiv:2205.11874). So every plot is
 * log-log, where a speed is a slope, and carries a dashed line of slope \(-\gamma^*_{encod}\): its place is arbitrary,
 * its slope is the limit.
 *
 * <p>{@link org.epsilonet.cli.report.ComparisonReport} is the way in. The data of a plot ({@code LogLogPlot}) are
 * computed apart from its drawing, so that all drawings show the same picture.
 */
package org.epsilonet.cli.report;
