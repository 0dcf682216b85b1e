package org.epsilonet.comparator.study.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What code computes a result: a hash of the contents of the modules that take part, and of all that they read, the JDK
 * aside. Another build of the same sources is the same code; a family that was changed is other code, and only its cells
 * are measured again.
 */
public final class CodeVersion {
    private static final int DIGITS = 16;

    private final Map<String, byte[]> hashes = new ConcurrentHashMap<>();

    /**
     * The version of what the given classes and this module do together.
     *
     * @param classes one of each module that takes part
     * @return 16 hexadecimal digits
     * @throws UncheckedIOException if code cannot be read
     */
    public String of(List<Class<?>> classes) {
        Set<ModuleReference> code = new LinkedHashSet<>(references(CodeVersion.class));
        classes.forEach(c -> code.addAll(references(c)));
        Set<String> contents = new TreeSet<>();
        code.forEach(module -> contents.add(module.descriptor().name() + "="
                + HexFormat.of().formatHex(hashes.computeIfAbsent(module.toString(), m -> hash(module)))));
        MessageDigest digest = Sha256.digest();
        contents.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    /** The module of a class and those it reads; on the class path the jar it comes from, or its folder of classes. */
    private static Set<ModuleReference> references(Class<?> type) {
        ModuleLayer layer = type.getModule().getLayer();
        if (layer == null) {
            return ModuleFinder.of(location(type)).findAll();
        }
        Set<ResolvedModule> reached = new LinkedHashSet<>();
        layer.configuration().findModule(type.getModule().getName()).ifPresent(module -> reach(module, reached));
        Set<ModuleReference> references = new LinkedHashSet<>();
        reached.forEach(module -> references.add(module.reference()));
        return references;
    }

    private static void reach(ResolvedModule module, Set<ResolvedModule> reached) {
        boolean isOfTheJdk = module.reference()
                .location()
                .map(uri -> "jrt".equals(uri.getScheme()) && !module.name().startsWith("org.epsilonet."))
                .orElse(true);
        if (!isOfTheJdk && reached.add(module)) {
            module.reads().forEach(read -> reach(read, reached));
        }
    }

    private static Path location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no place of " + type, e);
        }
    }

    private static byte[] hash(ModuleReference module) {
        MessageDigest digest = Sha256.digest();
        try (ModuleReader reader = module.open()) {
            for (String name :
                    reader.list().filter(CodeVersion::counts).sorted().toList()) {
                try (InputStream in = reader.open(name).orElseThrow()) {
                    byte[] content = in.readAllBytes();
                    digest.update(name.getBytes(StandardCharsets.UTF_8));
                    digest.update(ByteBuffer.allocate(Long.BYTES)
                            .putLong(content.length)
                            .flip());
                    digest.update(content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    /** Classes and resources; what a build tool writes about itself is no code. */
    private static boolean counts(String entry) {
        return !entry.endsWith("/") && !entry.startsWith("META-INF/");
    }
}
