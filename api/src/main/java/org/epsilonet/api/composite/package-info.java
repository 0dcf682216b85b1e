/**
 * Families made of families: the domain is cut into cells, each with an element of a member of its own.
 *
 * <p>A sound that is a tone, then noise, then silence has no good basis, but each of its parts has one. With \(T\) the trees
 * of at most \(J\) dyadic cuts (quadtrees in the plane), a composite family has the sets
 * \[ \Sigma_M = \Bigl\{ f : f|_c \in \Sigma^{i(c)}_{m(c)} \text{ on the leaves } c \text{ of some } t \in T,\;
 *    \textstyle\sum_c \kappa_{i(c)}(m(c)) + |t| - 1 \le M \Bigr\} \]
 * where \(|t|\) is the number of leaves and \(\kappa_i(m) = \max(m, k_m + \lceil\log_2|S_m|/12\rceil)\) what an element of
 * member \(i\) costs: parameters, and structure at twelve bits to the parameter, so that a long list of positions is not
 * taken for free. Budgets of cells are taken from a geometric ladder only, {@code 1, 2, 3, 4, 6, 8, 12, ...}.
 *
 * <p><b>Selection.</b> In \(L^p\), \(p < \infty\), both the cost and the \(p\)-th power of the error add over cells. For every
 * node the lower convex hull of all (cost, error) pairs is found from the leaves up: that of the children's Minkowski sum, a
 * merge by slopes, and of the members' own pairs. These are exactly the solutions of \(\min(\text{error} + \lambda\,\text{cost})\)
 * for all prices \(\lambda\) at once. In the supremum norm, and for \(p > 20\), for each of a ladder of error bounds, the least
 * cost. One pass serves all budgets, in \(O(N J)\) samples for every member and rung. Errors never grow with
 * the budget, but for finite \(p > 20\), where cells are chosen by another norm than the one that they are fitted in.
 *
 * <p><b>Encodability.</b> There are at most \(2^{dJ}\) cells, whatever \(M\), and \(m(c) \le M\). So if the bounds of the
 * members' parametrizations hold for all \(m \le M\), as they do where these grow with \(m\), a covering of \(\Sigma_M\) needs
 * at most the bits of a tree and \(2^{dJ}\) times those of a member's \(\Sigma^i_M\): \(h\) is at most the largest of the members'.
 * Conversely one cell is a tree: a nested member with \(\kappa_i(m) = O(m^{1+\delta})\) for all \(\delta > 0\) is not worse than the
 * composite. Of such members a composite is ∞-encodable if and only if all are.
 *
 * @see <a href="https://doi.org/10.1109/18.32124">Chou, Lookabaugh and Gray, Optimal pruning with applications to
 *     tree-structured source coding and modeling, 1989</a>
 * @see <a href="https://doi.org/10.1109/83.217221">Ramchandran and Vetterli, Best wavelet packet bases in a rate-distortion
 *     sense, 1993</a>
 * @see "docs/theory.md, A8"
 */
package org.epsilonet.api.composite;
