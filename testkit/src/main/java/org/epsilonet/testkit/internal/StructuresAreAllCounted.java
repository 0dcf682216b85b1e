package org.epsilonet.testkit.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureEnumeration;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.SymbolTape;

/**
 * \(\log_2|S_M|\) is the logarithm of the number of structures: for tiny budgets all are enumerated by reading every
 * sequence of symbols; for others it is at least that of the distinct ones returned. A numbering of the structures counts
 * exactly those. Too few is wrong by any amount; too many, for sets that a coarse grid cuts smaller, by a bit for each
 * unit of budget, below which no growth changes.
 */
record StructuresAreAllCounted() implements Law {
    /** A base-2 logarithm computed as a sum of logarithms may be off by its rounding. */
    private static final double ROUNDING = 1e-9;

    private static final double ONE_BIT = 1 - ROUNDING;

    @Override
    public String check(Subject subject) {
        ParametrizedFamily family = subject.parametrized();
        int complete = 0;
        Measured looseness = Measured.NOTHING;
        for (Domain domain : domains(subject)) {
            for (int budget = 1; budget <= 4; budget++) {
                Parametrization parametrization = family.parametrization(domain, budget);
                StructureEnumeration found = StructureEnumeration.of(parametrization);
                double counted = log2(found.structures().size());
                String where = "budget " + budget + " on " + domain;
                enough(where, parametrization.log2Structures(), counted);
                if (found.complete()) {
                    complete++;
                    LawBroken.unless(
                            parametrization.log2Structures() < counted + budget * ONE_BIT,
                            "%s: log2 of the number of structures is said to be %s, there are %d, 2^%s",
                            where,
                            parametrization.log2Structures(),
                            found.structures().size(),
                            counted);
                    looseness = looseness.and(parametrization.log2Structures() - counted);
                    numbered(where, parametrization, found.structures());
                }
            }
        }
        countReturned(subject, family);
        return complete + " sets of structures enumerated; log2 of their number is exceeded by " + looseness + " bits";
    }

    /** The family's own numbering, if it has one, counts the same structures and is a bijection. */
    private static void numbered(String where, Parametrization parametrization, List<Structure> all) {
        StructureNumbering numbering = parametrization.numbering().orElse(null);
        if (numbering == null) {
            return;
        }
        LawBroken.unless(
                numbering.count().equals(BigInteger.valueOf(all.size())),
                "%s: there are %d structures, the numbering counts %s",
                where,
                all.size(),
                numbering.count());
        Set<BigInteger> ranks = new HashSet<>();
        for (Structure s : all) {
            BigInteger rank = numbering.rank(s);
            SymbolTape back = SymbolTape.of(numbering.unrank(rank)::write);
            LawBroken.unless(
                    ranks.add(rank) && rank.compareTo(numbering.count()) < 0 && back.equals(SymbolTape.of(s::write)),
                    "%s: the structure %s has the rank %s, which is taken, too large or another's: %s",
                    where,
                    SymbolTape.of(s::write),
                    rank,
                    back);
        }
    }

    private static void countReturned(Subject subject, ParametrizedFamily family) {
        Map<List<Object>, Set<SymbolTape>> seen = new HashMap<>();
        for (Trial trial : subject.trials()) {
            seen.computeIfAbsent(List.of(trial.target().domain(), trial.budget()), key -> new HashSet<>())
                    .add(SymbolTape.of(subject.result(trial).approximant().structure()::write));
        }
        seen.forEach((key, tapes) -> enough(
                "budget " + key.get(1) + " on " + key.get(0),
                family.parametrization((Domain) key.get(0), (Integer) key.get(1))
                        .log2Structures(),
                log2(tapes.size())));
    }

    private static void enough(String where, double claimed, double counted) {
        LawBroken.unless(
                claimed >= counted - ROUNDING,
                "%s: log2 of the number of structures is said to be %s, there are at least 2^%s",
                where,
                claimed,
                counted);
    }

    private static List<Domain> domains(Subject subject) {
        List<Domain> domains = new ArrayList<>();
        for (int d : subject.dimensions()) {
            if (d == 1) {
                for (int n = 1; n <= 6; n++) {
                    domains.add(Grid.of(n));
                }
            } else {
                domains.add(Grid.of(Subject.shape(d, 1, 2)));
                domains.add(Grid.of(Subject.shape(d, 2, 3)));
            }
            domains.add(new Cube(d));
        }
        return domains.stream().filter(subject.family()::supports).toList();
    }

    private static double log2(int n) {
        return n == 0 ? Double.NEGATIVE_INFINITY : Math.log(n) / Math.log(2);
    }
}
