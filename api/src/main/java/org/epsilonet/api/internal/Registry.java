package org.epsilonet.api.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Named things that plug-ins provide: loaded, checked at the door, looked up with an explained miss.
 *
 * @param <T> what is provided
 */
public final class Registry<T> {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");
    private static final int LONGEST_ID = 64;

    private final Kind kind;
    private final Map<String, T> byId;
    private final Map<String, Class<?>> origin;

    private Registry(Kind kind, Map<String, T> byId, Map<String, Class<?>> origin) {
        this.kind = kind;
        this.byId = byId;
        this.origin = Map.copyOf(origin);
    }

    /**
     * The words for one kind of plug-in.
     *
     * @param one singular, "approximation family"
     * @param many plural
     * @param service simple name of the service interface
     */
    public record Kind(String one, String many, String service) {
        private String article() {
            return "aeiou".indexOf(one.charAt(0)) >= 0 ? "An" : "A";
        }
    }

    /** All entries, sorted by id. */
    public List<T> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The entry with this id.
     *
     * @throws IllegalArgumentException if there is none: names the nearest id, and how many there are
     */
    public T get(String id) {
        T entry = byId.get(id);
        if (entry == null) {
            throw new IllegalArgumentException(missing(id));
        }
        return entry;
    }

    /**
     * The class of the provider of an entry.
     *
     * @throws IllegalArgumentException if there is no such entry
     */
    public Class<?> provider(String id) {
        Class<?> provider = origin.get(id);
        if (provider == null) {
            throw new IllegalArgumentException(missing(id));
        }
        return provider;
    }

    private String missing(String id) {
        if (byId.isEmpty()) {
            return "No " + kind.one + " named '" + id + "': there are no " + kind.many + " at all. " + kind.article()
                    + " " + kind.one + " is found when its module is on the module path and declares: provides "
                    + kind.service + " with ...";
        }
        String nearest = EditDistance.nearest(id, byId.keySet());
        return "No " + kind.one + " named '" + id + "'. Did you mean '" + nearest + "'? "
                + (byId.size() == 1 ? "There is no other." : "There are " + byId.size() + ".");
    }

    /**
     * Loads all providers of a service from the layer of this module and from the class path.
     *
     * @throws IllegalStateException if one fails to load, named with its cause
     */
    public static <P> List<P> load(Kind kind, Class<P> service) {
        ModuleLayer layer = service.getModule().getLayer();
        ServiceLoader<P> loader = ServiceLoader.load(service, service.getClassLoader());
        return drain(kind, loader.iterator(), layer == null ? "the class path" : "the module path");
    }

    /**
     * Loads the providers that one module layer defines itself, those of its parents left aside.
     *
     * @throws IllegalStateException if one fails to load, named with its cause
     */
    public static <P> List<P> load(Kind kind, ModuleLayer layer, ServiceLoader<P> loader) {
        return drain(
                kind,
                loader.stream()
                        .filter(p -> p.type().getModule().getLayer() == layer)
                        .map(ServiceLoader.Provider::get)
                        .iterator(),
                "plug-in layer " + layer);
    }

    private static <P> List<P> drain(Kind kind, Iterator<P> iterator, String where) {
        List<P> providers = new ArrayList<>();
        try {
            while (iterator.hasNext()) {
                providers.add(iterator.next());
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException(
                    "A " + kind.service + " on " + where + " failed to load: " + explained(e), e);
        }
        return providers;
    }

    /**
     * Tries something now and remembers how it went, so that a failure inside a class initializer is thrown where the
     * value is used, as itself and every time.
     *
     * @return gives the value, or throws what the attempt threw
     */
    public static <R> Supplier<R> attempt(Supplier<R> loading) {
        try {
            R loaded = loading.get();
            return () -> loaded;
        } catch (IllegalStateException e) {
            return () -> {
                throw e;
            };
        }
    }

    /** The whole chain of causes in one line: the first names the provider, the last what went wrong in it. */
    private static String explained(Throwable e) {
        StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()));
        for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            text.append("; caused by ").append(cause);
        }
        return text.toString();
    }

    /**
     * Collects entries and refuses ill-formed and duplicate ids.
     *
     * @param <T> what is provided
     */
    public static final class Builder<T> {
        private final Kind kind;
        private final Function<T, String> id;
        private final Map<String, T> byId = new TreeMap<>();
        private final Map<String, Class<?>> origin = new LinkedHashMap<>();

        /**
         * @param kind the words for messages
         * @param id how an entry is named
         */
        public Builder(Kind kind, Function<T, String> id) {
            this.kind = kind;
            this.id = id;
        }

        /**
         * Adds the entries of one provider.
         *
         * @param entries lists them; what it throws is blamed on the provider
         * @param provider the provider's class
         * @throws IllegalStateException if the provider throws, or an id is ill-formed or already taken; classes and
         *     modules are named
         */
        public void add(Supplier<? extends List<? extends T>> entries, Class<?> provider) {
            for (T entry : listed(entries, provider)) {
                String name = id.apply(entry);
                if (name.length() > LONGEST_ID || !ID.matcher(name).matches()) {
                    throw new IllegalStateException("The id '" + name + "' of a " + kind.one + " of "
                            + described(provider) + " must be dotted lower-case words of letters, digits and dashes, at"
                            + " most " + LONGEST_ID + " characters");
                }
                Class<?> other = origin.putIfAbsent(name, provider);
                if (other != null) {
                    throw new IllegalStateException("Two " + kind.many + " have the id '" + name + "': one of "
                            + described(other) + " and one of " + described(provider)
                            + ". Take one of them off the module path.");
                }
                byId.put(name, entry);
            }
        }

        private List<? extends T> listed(Supplier<? extends List<? extends T>> entries, Class<?> provider) {
            try {
                return entries.get();
            } catch (RuntimeException | LinkageError e) {
                throw new IllegalStateException(
                        "The " + kind.service + " " + described(provider) + " failed to list its " + kind.many + ": "
                                + e.getClass().getName() + ": " + explained(e),
                        e);
            }
        }

        /** The registry of all that was added. */
        public Registry<T> build() {
            return new Registry<>(kind, new TreeMap<>(byId), origin);
        }

        private static String described(Class<?> provider) {
            Module module = provider.getModule();
            return provider.getName() + (module.isNamed() ? " in module " + module.getName() : " on the class path");
        }
    }
}
