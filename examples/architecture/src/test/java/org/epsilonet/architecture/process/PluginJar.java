package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A stranger's family and function class in a jar, compiled here. */
final class PluginJar {
    private static final String FAMILY = """
            package %1$s;
            import java.util.List;
            import java.util.Optional;
            import java.util.Set;
            import org.epsilonet.api.classes.*;
            import org.epsilonet.api.encodability.*;
            import org.epsilonet.api.family.*;
            import org.epsilonet.api.function.*;
            public final class Provider implements FamilyProvider, FunctionClassProvider {
                public Provider() { %3$s }
                public List<ApproximationFamily> families() { %4$s return List.of(new Family()); }
                public Set<String> representatives(int dimension) { return Set.of(); }
                public List<FunctionClass> classes() { return List.of(new Lines()); }
                static final class Lines implements FunctionClass {
                    public String id() { return "%2$s.lines"; }
                    public String title() { return "a stranger's class, with an easy function marked as hard"; }
                    public Smoothness smoothness() { return new Smoothness.Hoelder(1, 1); }
                    public LpNorm norm() { return LpNorm.L2; }
                    public Optional<CitedSpeed> encodingSpeed(LpNorm norm) {
                        return Optional.of(CitedSpeed.of(1, "Kolmogorov and Tikhomirov"));
                    }
                    public List<Instance> instances(long seed) {
                        return List.of(new Instance(
                                Formula.of("parabola", x -> x * x), Set.of(ApproximationKind.LINEAR)));
                    }
                }
                static final class Family implements ApproximationFamily {
                    public String id() { return "%2$s"; }
                    public String title() { return "a stranger's family"; }
                    public String parameterMeaning() { return "nothing"; }
                    public Set<Integer> dimensions() { return Set.of(1); }
                    public ApproximationKind kind() { return ApproximationKind.LINEAR; }
                    public Approximation approximate(Target target, int budget, LpNorm norm) {
                        throw new IllegalArgumentException("approximates nothing");
                    }
                    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
                        return EncodabilityClaim.of(
                                Growth.ZERO, Growth.LINEAR, Growth.CONSTANT, Growth.LOG, "made for a test");
                    }
                    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
                        return Optional.empty();
                    }
                }
            }
            """;

    private PluginJar() {}

    /**
     * Writes {@code folder/module.jar}.
     *
     * @param cli whose api it is compiled against
     * @param id the id of its one family
     * @param constructing what the provider does when it is made
     * @param listing what it does before it lists its family
     */
    static Path write(Cli cli, Path folder, String module, String id, String constructing, String listing)
            throws IOException {
        String descriptor = "module " + module
                + " { requires org.epsilonet.api; provides org.epsilonet.api.family.FamilyProvider with " + module
                + ".Provider; provides org.epsilonet.api.classes.FunctionClassProvider with " + module
                + ".Provider; }";
        String provider = FAMILY.formatted(module, id, constructing, listing);
        return write(
                cli,
                folder,
                module,
                Map.of(module.replace('.', '/') + "/Provider.java", provider, "module-info.java", descriptor),
                List.of());
    }

    /**
     * Writes {@code folder/module.jar} from sources.
     *
     * @param cli whose api they are compiled against
     * @param sources file name to text
     * @param libraries further jars on the module path
     */
    static Path write(Cli cli, Path folder, String module, Map<String, String> sources, List<Path> libraries)
            throws IOException {
        Path root = Files.createTempDirectory("plugin");
        try {
            return write(cli, root, folder, module, sources, libraries);
        } finally {
            delete(root);
        }
    }

    private static Path write(
            Cli cli, Path root, Path folder, String module, Map<String, String> sources, List<Path> libraries)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        Path classes = root.resolve("classes");
        List<Path> path = new ArrayList<>(cli.jars());
        path.addAll(libraries);
        path.addAll(junit());
        compile(path, classes, files);
        Path jar = Files.createDirectories(folder).resolve(module + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> entries = Files.walk(classes)) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(entry).toString().replace(File.separatorChar, '/')));
                Files.copy(entry, out);
            }
        }
        return jar;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    /** What a module that requires the testkit is compiled with, though it runs without. */
    private static List<Path> junit() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().matches("(junit-|opentest4j|apiguardian).*[.]jar"))
                .toList();
    }

    private static void compile(List<Path> modules, Path classes, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = modules.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("--release", "17", "-p", path, "-d", classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertEquals("true", compiled + messages.toString());
        }
    }
}
