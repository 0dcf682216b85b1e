package org.epsilonet.testkit.internal;

import java.util.Locale;

/** A counterexample to a law. */
public final class LawBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param counterexample a sentence with numbers
     */
    public LawBroken(String counterexample) {
        super(counterexample);
    }

    /**
     * @throws LawBroken if the condition is false
     */
    static void unless(boolean condition, String format, Object... numbers) {
        if (!condition) {
            throw new LawBroken(String.format(Locale.ROOT, format, numbers));
        }
    }
}
