package org.epsilonet.testkit.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ParameterSet;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureEnumeration;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolTape;
import org.epsilonet.quantization.FixedLengthCode;
import org.epsilonet.quantization.LatticeCodebook;

/**
 * The code book built from the parametrization covers: random elements, and those with parameters on the boundary and
 * between two levels, are within the stated radius of their codeword, by values. Where the structures can be
 * enumerated, the codewords are as many as stated, all different, and numbered by a bijection; a code of fixed length
 * has exactly \(\lceil\log_2\mathrm{card}\rceil\) bits and decodes to the codeword.
 */
record CodebookCoversTheFamily() implements Law {
    private static final int MOST_LISTED = 400;
    private static final int MOST_STRUCTURES = 3;

    /** Values are computed in floating point, from parameters of size r, by up to some thousand operations. */
    private static final double ROUNDING = 1e-12;

    /** Between one and four levels per parameter, with and without room in the last cell. */
    private static final double[] CELLS = {0.7, 1.5, 3, 3.7};

    /** A domain, a budget and a norm. */
    private record Case(Domain domain, int budget, LpNorm norm, double cells) {}

    @Override
    public String check(Subject subject) {
        ParametrizedFamily family = subject.parametrized();
        Tally tally = new Tally(subject.random());
        for (Case c : cases(subject)) {
            Parametrization p = family.parametrization(c.domain, c.budget);
            double scale = p.radius() * p.lipschitz(c.norm);
            if (p.size() > 0 && scale > 0 && scale / c.cells < Double.POSITIVE_INFINITY) {
                tally.check(c, p, LatticeCodebook.of(p, c.norm, scale / c.cells), subject);
            }
        }
        if (tally.elements == 0) {
            throw new NotApplicable("there is no Lipschitz constant, or there are no parameters");
        }
        return tally.elements + " elements covered, at " + tally.fullest + " of the radius; " + tally.counted
                + " code books counted, " + tally.listed + " listed";
    }

    private static List<Case> cases(Subject subject) {
        List<Case> cases = new ArrayList<>();
        for (int d : subject.dimensions()) {
            List<Grid> grids =
                    d == 1 ? List.of(Grid.of(2), Grid.of(3), Grid.of(5)) : List.of(Grid.of(Subject.shape(d, 2, 3)));
            for (Grid grid : grids) {
                for (int budget = 1; budget <= 3; budget++) {
                    for (double cells : CELLS) {
                        for (LpNorm norm : Subject.MAIN_NORMS) {
                            cases.add(new Case(grid, budget, norm, cells));
                        }
                    }
                }
            }
            // Off grids only suprema are seen in values.
            cases.add(new Case(new Cube(d), 2, LpNorm.SUP, 3.7));
        }
        return cases.stream().filter(c -> subject.family().supports(c.domain)).toList();
    }

    /** What has been checked. */
    private static final class Tally {
        private final SplittableRandom random;
        private int elements;
        private int counted;
        private int listed;
        private Measured fullest = Measured.NOTHING;

        Tally(SplittableRandom random) {
            this.random = random;
        }

        void check(Case c, Parametrization p, LatticeCodebook book, Subject subject) {
            double asked = p.radius() * p.lipschitz(c.norm) / c.cells;
            LawBroken.unless(
                    book.coveringRadius() <= asked, "%s: asked for %s, got %s", c, asked, book.coveringRadius());
            StructureEnumeration found = StructureEnumeration.of(p);
            if (found.complete()) {
                count(c, book, found);
            }
            List<Approximant> elements =
                    p.parameterSet() == ParameterSet.CUBE ? corners(p, book, found) : shrunk(c, subject);
            elements.forEach(element -> cover(c, p, book, element));
        }

        private void count(Case c, LatticeCodebook book, StructureEnumeration found) {
            BigInteger levels = BigInteger.valueOf(book.grid().levels());
            BigInteger exact =
                    found.structures().stream().map(s -> levels.pow(s.size())).reduce(BigInteger.ZERO, BigInteger::add);
            LawBroken.unless(
                    book.cardinality().equals(Optional.of(exact)),
                    "%s: there are %s codewords, stated are %s",
                    c,
                    exact,
                    book.cardinality());
            counted++;
            if (exact.compareTo(BigInteger.valueOf(MOST_LISTED)) > 0) {
                return;
            }
            Set<List<Object>> different = new HashSet<>();
            book.codewords().forEach(codeword -> {
                BigInteger index = book.index(codeword);
                boolean next = index.equals(BigInteger.valueOf(different.size()));
                boolean isNew = different.add(List.of(
                        SymbolTape.of(codeword.structure()::write),
                        Arrays.stream(codeword.parameters()).boxed().toList()));
                LawBroken.unless(
                        next && isNew && book.index(book.nearest(codeword)).equals(index),
                        "%s: codeword %s has the number %d, or is not its own codeword, or occurs twice",
                        c,
                        index,
                        different.size() - 1);
            });
            LawBroken.unless(
                    exact.equals(BigInteger.valueOf(different.size())),
                    "%s: %d of %s codewords are listed",
                    c,
                    different.size(),
                    exact);
            listed++;
        }

