package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolChooser;
import org.epsilonet.api.symbol.SymbolTape;

/** A stream of symbols that no writer of good faith produced, to be read as a structure of one parametrization. */
final class HostileStream {
    private static final int LONGEST = 4000;

    private final Domain domain;
    private final int budget;
    private final Parametrization parametrization;
    private final Taste taste;
    private final SymbolChooser symbols;

    /** What a stranger prefers: any symbol, small ones (deep, dense structures), large ones, mostly zeros, or a mixture. */
    private enum Taste {
        ANY,
        SMALL,
        LARGE,
        MOSTLY_ZERO,
        MIXED;

        SymbolChooser.Choice with(SplittableRandom random) {
            return switch (this) {
                case ANY -> random::nextLong;
                case SMALL -> n -> random.nextLong(Math.min(n, 3));
                case LARGE -> n -> n - 1 - random.nextLong(Math.min(n, 3));
                case MOSTLY_ZERO -> n -> random.nextInt(4) == 0 ? random.nextLong(n) : 0;
                case MIXED -> n -> random.nextBoolean() ? random.nextLong(n) : random.nextLong(Math.min(n, 8));
            };
        }
    }

    private HostileStream(ParametrizedFamily family, Domain domain, int budget, Taste taste, SplittableRandom random) {
        this.domain = domain;
        this.budget = budget;
        this.parametrization = family.parametrization(domain, budget);
        this.taste = taste;
        this.symbols = new SymbolChooser(taste.with(random), LONGEST);
    }

    /** Streams of every taste for several domains and budgets. */
    static List<HostileStream> all(Subject subject, int perKind) {
        ParametrizedFamily family = subject.parametrized();
        SplittableRandom random = subject.random();
        List<HostileStream> streams = new ArrayList<>();
        for (Domain domain : domains(subject)) {
            for (int budget : new int[] {1, 6, 40}) {
                for (Taste taste : Taste.values()) {
                    for (int i = 0; i < perKind; i++) {
                        streams.add(new HostileStream(family, domain, budget, taste, random.split()));
                    }
                }
            }
        }
        return streams;
    }

    private static List<Domain> domains(Subject subject) {
        List<Domain> domains = new ArrayList<>();
        for (int d : subject.dimensions()) {
            if (d == 1) {
                domains.addAll(List.of(Grid.of(1), Grid.of(5), Grid.of(64)));
            } else {
                domains.addAll(List.of(Grid.of(Subject.shape(d, 1, 1)), Grid.of(Subject.shape(d, 5, 9))));
            }
            domains.add(new Cube(d));
        }
        return domains.stream().filter(subject.family()::supports).toList();
    }

    Domain domain() {
        return domain;
    }

    Parametrization parametrization() {
        return parametrization;
    }

    /** What has been read. */
    SymbolTape tape() {
        return symbols.tape();
    }

    /** Reads a structure; anything thrown but a refusal breaks the law. */
    Structure read() throws CorruptCodeException {
        try {
            return parametrization.read(symbols);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            throw new LawBroken(
                    this + ": reading " + tape() + " throws " + thrown + " where a CorruptCodeException was due");
        }
    }

    @Override
    public String toString() {
        return "symbols of the taste " + taste + " for budget " + budget + " on " + domain;
    }
}
