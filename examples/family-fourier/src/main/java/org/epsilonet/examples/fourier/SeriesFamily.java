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
import org.epsilonet.api.classes.JacksonBound;
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

/**
 * Sums of \(M\) atoms of one basis; see the package.
 *
 * @param basis the waves in one variable
 * @param selection which atoms are kept
 */
record SeriesFamily(Basis basis, Selection selection) implements ParametrizedFamily {
    /** Coefficients of a function bounded by 1 are at most 1 (Cauchy–Schwarz); some room for others. */
    private static final double RADIUS = 8;

    /** Formulas are sampled at several points per period of the highest frequency; so many for dimension 1, 2, 3. */
    private static final int[] PER_PERIOD = {16, 4, 4};

    private static final int[] FEWEST_POINTS = {1 << 13, 1 << 8, 1 << 5};
    private static final int[] MOST_POINTS = {1 << 20, 1 << 11, 1 << 7};

    @Override
    public String id() {
        return basis.word() + "." + selection.word();
    }

    @Override
    public String title() {
        return basis.title() + ", " + selection.title();
    }

    @Override
    public String parameterMeaning() {
        return "number of " + basis.atoms() + ", the constant included";
    }

    @Override
    public Set<Integer> dimensions() {
        return basis.dimensions(selection);
    }

    @Override
    public ApproximationKind kind() {
        return selection.kind();
    }

    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid
                ? basis.determined(grid.points())
                : selection.largestBudgetOnCube(domain.dimension());
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** One transform of the data serves all budgets; a formula needs one for each power of two of the search depth. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        Dictionary largest = Dictionary.of(basis, selection, target.domain(), largestBudget(target.domain()));
        if (basis == Basis.CHEBYSHEV && target instanceof Samples samples) {
            PolynomialFit fit = new PolynomialFit(samples);
            return budget -> {
                Atoms atoms = Atoms.all(largest.withBudget(budget));
                return approximation(target, atoms, fit.chebyshev(atoms.size()), norm);
            };
        }
        Map<Integer, Spectrum> spectra = new ConcurrentHashMap<>();
        return budget -> {
            Dictionary dictionary = largest.withBudget(budget);
            Grid grid = target instanceof Samples samples ? samples.grid() : samplingGrid(dictionary);
            Spectrum spectrum = spectra.computeIfAbsent(grid.length(0), n -> Spectrum.of(basis, target, grid));
            return selected(target, dictionary, spectrum, norm);
        };
    }

    private static Grid samplingGrid(Dictionary dictionary) {
        int d = dictionary.dimension();
        int needed = Integer.highestOneBit(PER_PERIOD[d - 1] * dictionary.highestFrequency() + 1) * 2;
        int[] shape = new int[d];
        Arrays.fill(shape, Math.min(MOST_POINTS[d - 1], Math.max(FEWEST_POINTS[d - 1], needed)));
        return Grid.of(shape);
    }

    private Approximation selected(Target target, Dictionary dictionary, Spectrum spectrum, LpNorm norm) {
        double[] coefficients = spectrum.in(dictionary);
        Atoms atoms = selection.isChoice()
                ? Atoms.of(dictionary, largest(coefficients, dictionary, norm))
                : Atoms.all(dictionary);
        double[] theta = IntStream.range(0, atoms.size())
                .mapToDouble(i -> coefficients[atoms.atom(i)])
                .toArray();
        return target instanceof Samples samples && norm.p() == 2
                ? Approximation.unmeasured(
                        samples, atoms.realize(theta), norm, outcome(theta), () -> spectrum.distanceFrom(atoms))
                : approximation(target, atoms, theta, norm);
    }

    private static Approximation approximation(Target target, Atoms atoms, double[] theta, LpNorm norm) {
        Approximant approximant = atoms.realize(theta);
        return new Approximation(approximant, Distances.between(target, approximant, norm), outcome(theta));
    }

    private static Outcome outcome(double[] theta) {
        return Arrays.stream(theta).allMatch(c -> Math.abs(c) <= RADIUS) ? Outcome.REACHED : Outcome.NOT_REACHED;
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
        Dictionary dictionary = Dictionary.of(basis, selection, domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return selection.isChoice() ? dictionary.choices().log2Count() : 0;
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
                return norm.p() <= 2
                        ? Math.nextUp(Math.sqrt(m) * dictionary.growth())
                        : m * Math.pow(2, 0.5 * dictionary.dimension()) * (1 + 0x1p-50);
            }

            @Override
            public Optional<StructureNumbering> numbering() {
                return Atoms.numbering(dictionary);
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                return Atoms.read(dictionary, source);
            }
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                selection.isChoice() ? Growth.LINEAR_LOG : Growth.ZERO,
                Growth.LINEAR,
                Growth.CONSTANT,
                Growth.LOG,
                "bounded coefficients of orthonormal atoms bounded by 2^(d/2)"
                        + (selection.isChoice() ? "; M of the first M^2 atoms: 2M log2 M bits of structure" : "")
                        + " (Donoho 1993; Elbrächter, Perekrestenko, Grohs, Bölcskei 2021)");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return SeriesSpeeds.of(basis, selection, smoothness, norm);
    }

    /** The first atoms are the longest axes of the Sobolev ball on the circle: the error is at most the next axis. */
    @Override
    public Optional<JacksonBound> jackson(Smoothness smoothness, LpNorm norm, int budget) {
        return basis == Basis.FOURIER
                        && selection == Selection.FIRST
                        && norm.p() <= 2
                        && smoothness.equals(new Smoothness.Periodic(new Smoothness.Besov(1, 1, 2, 2)))
                ? Optional.of(new JacksonBound(
                        1 / (2 * Math.PI * ((budget + 1) / 2)),
                        "Bessel's inequality: the next axis of the ellipsoid, 1/(2 pi k); Pinkus, n-Widths in"
                                + " Approximation Theory 1985, section IV.2"))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return id();
    }
}
