package org.epsilonet.cli.scaffold;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of a new family. */
public final class FamilyModule {
    private FamilyModule() {}

    /**
     * Writes it beside its place and moves it there: it is complete or not there.
     *
     * @param name the family
     * @param folder the place; an empty folder or none
     * @return the files, relative to the folder, sorted
     * @throws IllegalArgumentException if there is something at the place already
     * @throws IOException if it cannot be written; then nothing is left behind
     */
    public static List<String> write(FamilyName name, Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        requireEmpty(folder, place);
        Files.createDirectories(place.getParent());
        Path temporary = Files.createTempDirectory(place.getParent(), ".epsilonet-");
        try {
            JarRepository repository = JarRepository.ofThisProgram();
            for (Map.Entry<String, String> file :
                    texts(name, repository.version()).entrySet()) {
                Path path = temporary.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            repository.writeTo(temporary.resolve("repository"));
            List<String> files = files(temporary);
            temporary.toFile().setReadable(true, false);
            temporary.toFile().setExecutable(true, false);
            Files.deleteIfExists(place);
            Files.move(temporary, place);
            return files;
        } finally {
            delete(temporary);
        }
    }

    private static void requireEmpty(Path named, Path place) throws IOException {
        if (Files.notExists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new IllegalArgumentException(named + ": is a file; name a folder that is empty or not there");
        }
        try (Stream<Path> entries = Files.list(place)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(named + ": is not empty; name a folder that is empty or not there");
            }
        }
    }

    private static Map<String, String> texts(FamilyName name, String version) throws IOException {
        String sources = "src/main/java/" + name.id().replace('.', '/') + "/";
        String tests = "src/test/java/" + name.id().replace('.', '/') + "/";
        Map<String, String> templates = new TreeMap<>();
        templates.put("pom.xml", "pom.xml");
        templates.put("README.md", "README.md");
        templates.put("src/main/java/module-info.java", "module-info.java");
        templates.put("src/main/resources/META-INF/services/org.epsilonet.api.family.FamilyProvider", "services");
        templates.put(sources + name.className() + ".java", "Family.java");
        templates.put(sources + "Pieces.java", "Pieces.java");
        templates.put(sources + name.className() + "Provider.java", "Provider.java");
        templates.put(tests + name.className() + "Test.java", "FamilyTest.java");
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, String> template : templates.entrySet()) {
            texts.put(
                    template.getKey(),
                    template(template.getValue())
                            .replace("@package@", name.id())
                            .replace("@id@", name.id())
                            .replace("@Name@", name.className())
                            .replace("@artifact@", name.artifact())
                            .replace("@version@", version));
        }
        return texts;
    }

    private static String template(String name) throws IOException {
        try (InputStream resource = FamilyModule.class.getResourceAsStream(name + ".txt")) {
            if (resource == null) {
                throw new FileNotFoundException("the program lacks its template " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.add(folder.relativize(file).toString().replace('\\', '/')));
        }
        files.sort(null);
        return files;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path path : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
