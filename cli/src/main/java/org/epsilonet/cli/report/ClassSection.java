package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.RateDistortion;

/**
 * All pairs of one class in one norm: a column of the summary, a section of the report, two plots.
 *
 * @param name its name in file names and anchors: letters, digits, {@code . _ -}; unique in a report
 * @param pairs the pairs, at least one
 * @param functionClass what is known of the class; empty for data
 * @param data rate and distortion, where it is data
 */
record ClassSection(
        String name, List<PairResult> pairs, Optional<FunctionClass> functionClass, Optional<RateDistortion> data) {
    private record Key(String functionClass, LpNorm norm) {}

    ClassSection {
        pairs = List.copyOf(pairs);
    }

    /** The sections of a comparison, in order of first appearance. */
    static List<ClassSection> of(ComparisonResult result, Background background) {
        Map<Key, List<PairResult>> byClass = new LinkedHashMap<>();
        for (PairResult pair : result.pairs()) {
            byClass.computeIfAbsent(new Key(pair.functionClass(), pair.norm()), key -> new ArrayList<>())
                    .add(pair);
        }
        Set<String> taken = new HashSet<>();
        List<ClassSection> sections = new ArrayList<>();
        byClass.forEach((key, pairs) -> sections.add(new ClassSection(
                unique(key, taken),
                pairs,
                background.functionClass(key.functionClass()),
                background.data(key.functionClass(), key.norm()))));
        return List.copyOf(sections);
    }

    String id() {
        return pairs.get(0).functionClass();
    }

    String title() {
        return pairs.get(0).classTitle();
    }

    LpNorm norm() {
        return pairs.get(0).norm();
    }

    OptionalDouble encodingSpeed() {
        return pairs.get(0).encodingSpeed();
    }

    String encodingSource() {
        return pairs.get(0).encodingSource();
    }

    /** The pair of a family with this class, if they were compared. */
    Optional<PairResult> pair(String family) {
        return pairs.stream().filter(pair -> pair.family().equals(family)).findFirst();
    }

    /** The anchor of a pair of this section; the address of the page with {@code #} and this leads to it. */
    String anchor(PairResult pair) {
        return name + "/" + safe(pair.family());
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /** Data files have names of any kind; case is ignored, since some file systems do. */
    private static String unique(Key key, Set<String> taken) {
        String safe = safe(key.functionClass());
        String name = safe.startsWith(".") || safe.isEmpty() ? "class" + safe : safe;
        if (taken.add(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        name += "-" + key.norm();
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = safe + "-" + i;
        }
        return name;
    }
}
