package org.epsilonet.cli.scaffold;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The jars that a family is compiled and tested with, as a Maven repository in a folder: a stranger's module builds on any
 * machine, without anything being published or installed. The version ends with a checksum of the jars, so that no cache
 * takes those of another day for these.
 */
final class JarRepository {
    /** Each with those before it that it requires. */
    private static final List<String> MODULES =
            List.of("org.epsilonet.api", "org.epsilonet.quantization", "org.epsilonet.codec", "org.epsilonet.testkit");

    private static final String GROUP = "org.epsilonet";

    private final Map<String, Path> jars;
    private final String version;

    private JarRepository(Map<String, Path> jars, String version) {
        this.jars = jars;
        this.version = version;
    }

    /**
     * The modules that this program runs on.
     *
     * @throws IOException if one of them is not a jar
     */
    static JarRepository ofThisProgram() throws IOException {
        Map<String, Path> jars = new LinkedHashMap<>();
        CRC32 checksum = new CRC32();
        for (String module : MODULES) {
            Path jar = Path.of(location(module));
            if (!Files.isRegularFile(jar)) {
                throw new IOException("the module " + module + " is not in a jar but in " + jar);
            }
            checksum.update(Files.readAllBytes(jar));
            jars.put(module, jar);
        }
        return new JarRepository(jars, "0.1.0-" + Long.toHexString(checksum.getValue()));
    }

    private static ModuleReference reference(String module) {
        return ModuleLayer.boot()
                .configuration()
                .findModule(module)
                .orElseThrow(() -> new IllegalStateException("the module " + module + " is missing"))
                .reference();
    }

    private static URI location(String module) {
        return reference(module)
                .location()
                .orElseThrow(() -> new IllegalStateException("the module " + module + " lies nowhere"));
    }

    String version() {
        return version;
    }

    void writeTo(Path repository) throws IOException {
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            String artifact = artifact(jar.getKey());
            Path folder = Files.createDirectories(repository
                    .resolve(GROUP.replace('.', '/'))
                    .resolve(artifact)
                    .resolve(version));
            Files.copy(jar.getValue(), folder.resolve(artifact + "-" + version + ".jar"));
            Files.writeString(
                    folder.resolve(artifact + "-" + version + ".pom"),
                    pom(artifact, reference(jar.getKey()).descriptor()));
        }
    }

    private String pom(String artifact, ModuleDescriptor module) {
        StringBuilder pom = new StringBuilder("<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n"
                + "  <modelVersion>4.0.0</modelVersion>\n" + coordinates(artifact) + "  <dependencies>\n");
        module.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .filter(MODULES::contains)
                .sorted()
                .forEach(name -> pom.append("  <dependency>\n")
                        .append(coordinates(artifact(name)))
                        .append("  </dependency>\n"));
        return pom.append("  </dependencies>\n</project>\n").toString();
    }

    private String coordinates(String artifact) {
        return "  <groupId>" + GROUP + "</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version>\n";
    }

    private static String artifact(String module) {
        return "epsilonet-" + module.substring(GROUP.length() + 1).replace('.', '-');
    }
}
