package org.epsilonet.api.family;

/** How a parameter set \(\Theta_s\) lies in the cube \([-r, r]^k\). */
public enum ParameterSet {
    /** It is the whole cube. */
    CUBE,
    /**
     * With \(\theta\) it holds every \(\theta'\) of the same signs with \(|\theta'_i| \le |\theta_i|\): balls of
     * operator norms for \(q \in \{1, \infty\}\) and entrywise norms. Rounding towards zero never leaves it.
     */
    SOLID
}
