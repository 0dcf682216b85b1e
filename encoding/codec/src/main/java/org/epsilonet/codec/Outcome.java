package org.epsilonet.codec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Distance;
import org.epsilonet.codec.internal.Contest;
import org.epsilonet.codec.internal.Goal;
import org.epsilonet.codec.internal.VerifiedFile;

/** What an encoder tells of a file, or of there being none. */
final class Outcome {
    private Outcome() {}

    static Encoding reached(
            Goal goal, VerifiedFile file, List<Contest.Entry> entries, Map<ParametrizedFamily, Double> seconds) {
        FileHeader header = file.header();
        List<Candidate> candidates = new ArrayList<>();
        if (entries.isEmpty()) {
            candidates.add(new Candidate(header.family(), header.bits(), true, OptionalLong.of(header.bits()), 0));
        }
        for (Contest.Entry entry : entries) {
            boolean written = entry.family().id().equals(header.family());
            candidates.add(candidate(entry, written ? OptionalLong.of(header.bits()) : OptionalLong.empty(), seconds));
        }
        return new Encoding(
                true,
                file.bytes(),
                header.family(),
                header.structureBits(),
                header.parameterBits(),
                header.headerBits(),
                header.parameters(),
                header.corrections(),
                header.correctionBits(),
                file.error(),
                goal.bound(),
                goal.norm(),
                candidates);
    }

    static Encoding notReached(Goal goal, List<Contest.Entry> entries, Map<ParametrizedFamily, Double> seconds) {
        Contest.Entry nearest = entries.stream()
                .min(Comparator.comparingDouble(Contest.Entry::leastError))
                .orElseThrow();
        return new Encoding(
                false,
                new byte[0],
                nearest.family().id(),
                0,
                0,
                0,
                0,
                0,
                0,
                // On large data many families are tried on excerpts alone.
                Distance.estimated(nearest.leastError(), nearest.leastError(), goal.norm()),
                goal.bound(),
                goal.norm(),
                entries.stream()
                        .map(e -> candidate(e, OptionalLong.empty(), seconds))
                        .toList());
    }

    private static Candidate candidate(
            Contest.Entry entry, OptionalLong written, Map<ParametrizedFamily, Double> seconds) {
        double spent = seconds.getOrDefault(entry.family(), 0.0);
        // A family that does not reach the error may be written with corrections.
        long bits = entry.bits() < Long.MAX_VALUE ? entry.bits() : written.orElse(Long.MAX_VALUE);
        return new Candidate(entry.family().id(), bits, bits < Long.MAX_VALUE, written, spent);
    }
}
