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

    /** Published files name these by their place: the list may never change. */
    @Test
    void frequentFamiliesKeepTheirPlaces() throws IOException {
        assertEquals(
                List.of(
                        "cosine.first",
                        "fourier.first",
                        "chebyshev.first",
                        "splines.dyadic.degree1",
                        "splines.dyadic.degree2",
                        "splines.dyadic.degree3",
                        "splines.uniform.degree0",
                        "splines.uniform.degree1",
                        "splines.uniform.degree3",
                        "splines.free-knot.degree0",
                        "splines.free-knot.degree1",
                        "splines.piecewise.degree1",
                        "wavelets.cdf53.first",
                        "wavelets.sym8.first",
                        "relu.shallow",
                        // From version 7 on.
                        "relu.sawtooth",
                        "wavelets.sym8.packet",
                        "splines.free-knot.degree2",
                        "fourier.best",
                        "cosine.best",
                        "wavelets.cdf53.best",
                        "wavelets.sym8.best",
                        "splines.wedgelet.degree1"),
                Files.readAllLines(BuiltModules.root().resolve(REGISTER.resolveSibling("frequent-families.txt"))));
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