        private List<Structure> some(Parametrization p, StructureEnumeration found) {
            List<Structure> some = new ArrayList<>();
            Optional<StructureNumbering> numbering = p.numbering();
            for (int i = 0; i < MOST_STRUCTURES; i++) {
                if (numbering.isPresent()) {
                    BigInteger count = numbering.get().count();
                    BigInteger draw = new BigInteger(count.bitLength() + 32, new Random(random.nextLong()));
                    some.add(numbering.get().unrank(draw.mod(count)));
                } else if (!found.structures().isEmpty()) {
                    some.add(found.structures()
                            .get(random.nextInt(found.structures().size())));
                }
            }
            return some;
        }

        /** Random parameters, corners of the cube, and points at the same distance from two levels. */
        private List<Approximant> corners(Parametrization p, LatticeCodebook book, StructureEnumeration found) {
            double r = p.radius();
            double unit = book.grid().unit();
            long levels = book.grid().levels();
            List<Approximant> elements = new ArrayList<>();
            for (Structure s : some(p, found)) {
                double[] corner = new double[s.size()];
                Arrays.setAll(corner, i -> random.nextBoolean() ? r : -r);
                double[] edges = new double[s.size()];
                Arrays.setAll(edges, i -> Math.max(-r, Math.min(r, unit * (levels - 2 * random.nextInt(0, 4)))));
                elements.add(s.realize(random.doubles(s.size(), -r, r).toArray()));
                elements.add(s.realize(corner));
                elements.add(s.realize(edges));
            }
            return elements;
        }

        /** In a set that is only solid: what the family found, with parameters made smaller. */
        private List<Approximant> shrunk(Case c, Subject subject) {
            Target target = c.domain instanceof Grid grid
                    ? Subject.rough(grid, random.nextLong())
                    : Subject.smooth(c.domain.dimension());
            Approximation found = subject.family().approximate(target, c.budget, c.norm);
            if (found.outcome() != Approximation.Outcome.REACHED) {
                return List.of();
            }
            double[] smaller = found.approximant().parameters();
            Arrays.setAll(smaller, i -> smaller[i] * random.nextDouble());
            return List.of(found.approximant(), found.approximant().structure().realize(smaller));
        }

        private void cover(Case c, Parametrization p, LatticeCodebook book, Approximant element) {
            Approximant codeword = book.nearest(element);
            double moved = c.norm.of(Values.difference(Values.of(element, c.domain), Values.of(codeword, c.domain)));
            double allowed = book.coveringRadius() + ROUNDING * p.radius() * p.lipschitz(c.norm);
            LawBroken.unless(
                    moved <= allowed,
                    "%s: the element with parameters %s is %s from its codeword, stated is %s",
                    c,
                    Arrays.toString(element.parameters()),
                    moved,
                    book.coveringRadius());
            elements++;
            fullest = fullest.and(moved / book.coveringRadius());
            if (book.cardinality().isPresent()) {
                decode(c, book, element, codeword);
            }
        }

        private static void decode(Case c, LatticeCodebook book, Approximant element, Approximant codeword) {
            FixedLengthCode code = new FixedLengthCode(book);
            String bits = code.encode(element);
            try {
                Approximant decoded = code.decode(bits);
                boolean same = Arrays.equals(decoded.parameters(), codeword.parameters())
                        && SymbolTape.of(decoded.structure()::write).equals(SymbolTape.of(codeword.structure()::write));
                LawBroken.unless(
                        same && bits.length() == book.bits(),
                        "%s: the code %s of %s bits decodes to another codeword or is not as long as stated",
                        c,
                        bits,
                        book.bits());
            } catch (CorruptCodeException refused) {
                throw new LawBroken(c + ": the code " + bits + " is refused: " + refused.getMessage());
            }
        }
    }
}
