package org.epsilonet.api.family;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plug-ins in folders: each sub-folder {@code DIR/<plug-in>/*.jar} becomes one module layer with one class loader of its
 * own above the installed modules, so that two plug-ins may carry different versions of one library.
 */
public final class PluginLayers {
    private PluginLayers() {}

    /**
     * The layers of all plug-ins of a folder, in the order of their names.
     *
     * @param folder the folder of plug-ins
     * @throws IllegalArgumentException if it cannot be read, or a plug-in's modules cannot be resolved
     */
    public static List<ModuleLayer> in(Path folder) {
        List<Path> plugins = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            entries.forEach(plugins::add);
        } catch (IOException e) {
            throw new IllegalArgumentException("--plugins " + folder + ": no such folder, or it cannot be read", e);
        }
        plugins.sort(null);
        return plugins.stream().map(PluginLayers::layer).toList();
    }

    private static ModuleLayer layer(Path plugin) {
        ModuleLayer parent = ModuleLayer.boot();
        try {
            ModuleFinder finder = ModuleFinder.of(plugin);
            Set<String> roots = finder.findAll().stream()
                    .map(ModuleReference::descriptor)
                    .map(module -> module.name())
                    .collect(Collectors.toSet());
            Configuration modules = parent.configuration().resolveAndBind(finder, ModuleFinder.of(), roots);
            return parent.defineModulesWithOneLoader(modules, PluginLayers.class.getClassLoader());
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            throw new IllegalArgumentException("the plug-in " + plugin + " cannot be loaded: " + e.getMessage(), e);
        }
    }
}
