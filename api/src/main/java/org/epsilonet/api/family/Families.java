package org.epsilonet.api.family;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.epsilonet.api.internal.Registry;

/**
 * The approximation families found at run time: the one door to all plug-ins. Immutable.
 */
public final class Families {
    private static final Registry.Kind KIND =
            new Registry.Kind("approximation family", "approximation families", "FamilyProvider");
    private static final int MOST_REPRESENTATIVES = 4;

    private final List<FamilyProvider> providers;
    private final Registry<ApproximationFamily> registry;

    private Families(List<? extends FamilyProvider> providers) {
        this.providers = List.copyOf(providers);
        Registry.Builder<ApproximationFamily> builder = new Registry.Builder<>(KIND, ApproximationFamily::id);
        providers.forEach(p -> builder.add(p::families, p.getClass()));
        this.registry = builder.build();
    }

    /**
     * The families of all modules on the module path (or jars on the class path), loaded once.
     *
     * @throws IllegalStateException if a provider fails to load or two families have one id
     */
    public static Families installed() {
        return Installed.FAMILIES.get();
    }

    /**
     * The families of the given providers.
     *
     * @throws IllegalStateException if an id is ill-formed or given twice
     */
    public static Families of(List<? extends FamilyProvider> providers) {
        return new Families(providers);
    }

    /**
     * The installed family with the given id.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest id and how many there are
     */
    public static ApproximationFamily named(String id) {
        return installed().get(id);
    }

    /** All installed families, sorted by id. */
    public static List<ApproximationFamily> available() {
        return installed().all();
    }

    /**
     * These families and those that the modules of further layers provide themselves.
     *
     * @param layers one layer per plug-in; providers of their parents are left aside
     * @throws IllegalStateException if a provider fails to load or two families have one id
     */
    public Families with(List<ModuleLayer> layers) {
        List<FamilyProvider> more = new ArrayList<>(providers);
        for (ModuleLayer layer : layers) {
            more.addAll(Registry.load(KIND, layer, ServiceLoader.load(layer, FamilyProvider.class)));
        }
        return new Families(more);
    }

    /** All families, sorted by id. */
    public List<ApproximationFamily> all() {
        return registry.all();
    }

    /**
     * The family with the given id.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest id and how many there are
     */
    public ApproximationFamily get(String id) {
        return registry.get(id);
    }

    /**
     * The class of the provider that a family comes from: it tells the module.
     *
     * @throws IllegalArgumentException if there is no such id
     */
    public Class<?> provider(String id) {
        return registry.provider(id);
    }

    /**
     * The families that a default comparison runs in one dimension, sorted by id.
     *
     * @param dimension the dimension \(d\)
     * @throws IllegalStateException if a provider names more than four, or one that is not its own or not of that
     *     dimension
     */
    public List<ApproximationFamily> representatives(int dimension) {
        List<ApproximationFamily> chosen = new ArrayList<>();
        for (FamilyProvider provider : providers) {
            Set<String> ids = provider.representatives(dimension);
            List<ApproximationFamily> own = provider.families().stream()
                    .filter(f -> ids.contains(f.id()) && f.dimensions().contains(dimension))
                    .toList();
            if (own.size() != ids.size() || own.size() > MOST_REPRESENTATIVES) {
                throw new IllegalStateException(provider.getClass().getName() + " names the representatives " + ids
                        + " in dimension " + dimension + "; allowed: at most " + MOST_REPRESENTATIVES
                        + " of its own families of that dimension");
            }
            own.forEach(f -> chosen.add(registry.get(f.id())));
        }
        chosen.sort((a, b) -> a.id().compareTo(b.id()));
        return List.copyOf(chosen);
    }

    /** Loaded on first use, so that a provider may use this type while it is loaded. */
    private static final class Installed {
        static final Supplier<Families> FAMILIES =
                Registry.attempt(() -> new Families(Registry.load(KIND, FamilyProvider.class)));
    }
}
