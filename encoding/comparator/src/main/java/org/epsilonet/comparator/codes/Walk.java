package org.epsilonet.comparator.codes;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.comparator.entropy.DeltaCode;

/** A walk of the delta code: all structure, one bit a step, and no parameter. */
final class Walk implements Approximant {
    private final boolean[] bits;
    private final DeltaCode code;

    Walk(boolean[] bits) {
        this.bits = bits;
        this.code = DeltaCode.decode(bits, DeltaCodeFamily.accuracy(bits.length));
    }

    @Override
    public Structure structure() {
        return new Steps(this);
    }

    @Override
    public double[] parameters() {
        return new double[0];
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        return code.at(x[0]);
    }

    @Override
    public double[] breakpoints() {
        return DeltaCodeFamily.knots(bits.length);
    }

    @Override
    public String toString() {
        return "Walk[bits=" + bits.length + "]";
    }

    /** The bits as a structure. */
    private record Steps(Walk walk) implements Structure {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public Approximant realize(double[] parameters) {
            return walk;
        }

        @Override
        public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
            return PerturbationBound.largest(new double[0]);
        }

        @Override
        public void write(SymbolSink sink) {
            for (boolean bit : walk.bits) {
                sink.bits(bit ? 1 : 0, 1);
            }
        }
    }
}
