package org.epsilonet.families.wavelets.internal;

import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.family.ApproximationFamily;

/** All families of this module; they share one instance of each system, and its remembered filters. */
public final class WaveletCatalogue {
    private static final List<ApproximationFamily> FAMILIES = Stream.concat(
                    WaveletSystem.all().stream()
                            .flatMap(s -> Stream.of(new WaveletFamily(s, false), new WaveletFamily(s, true))),
                    Stream.of(new DeepHaarFamily()))
            .<ApproximationFamily>map(f -> f)
            .toList();

    private WaveletCatalogue() {}

    /** Two families for each system, and a control; nothing is computed yet. */
    public static List<ApproximationFamily> families() {
        return FAMILIES;
    }
}
