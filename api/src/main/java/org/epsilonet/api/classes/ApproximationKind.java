package org.epsilonet.api.classes;

/**
 * Linear or nonlinear approximation.
 *
 * @see <a href="https://doi.org/10.1017/S0962492900002816">DeVore: Nonlinear approximation, Acta Numerica 1998</a>
 */
public enum ApproximationKind {
    /** Every \(\Sigma_M\) is (a ball in) one linear space, fixed before the target is seen. */
    LINEAR,
    /** The space is chosen to suit the target: free knots, best terms, networks. */
    NONLINEAR
}
