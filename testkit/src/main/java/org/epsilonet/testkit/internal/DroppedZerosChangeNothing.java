package org.epsilonet.testkit.internal;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolTape;

/**
 * {@code without(zeros)} has exactly the other parameters, realizes the same function with them, and can be read back; or
 * it is the structure itself.
 */
record DroppedZerosChangeNothing() implements Law {
    /** A sum without its zero terms may be taken in another order: relative to the largest value. */
    private static final double ROUNDING = 1e-12;

    @Override
    public String check(Subject subject) {
        ParametrizedFamily family = subject.parametrized();
        SplittableRandom random = subject.random();
        int dropped = 0;
        int kept = 0;
        for (Trial trial : subject.trials()) {
            Approximant approximant = subject.result(trial).approximant();
            Parametrization parametrization =
                    family.parametrization(trial.target().domain(), trial.budget());
            for (double share : new double[] {0, 0.3, 0.9, 1}) {
                double[] theta = approximant.parameters();
                for (int i = 0; i < theta.length; i++) {
                    theta[i] = random.nextDouble() < share ? 0 : theta[i];
                }
                boolean smaller = dropped(trial, parametrization, approximant.structure(), theta);
                dropped += smaller ? 1 : 0;
                kept += smaller ? 0 : 1;
            }
        }
        return dropped + " structures dropped parameters, " + kept + " stayed as they were";
    }

    private static boolean dropped(Trial trial, Parametrization parametrization, Structure structure, double[] theta) {
        boolean[] zero = new boolean[theta.length];
        double[] others = new double[theta.length];
        int size = 0;
        for (int i = 0; i < theta.length; i++) {
            zero[i] = theta[i] == 0;
            if (!zero[i]) {
                others[size++] = theta[i];
            }
        }
        Structure smaller = structure.without(zero);
        if (smaller.size() == structure.size()) {
            return false;
        }
        LawBroken.unless(
                smaller.size() == size,
                "%s: %d of %d parameters are not zero, without(zeros) has %d",
                trial,
                size,
                theta.length,
                smaller.size());
        double[] before = Values.of(structure.realize(theta), trial.target().domain());
        double[] after = Values.of(
                smaller.realize(Arrays.copyOf(others, size)), trial.target().domain());
        double gap = Values.largest(Values.difference(before, after));
        LawBroken.unless(
                gap <= ROUNDING * (1 + Values.largest(before)),
                "%s: without %d zeros the function differs by up to %s",
                trial,
                theta.length - size,
                gap);
        readBack(trial, parametrization, smaller);
        return true;
    }

    private static void readBack(Trial trial, Parametrization parametrization, Structure smaller) {
        SymbolTape tape = SymbolTape.of(smaller::write);
        try {
            SymbolTape again = SymbolTape.of(parametrization.read(tape.reader())::write);
            LawBroken.unless(again.equals(tape), "%s: without zeros, written as %s, then as %s", trial, tape, again);
        } catch (CorruptCodeException e) {
            throw new LawBroken(trial + ": without zeros its code is refused: " + e.getMessage());
        }
    }
}
