package org.epsilonet.cli;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which name was meant, by Levenshtein distance. */
final class NearestName {
    private NearestName() {}

    /** The name with the fewest insertions, deletions and substitutions. */
    static String of(String word, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(word, name)))
                .orElse("");
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                } else {
                    int substituted = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
                }
            }
            above = row;
        }
        return above[b.length()];
    }
}
