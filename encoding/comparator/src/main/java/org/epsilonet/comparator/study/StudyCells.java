package org.epsilonet.comparator.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.internal.Problem;
import org.epsilonet.comparator.study.Subject.OfClass;
import org.epsilonet.comparator.study.Subject.OfData;

/**
 * The cells of a study: every family with every class and every file of its dimension, in every norm, with every goal
 * within its reach. They are made when they are asked for, so that it does not matter how many there are.
 */
public final class StudyCells implements Iterable<Cell> {
    private final Study study;
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> alone = new LinkedHashSet<>();
    private final Set<String> outOfReach = new LinkedHashSet<>();

    /** A class or a file, with its draws. */
    private record Place(String id, Domain domain, LpNorm usualNorm, int draws, IntFunction<Subject> subject) {
        boolean isData() {
            return !(domain instanceof Cube);
        }
    }

    /** The cells of one family at one place in one norm: all draws times all goals, the goals fastest. */
    private record Block(String family, Place place, LpNorm norm, List<Goal> goals) {
        long size() {
            return (long) place.draws * goals.size();
        }

        Cell cell(long index) {
            Subject subject = place.subject.apply((int) (index / goals.size()));
            return new Cell(family, subject, norm, goals.get((int) (index % goals.size())));
        }
    }

    /**
     * The cells of a study in a laboratory.
     *
     * @throws IllegalArgumentException if a family or a class is not there, or no family meets any class or file
     * @throws java.io.UncheckedIOException if a data file cannot be read
     */
    public StudyCells(Study study, Laboratory laboratory) {
        this.study = study;
        List<Place> places = places(laboratory);
        List<ApproximationFamily> families = families(laboratory, places);
        families.forEach(family -> alone.add(family.id()));
        places.forEach(place -> alone.add(place.id));
        for (ApproximationFamily family : families) {
            for (Place place : places) {
                if (family.supports(place.domain)) {
                    alone.remove(family.id());
                    alone.remove(place.id);
                    addBlocks(family, place);
                }
            }
        }
        if (size() == 0) {
            throw new IllegalArgumentException("the study has no cells: no family meets a class or a file of its"
                    + " dimension with a budget within its reach; alone: " + alone + ", out of reach: " + outOfReach);
        }
    }

    private void addBlocks(ApproximationFamily family, Place place) {
        int reach = Problem.reach(family, place.domain);
        List<Goal> goals = new ArrayList<>();
        for (String quantization : study.quantization()) {
            for (int budget : study.budgets()) {
                if (budget <= reach) {
                    goals.add(new Goal.AtBudget(budget, quantization));
                } else {
                    outOfReach.add(family.id() + " on " + place.id + ": budgets beyond " + reach);
                }
            }
            if (!place.isData()) {
                study.errors().forEach(e -> goals.add(new Goal.WithinError(e, study.largestBudget(), quantization)));
            }
        }
        if (place.isData()) {
            study.errors().forEach(e -> goals.add(new Goal.Encoded(e)));
        }
        Set<LpNorm> norms = study.norms().stream()
                .map(name -> name.equals(Study.USUAL) ? place.usualNorm : LpNorm.named(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        norms.forEach(norm -> blocks.add(new Block(family.id(), place, norm, goals)));
    }

    private List<Place> places(Laboratory laboratory) {
        List<Place> places = new ArrayList<>();
        List<FunctionClass> classes = study.classes().contains(Study.ALL)
                ? laboratory.classes().all()
                : study.classes().stream().map(laboratory.classes()::get).toList();
        int repetitions = study.repetitions();
        for (FunctionClass c : classes) {
            places.add(new Place(
                    c.id(),
                    new Cube(c.dimension()),
                    c.norm(),
                    Math.multiplyExact(study.seeds().size(), repetitions),
                    draw -> new OfClass(c.id(), study.seeds().get(draw / repetitions), draw % repetitions)));
        }
        for (String file : study.data()) {
            OfData subject = laboratory.subject(file);
            places.add(new Place(file, laboratory.samples(file).grid(), LpNorm.L2, 1, draw -> subject));
        }
        return places;
    }

    private List<ApproximationFamily> families(Laboratory laboratory, List<Place> places) {
        return study.families().stream()
                .flatMap(name -> named(name, laboratory, places))
                .distinct()
                .toList();
    }

    private static Stream<ApproximationFamily> named(String name, Laboratory laboratory, List<Place> places) {
        return switch (name) {
            case Study.ALL -> laboratory.families().all().stream();
            case Study.REPRESENTATIVES ->
                places.stream()
                        .map(place -> place.domain.dimension())
                        .distinct()
                        .sorted()
                        .map(laboratory.families()::representatives)
                        .flatMap(Collection::stream);
            default -> Stream.of(laboratory.families().get(name));
        };
    }

    /** How many cells there are. */
    public long size() {
        return blocks.stream().mapToLong(Block::size).sum();
    }

    /** The families, classes and files that have no partner of their dimension. */
    public List<String> alone() {
        return List.copyOf(alone);
    }

    /** The pairs for which budgets were left out, and which. */
    public List<String> outOfReach() {
        return List.copyOf(outOfReach);
    }

    @Override
    public Iterator<Cell> iterator() {
        return new Iterator<>() {
            private int block;
            private long index;

            @Override
            public boolean hasNext() {
                while (block < blocks.size() && index == blocks.get(block).size()) {
                    block++;
                    index = 0;
                }
                return block < blocks.size();
            }

            @Override
            public Cell next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return blocks.get(block).cell(index++);
            }
        };
    }
}
