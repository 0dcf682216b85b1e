package org.epsilonet.architecture.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The modules of this project as built: the jars in the target folders of the reactor. */
final class BuiltModules {
    /** Programs and tests on the class path; they have no descriptor. */
    private static final List<String> NO_MODULES =
            List.of("epsilonet-snippets.jar", "epsilonet-benchmarks.jar", "epsilonet-architecture.jar");

    private BuiltModules() {}

    /** The root of the repository. */
    static Path root() {
        return Path.of(System.getProperty("basedir", "."))
                .toAbsolutePath()
                .resolve("../..")
                .normalize();
    }

    /** All modules, sorted by name. */
    static List<ModuleReference> all() {
        return ModuleFinder.of(jars()).findAll().stream()
                .sorted(Comparator.comparing(m -> m.descriptor().name()))
                .toList();
    }

    private static Path[] jars() {
        try (Stream<Path> files = Files.walk(root(), 4)) {
            return files.filter(BuiltModules::isOfAModule).toArray(Path[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfAModule(Path file) {
        String name = file.getFileName().toString();
        return file.getParent().endsWith("target")
                && name.matches("epsilonet-.*\\.jar")
                && !name.matches(".*-(sources|javadoc|tests)\\.jar")
                && !NO_MODULES.contains(name);
    }
}
