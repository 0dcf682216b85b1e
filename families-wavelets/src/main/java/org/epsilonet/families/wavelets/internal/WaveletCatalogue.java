package org.epsilonet.families.wavelets.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.epsilonet.api.family.ApproximationFamily;

/** All families of this module; they share one instance of each system, and its remembered filters. */
public final class WaveletCatalogue {
    /** Systems for which trees and hyperbolic crosses are offered: one of every kind. */
    private static final Set<String> SHOWN = Set.of("haar", "db4", "sym8", "cdf97");

    /** Orthonormal systems for which packets are offered. */
    private static final Set<String> WITH_PACKETS = Set.of("haar", "db4", "db8", "sym8");

    private static final List<ApproximationFamily> FAMILIES = Stream.concat(
                    WaveletSystem.all().stream().flatMap(WaveletCatalogue::families), Stream.of(new DeepHaarFamily()))
            .toList();

    private WaveletCatalogue() {}

    private static Stream<ApproximationFamily> families(WaveletSystem system) {
        Stream<WaveletFamily> isotropic = Stream.of(Selection.values())
                .filter(s -> s != Selection.TREE || SHOWN.contains(system.id()))
                .map(selection -> new WaveletFamily(system, selection));
        Stream<WaveletFamily> hyperbolic = Stream.of(Selection.FIRST, Selection.BEST)
                .filter(s -> SHOWN.contains(system.id()))
                .map(selection -> WaveletFamily.hyperbolic(system, selection));
        Stream<PacketFamily> packets =
                Stream.of(system).filter(s -> WITH_PACKETS.contains(s.id())).map(PacketFamily::new);
        return Stream.of(isotropic, hyperbolic, packets).flatMap(f -> f);
    }

    /** Two or three families for each system, and a control; nothing is computed yet. */
    public static List<ApproximationFamily> families() {
        return FAMILIES;
    }
}
