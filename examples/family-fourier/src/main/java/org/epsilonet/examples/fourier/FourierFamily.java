package org.epsilonet.examples.fourier;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/** Sums of \(M\) atoms of the real Fourier dictionary; see the package. */
final class FourierFamily implements ParametrizedFamily {
    /** Coefficients of a function bounded by 1 are at most 1 (Cauchy–Schwarz); some room for others. */
    private static final double RADIUS = 8;

    /** Formulas are sampled at 16 points per period of the highest frequency, within these bounds. */
    private static final int FEWEST_POINTS = 1 << 13;

    private static final int MOST_POINTS = 1 << 20;

    private final Selection selection;

    FourierFamily(Selection selection) {
        this.selection = selection;
    }

    @Override
    public String id() {
        return "fourier." + selection.word();
    }

    @Override
    public String title() {
        return "Fourier, " + selection.word() + " M terms";
    }

    @Override
    public String parameterMeaning() {
        return "number of sines and cosines, the constant included";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return selection.kind();
    }

    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? grid.points() : selection.largestBudgetOnCube();
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** One transform of the data serves all budgets; a formula needs one for each power of two of the search depth. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        Dictionary.of(selection, target.domain(), 1);
        Map<Integer, double[]> transforms = new ConcurrentHashMap<>();
        return budget -> {
            Dictionary dictionary = Dictionary.of(selection, target.domain(), budget);
            double[] coefficients = transforms.computeIfAbsent(
                    points(target, dictionary),
                    n -> CellCentredTransform.analyze(target.sampledOn(n).values()));
            return selected(target, dictionary, coefficients, norm);
        };
    }

    private static int points(Target target, Dictionary dictionary) {
        if (target instanceof Samples samples) {
            return samples.size();
        }
        int needed = Integer.highestOneBit(16 * dictionary.frequency(dictionary.atoms())) * 2;
        return Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, needed));
    }

    private Approximation selected(Target target, Dictionary dictionary, double[] coefficients, LpNorm norm) {
        Frequencies frequencies = selection == Selection.FIRST
                ? Frequencies.all(dictionary)
                : Frequencies.of(dictionary, largest(coefficients, dictionary, norm));
        double[] theta = IntStream.range(0, frequencies.size())
                .mapToDouble(i -> coefficients[frequencies.atom(i)])
                .toArray();
        Approximant approximant = frequencies.realize(theta);
        return new Approximation(
                approximant,
                Distances.between(target, approximant, norm),
                Arrays.stream(theta).allMatch(c -> Math.abs(c) <= RADIUS) ? Outcome.REACHED : Outcome.NOT_REACHED);
    }

    /** The atoms whose terms are largest, not counting zeros: in the supremum norm coefficients count with the atom's. */
    private static int[] largest(double[] coefficients, Dictionary dictionary, LpNorm norm) {
        double[] sizes = new double[dictionary.atoms()];
        for (int atom = 0; atom < sizes.length; atom++) {
            sizes[atom] = Math.abs(coefficients[atom]) * (norm.isSup() ? dictionary.amplitude(atom) : 1);
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double threshold = sorted[sorted.length - dictionary.budget()];
        int above = (int) Arrays.stream(sizes).filter(s -> s > threshold).count();
        int[] atoms = new int[dictionary.budget()];
        int ties = dictionary.budget() - above;
        int n = 0;
        for (int atom = 0; atom < sizes.length; atom++) {
            boolean tie = sizes[atom] == threshold && threshold > 0 && ties-- > 0;
            if (tie || sizes[atom] > threshold) {
                atoms[n++] = atom;
            }
        }
        return Arrays.copyOf(atoms, n);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        Dictionary dictionary = Dictionary.of(selection, domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return selection == Selection.FIRST ? 0 : dictionary.choices().log2Count();
            }

            @Override
            public int size() {
                return dictionary.budget();
            }

            @Override
            public double radius() {
                return RADIUS;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                double m = dictionary.budget();
                return Math.nextUp(norm.p() <= 2 ? Math.sqrt(m) : Math.sqrt(2) * m);
            }

            @Override
            public Optional<StructureNumbering> numbering() {
                return Frequencies.numbering(dictionary);
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                return Frequencies.read(dictionary, source);
            }
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                selection == Selection.FIRST ? Growth.ZERO : Growth.LINEAR_LOG,
                Growth.LINEAR,
                Growth.CONSTANT,
                Growth.LOG,
                "bounded coefficients of orthonormal atoms bounded by sqrt(2)"
                        + (selection == Selection.FIRST
                                ? ""
                                : "; M of the first M^2 atoms: 2M log2 M bits of structure")
                        + " (Donoho 1993; Elbrächter, Perekrestenko, Grohs, Bölcskei 2021)");
    }

    /**
     * Speeds in \(L^2\) for functions that need not be periodic: a jump at the ends, which every class below allows, caps
     * them at ½. For the M best terms the speed with \(p < 2\) is known for \(1 \le p\).
     */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (smoothness.dimension() != 1 || norm.p() != 2) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return capped(hoelder.alpha());
        }
        if (smoothness instanceof Smoothness.Besov besov && (selection == Selection.FIRST || besov.p() >= 1)) {
            double surplus = besov.s() - besov.deficit();
            return surplus > 0 ? capped(surplus) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces) {
            return capped(pieces.order());
        }
        return smoothness instanceof Smoothness.BoundedVariation || smoothness instanceof Smoothness.Analytic
                ? capped(Double.POSITIVE_INFINITY)
                : Optional.empty();
    }

    private static Optional<CitedSpeed> capped(double speed) {
        return Optional.of(CitedSpeed.of(
                Math.min(speed, 0.5),
                "Jackson's theorem, with coefficients of order 1/k for jumps (here also at the ends): DeVore, Lorentz,"
                        + " Constructive Approximation 1993; best M terms gain nothing: DeVore, Temlyakov 1995"));
    }
}
