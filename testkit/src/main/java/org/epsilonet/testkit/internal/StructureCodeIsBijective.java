package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolTape;

/**
 * A structure is read back from exactly the symbols that it wrote, is the same structure (it realizes the same functions
 * and gives the coder the same hints), and writes the same symbols again; and symbols that can be read at all are the
 * ones that the structure read would write.
 */
record StructureCodeIsBijective() implements Law {
    @Override
    public String check(Subject subject) {
        ParametrizedFamily family = subject.parametrized();
        List<Trial> trials = new ArrayList<>(subject.trials());
        for (int n = 1; n <= 9; n++) {
            Samples few = Subject.smooth(1).sampledOn(n);
            if (subject.dimensions().contains(1) && family.supports(few.domain())) {
                trials.add(new Trial(few, Math.min(n, 4), LpNorm.L2));
            }
        }
        int longest = 0;
        for (Trial trial : trials) {
            Parametrization parametrization =
                    family.parametrization(trial.target().domain(), trial.budget());
            Approximant approximant = subject.result(trial).approximant();
            longest = Math.max(longest, roundTrip(trial, parametrization, approximant));
        }
        int chosen = 0;
        for (HostileStream stream : HostileStream.all(subject, 40)) {
            chosen += onlyCodesAreRead(stream) ? 1 : 0;
        }
        return trials.size() + " structures of up to " + longest + " symbols came back; of random streams " + chosen
                + " were codes";
    }

    private static int roundTrip(Trial trial, Parametrization parametrization, Approximant approximant) {
        Structure structure = approximant.structure();
        SymbolTape tape = SymbolTape.of(structure::write);
        SymbolTape.Reader reader = tape.reader();
        Structure back;
        try {
            back = parametrization.read(reader);
        } catch (CorruptCodeException e) {
            throw new LawBroken(trial + ": its own code is refused: " + e.getMessage());
        }
        LawBroken.unless(reader.atEnd(), "%s: symbols are left over after reading", trial);
        SymbolTape again = SymbolTape.of(back::write);
        LawBroken.unless(tape.equals(again), "%s: written as %s, read and written again as %s", trial, tape, again);
        sameStructure(trial, structure, back, approximant.parameters());
        return tape.symbols().size();
    }

    private static void sameStructure(Trial trial, Structure structure, Structure back, double[] theta) {
        LawBroken.unless(
                back.size() == structure.size(),
                "%s: read back with %d parameters, it had %d",
                trial,
                back.size(),
                structure.size());
        double[] before = Values.of(structure.realize(theta), trial.target().domain());
        double[] after = Values.of(back.realize(theta), trial.target().domain());
        LawBroken.unless(
                Values.same(before, after),
                "%s: read back, it realizes a function that differs by up to %s",
                trial,
                Values.largest(Values.difference(before, after)));
        for (int i = 0; i < back.size(); i++) {
            LawBroken.unless(
                    back.context(i) == structure.context(i)
                            && back.scale(i, trial.norm()) == structure.scale(i, trial.norm()),
                    "%s: read back, parameter %d has another context or scale",
                    trial,
                    i);
        }
    }

    private static boolean onlyCodesAreRead(HostileStream stream) {
        Structure structure;
        try {
            structure = stream.read();
        } catch (CorruptCodeException refused) {
            return false;
        }
        SymbolTape written = SymbolTape.of(structure::write);
        LawBroken.unless(
                written.equals(stream.tape()),
                "%s: the symbols %s are read as a structure that writes %s",
                stream,
                stream.tape(),
                written);
        return true;
    }
}
