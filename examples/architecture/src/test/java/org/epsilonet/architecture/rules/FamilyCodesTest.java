package org.epsilonet.architecture.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.ParametrizedFamily;
import org.junit.jupiter.api.Test;

/** Files of built-in families name them in a byte or two: every one has a line in the register, and keeps it. */
class FamilyCodesTest {
    private static final Path REGISTER =
            Path.of("encoding/codec/src/main/resources/org/epsilonet/codec/internal/family-codes.txt");

    /** Families from outside spell out their ids. */
    private static boolean isBuiltIn(ApproximationFamily family) {
        return family.getClass().getName().startsWith("org.epsilonet.families.")
                && family instanceof ParametrizedFamily;
    }

    @Test
    void everyBuiltInFamilyIsRegistered() throws IOException {
        List<String> register = Files.readAllLines(BuiltModules.root().resolve(REGISTER));
        assertEquals(register.size(), new HashSet<>(register).size(), "a line is there twice");
        List<String> builtIn = Families.available().stream()
                .filter(FamilyCodesTest::isBuiltIn)
                .map(ApproximationFamily::id)
                .toList();
        assertTrue(builtIn.size() > 100, builtIn + " are all there are");
        List<String> missing =
                builtIn.stream().filter(id -> !register.contains(id)).toList();
        assertEquals(List.of(), missing, "to be added at the end of " + REGISTER);
        assertFalse(register.stream().anyMatch(String::isBlank));
    }
}
