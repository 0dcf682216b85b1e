package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.codec.internal.Contest.Entry;

/**
 * What excerpts tell of families.
 *
 * @param estimates one for each family
 * @param rankings for each excerpt, the entries of all families on it
 */
record Heat(List<Entry> estimates, List<List<Entry>> rankings) {
    /** The bits that a file begins with: the header, and the coder learns, and a few coefficients are always there. */
    private static final int BEGINNING = 260;

    /** What the excerpts tell, of data of which each is this share. */
    static Heat of(List<Entry> thinned, List<Entry> dense, double share) {
        return new Heat(estimates(thinned, dense, share), List.of(thinned, dense));
    }

    /** The best of each excerpt, an eighth of all for each, and then the best by estimate. */
    Set<ParametrizedFamily> best(int count) {
        Set<ParametrizedFamily> best = new LinkedHashSet<>();
        for (List<Entry> ranking : rankings) {
            ranking.stream()
                    .sorted(Contest.BY_BITS)
                    .limit(Math.max(1, count / 8))
                    .map(Entry::family)
                    .forEach(best::add);
        }
        estimates.stream()
                .sorted(Contest.BY_BITS)
                .map(Entry::family)
                .takeWhile(f -> best.size() < count)
                .forEach(best::add);
        return best;
    }

    /**
     * All data need at least the bits of the thinned ones, and of each piece like the dense one what it needs beyond the
     * bits that any codeword begins with.
     */
    private static List<Entry> estimates(List<Entry> thinned, List<Entry> dense, double share) {
        List<Entry> estimates = new ArrayList<>();
        for (int i = 0; i < thinned.size(); i++) {
            Entry t = thinned.get(i);
            Entry d = dense.get(i);
            boolean reached = t.reached() && d.reached();
            double beyond = d.bits() - BEGINNING;
            long bits = reached ? Math.max(t.bits(), Math.round(share * beyond)) : Long.MAX_VALUE;
            double least = d.leastError() == Double.POSITIVE_INFINITY
                    ? t.leastError()
                    : Math.max(t.leastError(), d.leastError());
            estimates.add(new Entry(t.family(), bits, least, Math.max(1, t.budget()), Optional.empty()));
        }
        return estimates;
    }
}
