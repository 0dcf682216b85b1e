package org.epsilonet.api.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.epsilonet.api.internal.Registry;

/** The function classes found at run time. Immutable. */
public final class FunctionClasses {
    private static final Registry.Kind KIND =
            new Registry.Kind("function class", "function classes", "FunctionClassProvider");

    private final List<FunctionClassProvider> providers;
    private final Registry<FunctionClass> registry;

    private FunctionClasses(List<? extends FunctionClassProvider> providers) {
        this.providers = List.copyOf(providers);
        Registry.Builder<FunctionClass> builder = new Registry.Builder<>(KIND, FunctionClass::id);
        providers.forEach(p -> builder.add(p::classes, p.getClass()));
        this.registry = builder.build();
    }

    /** The classes of all modules on the module path (or jars on the class path). */
    public static FunctionClasses installed() {
        return Installed.CLASSES.get();
    }

    /**
     * The classes of the given providers.
     *
     * @throws IllegalStateException if two of them have one id
     */
    public static FunctionClasses of(List<? extends FunctionClassProvider> providers) {
        return new FunctionClasses(providers);
    }

    /**
     * These classes and those that the modules of further layers provide themselves.
     *
     * @param layers one layer per plug-in; providers of their parents are left aside
     * @throws IllegalStateException if a provider fails to load or two classes have one id
     */
    public FunctionClasses with(List<ModuleLayer> layers) {
        List<FunctionClassProvider> more = new ArrayList<>(providers);
        for (ModuleLayer layer : layers) {
            more.addAll(Registry.load(KIND, layer, ServiceLoader.load(layer, FunctionClassProvider.class)));
        }
        return new FunctionClasses(more);
    }

    /** All classes, sorted by id. */
    public List<FunctionClass> all() {
        return registry.all();
    }

    /**
     * The classes that stand for all, sorted by id: what a quick comparison runs.
     *
     * @throws IllegalStateException if a provider names a representative that it does not provide
     */
    public List<FunctionClass> representatives() {
        return providers.stream()
                .flatMap(provider -> representatives(provider).stream())
                .sorted()
                .map(registry::get)
                .toList();
    }

    /** By id: a provider may make its classes anew whenever it is asked. */
    private static List<String> representatives(FunctionClassProvider provider) {
        List<String> representatives = ids(provider.representatives());
        if (!ids(provider.classes()).containsAll(representatives)) {
            throw new IllegalStateException(provider.getClass().getName()
                    + " names representatives that are not among its classes: " + representatives);
        }
        return representatives;
    }

    private static List<String> ids(List<FunctionClass> classes) {
        return classes.stream().map(FunctionClass::id).toList();
    }

    /**
     * The class with the given id.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest id and how many there are
     */
    public FunctionClass get(String id) {
        return registry.get(id);
    }

    /**
     * The class of the provider that a function class comes from: it tells the module.
     *
     * @throws IllegalArgumentException if there is no such id
     */
    public Class<?> provider(String id) {
        return registry.provider(id);
    }

    /** Loaded on first use, so that a provider may use this type while it is loaded. */
    private static final class Installed {
        static final Supplier<FunctionClasses> CLASSES =
                Registry.attempt(() -> of(Registry.load(KIND, FunctionClassProvider.class)));
    }
}
