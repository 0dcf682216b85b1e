package org.epsilonet.architecture.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jars as their users get them. ArchUnit does not read module descriptors; these tests do. */
class BuiltModulesTest {
    private static final Path DESCRIPTIONS =
            BuiltModules.root().resolve("examples/architecture/src/test/resources/org/epsilonet/architecture/rules");
    private static final String SERVICES = "META-INF/services/";

    static List<ModuleReference> modules() {
        return BuiltModules.all();
    }

    @Test
    void everyDescribedModuleWasBuiltAndEveryBuiltModuleIsDescribed() throws IOException {
        try (Stream<Path> files = Files.list(DESCRIPTIONS)) {
            Set<String> described = files.map(f -> f.getFileName().toString().replace(".txt", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    described,
                    modules().stream().map(m -> m.descriptor().name()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noneIsAutomatic(ModuleReference module) {
        assertFalse(module.descriptor().isAutomatic(), "a jar without module-info.class: " + module);
    }

    /** An accidental export shows up in a diff. */
    @ParameterizedTest
    @MethodSource("modules")
    void exportsAreThoseWrittenDown(ModuleReference module) throws IOException {
        ModuleDescriptor descriptor = module.descriptor();
        List<String> actual = Stream.concat(
                        descriptor.exports().stream().map(e -> "exports " + e.source() + to(e.targets())),
                        descriptor.opens().stream().map(o -> "opens " + o.source() + to(o.targets())))
                .sorted()
                .toList();
        Path description = DESCRIPTIONS.resolve(descriptor.name() + ".txt");
        assertEquals(Files.readAllLines(description, StandardCharsets.UTF_8), actual, description::toString);
    }

    private static String to(Set<String> targets) {
        return targets.isEmpty() ? "" : " to " + String.join(", ", new TreeSet<>(targets));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packagesStartWithTheModuleName(ModuleReference module) {
        ModuleDescriptor descriptor = module.descriptor();
        for (String name : descriptor.packages()) {
            assertTrue((name + ".").startsWith(descriptor.name() + "."), name + " in " + descriptor.name());
        }
    }

    @Test
    void theApiRequiresTheJdkAlone() {
        Map<String, Set<Modifier>> requires = new TreeMap<>();
        modules().stream()
                .map(ModuleReference::descriptor)
                .filter(d -> d.name().equals("org.epsilonet.api"))
                .flatMap(d -> d.requires().stream())
                .forEach(r -> requires.put(r.name(), r.modifiers()));
        assertEquals(Map.of("java.base", Set.of(Modifier.MANDATED), "org.jspecify", Set.of(Modifier.STATIC)), requires);
    }

    @Test
    void noModuleRequiresAFamily() {
        Set<String> families = modules().stream()
                .map(ModuleReference::descriptor)
                .filter(BuiltModulesTest::providesFamilies)
                .map(ModuleDescriptor::name)
                .collect(Collectors.toSet());
        assertTrue(families.size() >= 4, () -> "splines, wavelets, networks and the example, found " + families);
        List<String> seen = modules().stream()
                .map(ModuleReference::descriptor)
                .flatMap(d -> d.requires().stream()
                        .filter(r -> families.contains(r.name()))
                        // A module inside a family, such as the faster kernel of the networks, is part of it.
                        .filter(r -> !d.name().startsWith(r.name() + "."))
                        .map(r -> d.name() + " requires " + r.name()))
                .toList();
        assertEquals(List.of(), seen);
    }

    private static boolean providesFamilies(ModuleDescriptor descriptor) {
        return descriptor.provides().stream()
                .anyMatch(p -> p.service().equals("org.epsilonet.api.family.FamilyProvider"));
    }

    /** The same jars run on a class path, where only {@code META-INF/services} counts. */
    @ParameterizedTest
    @MethodSource("modules")
    void servicesAreDeclaredTwiceAndAlike(ModuleReference module) throws IOException {
        Map<String, List<String>> provided = new TreeMap<>();
        module.descriptor().provides().forEach(p -> provided.put(p.service(), p.providers()));
        Map<String, List<String>> listed = new TreeMap<>();
        try (ModuleReader reader = module.open();
                Stream<String> entries = reader.list()) {
            entries.filter(e -> e.startsWith(SERVICES) && !e.endsWith("/"))
                    .forEach(e -> listed.put(e.substring(SERVICES.length()), lines(reader, e)));
        }
        assertEquals(provided, listed);
    }

    private static List<String> lines(ModuleReader reader, String entry) {
        try (var in = reader.open(entry).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
