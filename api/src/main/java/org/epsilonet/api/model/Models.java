package org.epsilonet.api.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.epsilonet.api.internal.Registry;

/** The model formats and Lipschitz analyses found at run time. Immutable. */
public final class Models {
    private static final Registry.Kind FORMAT = new Registry.Kind("model format", "model formats", "ModelFormat");
    private static final Registry.Kind ANALYSIS =
            new Registry.Kind("Lipschitz analysis", "Lipschitz analyses", "LipschitzAnalysis");

    private final List<ModelFormat> formats;
    private final List<LipschitzAnalysis> analyses;

    private Models(List<ModelFormat> formats, List<LipschitzAnalysis> analyses) {
        this.formats = List.copyOf(formats);
        this.analyses = List.copyOf(analyses);
    }

    /**
     * Those of all modules on the module path and of the modules of further layers.
     *
     * @param layers one layer per plug-in; providers of their parents are left aside
     * @throws IllegalStateException if a provider fails to load, named with its cause
     */
    public static Models installed(List<ModuleLayer> layers) {
        List<ModelFormat> formats = new ArrayList<>(Registry.load(FORMAT, ModelFormat.class));
        List<LipschitzAnalysis> analyses = new ArrayList<>(Registry.load(ANALYSIS, LipschitzAnalysis.class));
        for (ModuleLayer layer : layers) {
            formats.addAll(Registry.load(FORMAT, layer, ServiceLoader.load(layer, ModelFormat.class)));
            analyses.addAll(Registry.load(ANALYSIS, layer, ServiceLoader.load(layer, LipschitzAnalysis.class)));
        }
        return new Models(formats, analyses);
    }

    /** All formats. */
    public List<ModelFormat> formats() {
        return formats;
    }

    /** All analyses, in the order found. */
    public List<LipschitzAnalysis> analyses() {
        return analyses;
    }

    /**
     * The format for a file, by its ending.
     *
     * @param fileName the name of a file
     * @throws IllegalArgumentException if there is none; the endings that there are are named, or the service that is
     *     missing
     */
    public ModelFormat formatOf(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (ModelFormat format : formats) {
            if (format.endings().stream().anyMatch(ending -> lower.endsWith("." + ending))) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                formats.isEmpty()
                        ? missing("model format", "ModelFormat")
                        : "'" + fileName + "' has no ending of a model; allowed: "
                                + formats.stream()
                                        .flatMap(format -> format.endings().stream())
                                        .map(ending -> "." + ending)
                                        .collect(Collectors.joining(", ")));
    }

    /**
     * The analysis for a model.
     *
     * @throws IllegalArgumentException if there is none
     */
    public LipschitzAnalysis analysisOf(Model model) {
        Optional<LipschitzAnalysis> found =
                analyses.stream().filter(a -> a.supports(model)).findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException(
                analyses.isEmpty()
                        ? missing("Lipschitz analysis", "LipschitzAnalysis")
                        : "no Lipschitz analysis knows the model " + model));
    }

    private static String missing(String what, String service) {
        return "There is no " + what + " at all: it is found when its module (for networks"
                + " org.epsilonet.families.relu) is on the module path and declares: provides " + service + " with ...";
    }
}
