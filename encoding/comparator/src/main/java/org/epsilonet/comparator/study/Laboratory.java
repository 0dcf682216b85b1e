package org.epsilonet.comparator.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.PluginLayers;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.epsilonet.codec.EncodingProgress;
import org.epsilonet.comparator.QuantizationRule;
import org.epsilonet.comparator.internal.Pair;
import org.epsilonet.comparator.internal.Problem;
import org.epsilonet.comparator.study.Goal.AtBudget;
import org.epsilonet.comparator.study.Goal.WithinError;
import org.epsilonet.comparator.study.Subject.OfClass;
import org.epsilonet.comparator.study.Subject.OfData;
import org.epsilonet.comparator.study.internal.CodeVersion;
import org.epsilonet.comparator.study.internal.Memo;
import org.epsilonet.quantization.Quantization;

/**
 * Where cells are measured: families, classes and data, found by the names in the cells. Thread-safe; equal cells get equal
 * outcomes, in whatever order and in as many threads they come.
 */
public final class Laboratory {
    private static final int PROBLEMS = 8;
    private static final int PROBES = 4;
    private static final int FILES = 2;

    private final Families families;
    private final FunctionClasses classes;
    private final List<SampleReader> readers;
    private final Path folder;
    private final CodeVersion code = new CodeVersion();
    private final Map<List<Class<?>>, String> codes = new ConcurrentHashMap<>();
    private final Memo<OfData, Samples> data = new Memo<>(FILES);
    private final Memo<List<Object>, Problem> problems = new Memo<>(PROBLEMS);
    private final Memo<List<Object>, Pair.Probe> probes = new Memo<>(PROBES);

    private Laboratory(Families families, FunctionClasses classes, List<SampleReader> readers, Path folder) {
        this.families = families;
        this.classes = classes;
        this.readers = List.copyOf(readers);
        this.folder = folder;
    }

    /**
     * A laboratory of given families and classes.
     *
     * @param families the families
     * @param classes the function classes
     * @param readers for data files; the first that knows a file reads it
     * @param folder what names of data files are relative to
     */
    public static Laboratory of(Families families, FunctionClasses classes, List<SampleReader> readers, Path folder) {
        return new Laboratory(families, classes, readers, folder);
    }

    /**
     * A laboratory of all that is installed, and of the plug-ins of the workplace.
     *
     * @throws IllegalStateException if a provider fails to load, or two have one id
     */
    public static Laboratory at(Workplace workplace) {
        List<ModuleLayer> layers = workplace.plugins().map(PluginLayers::in).orElse(List.of());
        List<SampleReader> readers =
                ServiceLoader.load(SampleReader.class, SampleReader.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return of(
                Families.installed().with(layers),
                FunctionClasses.installed().with(layers),
                readers,
                workplace.folder());
    }

    Families families() {
        return families;
    }

    FunctionClasses classes() {
        return classes;
    }

    /** The key of a cell, if it is measured here. */
    public Key key(Cell cell) {
        return ResultLine.key(cell, code(cell));
    }

    /** The version of the code that measures a cell: that of this module, of the family's and of the class's. */
    private String code(Cell cell) {
        Class<?> family = families.provider(cell.family());
        return codes.computeIfAbsent(
                cell.subject() instanceof OfClass c
                        ? List.of(Families.class, Quantization.class, Encoder.class, family, classes.provider(c.id()))
                        : List.of(Families.class, Quantization.class, Encoder.class, family),
                code::of);
    }

    /**
     * Measures a cell.
     *
     * @return its line; a failure if the family throws
     * @throws IllegalArgumentException if the family or the class is not there, or no reader knows the data
     * @throws UncheckedIOException if the data cannot be read, or are not those that the cell means
     */
    public ResultLine measure(Cell cell) {
        ApproximationFamily family = families.get(cell.family());
        Function<LpNorm, Problem> subject = found(cell.subject());
        Outcome outcome;
        try {
            outcome = cell.goal() instanceof Goal.Encoded goal
                    ? encoded(family, data((OfData) cell.subject()), cell.norm(), goal.error())
                    : measured(family, problem(subject, cell), cell);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            outcome = new Outcome.Failed(oneLine(e));
        }
        return new ResultLine(code(cell), cell, outcome);
    }

    private Outcome measured(ApproximationFamily family, Problem problem, Cell cell) {
        if (cell.goal() instanceof AtBudget at) {
            return outcome(probe(family, problem, cell, at.quantization()).at(at.budget()), true);
        }
        WithinError within = (WithinError) cell.goal();
        Pair.Probe probe = probe(family, problem, cell, within.quantization());
        int largest = Math.min(within.largestBudget(), Problem.reach(family, problem.domain()));
        int least = LeastBudget.of(m -> probe.isWithin(m, within.error()), largest);
        return least > 0 ? outcome(probe.at(least), true) : outcome(probe.at(largest), false);
    }

    private static Outcome outcome(Pair.Trial trial, boolean withinBound) {
        return new Outcome.Measured(withinBound && trial.reached(), trial.point());
    }

    private static Outcome encoded(ApproximationFamily family, Samples data, LpNorm norm, double error) {
        // Of elements of the family: with corrections they would be more than that.
        EncoderOptions options = new EncoderOptions(error, false, norm, 1, EncodingProgress.NONE).withoutCorrections();
        Encoding encoding = Encoder.encode(data, options, List.of(family));
        return new Outcome.Encoded(
                encoding.reached(),
                encoding.error().value(),
                encoding.error().kind(),
                encoding.reached() ? encoding.bits() : -1,
                encoding.structureBits(),
                encoding.parameterBits(),
                encoding.parameters());
    }

    /** The class or the data of a cell, of which norms make problems: that it is missing is no fault of the family. */
    private Function<LpNorm, Problem> found(Subject subject) {
        if (subject instanceof OfClass instances) {
            FunctionClass c = classes.get(instances.id());
            return norm -> Problem.of(c, Optional.of(norm), instances.instanceSeed());
        }
        Samples samples = data((OfData) subject);
        return norm -> Problem.of(samples, Optional.of(norm));
    }

    private Problem problem(Function<LpNorm, Problem> subject, Cell cell) {
        return problems.get(List.of(cell.subject(), cell.norm()), () -> subject.apply(cell.norm()));
    }

    private Pair.Probe probe(ApproximationFamily family, Problem problem, Cell cell, String quantization) {
        return probes.get(
                List.of(family.id(), cell.subject(), cell.norm(), quantization),
                () -> new Pair(family, problem, List.of(1), false, QuantizationRule.named(quantization), 0, 0).probe());
    }

    /** The samples of a data file, which must be the one that was meant. */
    private Samples data(OfData subject) {
        return data.get(subject, () -> {
            if (!subject(subject.file()).equals(subject)) {
                throw new UncheckedIOException(
                        new IOException(subject.file() + ": has changed since the study began; start it again"));
            }
            return samples(subject.file());
        });
    }

    /** A data file as it is now. */
    OfData subject(String file) {
        try {
            return new OfData(
                    file, Key.of(Files.readAllBytes(folder.resolve(file))).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The samples of a data file as it is now. */
    Samples samples(String file) {
        Path path = folder.resolve(file);
        SampleReader reader = readers.stream()
                .filter(r -> r.knows(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        file + ": no reader of data files knows this ending; a reader is found when its module"
                                + " declares: provides SampleReader with ..."));
        try {
            return reader.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String oneLine(Throwable e) {
        String message = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
