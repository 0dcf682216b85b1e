package org.epsilonet.families.wavelets.filter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.commons.numbers.core.DD;

/** The wavelets of the line by their usual names; each filter bank is computed when it is first asked for. */
public final class NamedFilters {
    /** The most vanishing moments of an orthonormal line. */
    public static final int MOST_MOMENTS = 20;

    private static final int MOST_COIFLET = 5;

    /**
     * Where PyWavelets tabulates the symlet that comes after the middle. A filter and its mirror image are equally
     * asymmetric; no rule is known for the choice.
     */
    private static final Set<Integer> MIRRORED_SYMLETS = Set.of(4, 5, 6, 8, 9, 10, 17, 18);

    private static final int[][] SPLINES = {
        {1, 1}, {1, 3}, {1, 5}, {2, 2}, {2, 4}, {2, 6}, {2, 8}, {3, 1}, {3, 3}, {3, 5}, {3, 7}, {3, 9}
    };

    private static final Map<String, Supplier<FilterBank>> BANKS = banks();
    private static final Map<String, FilterBank> KNOWN = new ConcurrentHashMap<>();

    private NamedFilters() {}

    /** db1 to db20, sym2 to sym20, coif1 to coif5, bior1.1 to bior6.8, in this order. */
    public static List<String> names() {
        return List.copyOf(BANKS.keySet());
    }

    /**
     * The filters of a name.
     *
     * @param name one of {@link #names}
     */
    public static FilterBank of(String name) {
        Supplier<FilterBank> bank = BANKS.get(name);
        if (bank == null) {
            throw new IllegalArgumentException("no wavelet is named '" + name + "'");
        }
        return KNOWN.computeIfAbsent(name, n -> bank.get());
    }

    private static Map<String, Supplier<FilterBank>> banks() {
        Map<String, Supplier<FilterBank>> banks = new LinkedHashMap<>();
        for (int n = 1; n <= MOST_MOMENTS; n++) {
            int moments = n;
            banks.put("db" + n, () -> FilterBank.orthonormal(SpectralFactor.extremalPhase(moments), moments));
        }
        for (int n = 2; n <= MOST_MOMENTS; n++) {
            int moments = n;
            banks.put("sym" + n, () -> FilterBank.orthonormal(symlet(moments), moments));
        }
        for (int k = 1; k <= MOST_COIFLET; k++) {
            int order = k;
            banks.put("coif" + k, () -> FilterBank.orthonormal(Coiflet.lowPass(order), 2 * order));
        }
        for (int[] orders : SPLINES) {
            banks.put("bior" + orders[0] + "." + orders[1], () -> BiorthogonalFilters.splines(orders[0], orders[1]));
        }
        banks.put("bior4.4", () -> BiorthogonalFilters.nearlyOrthonormal(4, 4, 1));
        banks.put("bior5.5", () -> BiorthogonalFilters.nearlyOrthonormal(6, 4, 2));
        banks.put("bior6.8", () -> BiorthogonalFilters.nearlyOrthonormal(6, 8, 2));
        return Collections.unmodifiableMap(banks);
    }

    private static DD[] symlet(int moments) {
        DD[] early = SpectralFactor.leastAsymmetric(moments);
        return MIRRORED_SYMLETS.contains(moments) ? Filters.reversed(early) : early;
    }
}
