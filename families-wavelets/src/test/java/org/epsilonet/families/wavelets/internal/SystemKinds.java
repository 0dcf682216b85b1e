package org.epsilonet.families.wavelets.internal;

import java.util.List;
import java.util.Set;

/** A few systems of every kind, for tests whose cost is that of many cascades; identities are tested for all. */
final class SystemKinds {
    private static final Set<String> IDS = Set.of(
            "haar", "cdf53", "cdf97", "db2", "db4", "db7", "db10", "sym5", "coif2", "bior1.3", "bior2.6", "bior3.5",
            "bior6.8");

    private SystemKinds() {}

    static List<WaveletSystem> systems() {
        return WaveletSystem.all().stream().filter(s -> IDS.contains(s.id())).toList();
    }

    /** Whether a family is made of one of them. */
    static boolean includes(WaveletFamily family) {
        return IDS.stream().anyMatch(id -> family.id().startsWith("wavelets." + id + "."));
    }
}
