package org.epsilonet.testkit.internal;

import java.util.SplittableRandom;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * Symbols from a stranger give a structure of \(S_M\) that can be realized, or a {@link CorruptCodeException}; never
 * another exception, never a structure that is too large.
 */
record HostileSymbolsAreRefused() implements Law {
    @Override
    public String check(Subject subject) {
        SplittableRandom random = subject.random();
        int realized = 0;
        int refused = 0;
        for (HostileStream stream : HostileStream.all(subject, 25)) {
            try {
                realize(stream, stream.read(), random);
                realized++;
            } catch (CorruptCodeException expected) {
                refused++;
            }
        }
        return realized + " random streams were realized, " + refused + " refused";
    }

    private static void realize(HostileStream stream, Structure structure, SplittableRandom random) {
        int most = stream.parametrization().size();
        LawBroken.unless(
                structure.size() <= most,
                "%s: a structure of %d parameters is read, k_M = %d",
                stream,
                structure.size(),
                most);
        double[] theta = new double[structure.size()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = Math.min(1, stream.parametrization().radius()) * (2 * random.nextDouble() - 1);
        }
        for (double value : Values.of(structure.realize(theta), stream.domain())) {
            LawBroken.unless(!Double.isNaN(value), "%s: the structure read realizes NaN", stream);
        }
    }
}
