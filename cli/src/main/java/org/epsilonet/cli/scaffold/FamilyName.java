package org.epsilonet.cli.scaffold;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a new family. It is the family's id, its module and its package, so it must be all three: lower case words
 * of letters and digits, with dots between them.
 *
 * @param id the name, for example {@code acme.chirplets}
 */
public record FamilyName(String id) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*([.][a-z][a-z0-9]*)*");
    private static final int LONGEST = 64;
    private static final Set<String> CONTRACT = Set.of("approximation", "parametrized", "union");

    /** Words of the language that consist of lower case letters. */
    private static final Set<String> RESERVED = Set.of(("abstract assert boolean break byte case catch char class const"
                    + " continue default do double else enum extends final finally float for goto if implements import"
                    + " instanceof int interface long native new package private protected public return short static"
                    + " strictfp super switch synchronized this throw throws transient try void volatile while true false"
                    + " null")
            .split(" "));

    /**
     * @throws IllegalArgumentException if it is not the name of a package, too long, or somebody else's
     */
    public FamilyName {
        if (!FORM.matcher(id).matches() || id.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no name for a family: lower case letters and digits, words"
                            + " that start with a letter, dots between them, at most " + LONGEST + " characters, as in"
                            + " acme.chirplets");
        }
        for (String word : id.split("[.]")) {
            if (RESERVED.contains(word)) {
                throw new IllegalArgumentException(
                        "'" + id + "' is no name for a family: '" + word + "' is a word of the language Java");
            }
        }
        if (id.matches("(java|javax|jdk|org[.]epsilonet)([.].*)?")) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no name for a family: packages of that name belong to others");
        }
    }

    /** The class: its last word, Family. Three such classes are the contract's own, and take a plural. */
    public String className() {
        String last = id.substring(id.lastIndexOf('.') + 1);
        String plural = CONTRACT.contains(last) ? "s" : "";
        return Character.toUpperCase(last.charAt(0)) + last.substring(1) + plural + "Family";
    }

    /** Its words with dashes between them: an artifact, a jar, a plug-in. */
    public String artifact() {
        return id.replace('.', '-');
    }
}
