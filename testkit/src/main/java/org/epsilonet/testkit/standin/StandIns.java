package org.epsilonet.testkit.standin;

import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.family.ParametrizedFamily;

/** The stand-in families. Their ids start with {@code stand-in.}, so that no registry takes them for others. */
public final class StandIns {
    private StandIns() {}

    /** The plainest family that keeps every law: constants on equal pieces. */
    public static ParametrizedFamily sound() {
        return new PiecewiseConstants("stand-in.piecewise-constants");
    }

    /** At least one fault for every law, in no particular order; each is a family of its own id. */
    public static List<PlantedFault> faults() {
        return Stream.of(FaultyResults.all(), FaultyCalls.all(), FaultyStructures.all(), FaultyNumbers.all())
                .flatMap(List::stream)
                .toList();
    }
}
