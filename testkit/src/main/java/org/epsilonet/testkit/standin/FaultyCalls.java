package org.epsilonet.testkit.standin;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** A call depends on what it should not, or costs more than it should. */
final class FaultyCalls {
    private FaultyCalls() {}

    static List<PlantedFault> all() {
        return List.of(
                new PlantedFault(new IllNamed(), "id title and dimensions are well formed"),
                new PlantedFault(new AcceptsAnyBudget(), "illegal arguments are refused"),
                new PlantedFault(new Remembers(), "same input gives same output"),
                new PlantedFault(new ReadsAGlobal(), "same input gives same output"),
                new PlantedFault(new SharesAnArray(), "threads do not disturb each other"),
                new PlantedFault(new SharesTooMuch(), "shared work changes nothing"),
                new PlantedFault(new NumbersItsFiles(), "files are the same in every run"),
                new PlantedFault(new EvaluatesTooOften(), "work grows modestly"),
                new PlantedFault(new AllocatesAMatrix(), "work grows modestly"));
    }

    private static final class IllNamed extends PiecewiseConstants {
        IllNamed() {
            super("stand-in.ill-named");
        }

        @Override
        public String title() {
            return " ";
        }
    }

    private static final class AcceptsAnyBudget extends PiecewiseConstants {
        AcceptsAnyBudget() {
            super("stand-in.accepts-any-budget");
        }

        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            return super.approximate(target, Math.max(1, budget), norm);
        }
    }

    /** Not deterministic: a call changes the family. */
    private static final class Remembers extends PiecewiseConstants {
        private final AtomicInteger calls = new AtomicInteger();

        Remembers() {
            super("stand-in.remembers");
        }

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double[] theta = approximant.parameters();
            theta[0] *= 1 - 1e-15 * calls.incrementAndGet();
            return super.result(target, approximant.structure().realize(theta), norm);
        }
    }

    /** What any family of this kind approximated last decides how much work the next call takes. */
    private static final class ReadsAGlobal extends PiecewiseConstants {
        private static volatile int lastBudget = 1;

        ReadsAGlobal() {
            super("stand-in.reads-a-global");
        }

        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            Approximation result = super.approximate(target, lastBudget > 8 ? Math.max(1, budget - 1) : budget, norm);
            lastBudget = budget;
            return result;
        }
    }

    /** Not thread-safe: values pass through a field. */
    private static final class SharesAnArray extends PiecewiseConstants {
        private final double[] scratch = new double[512];

        SharesAnArray() {
            super("stand-in.shares-an-array");
        }

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double[] theta = approximant.parameters();
            if (theta.length > scratch.length) {
                return super.result(target, approximant, norm);
            }
            System.arraycopy(theta, 0, scratch, 0, theta.length);
            Thread.yield();
            double[] back = Arrays.copyOf(scratch, theta.length);
            return super.result(target, approximant.structure().realize(back), norm);
        }
    }

    private static final class SharesTooMuch extends PiecewiseConstants {
        SharesTooMuch() {
            super("stand-in.shares-too-much");
        }

        @Override
        public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
            AtomicInteger largest = new AtomicInteger(1);
            return budget -> approximate(target, largest.accumulateAndGet(budget, Math::max), norm);
        }
    }

    /** How often a structure was written before is written too: every file is read well, and no two are equal. */
    private static final class NumbersItsFiles extends PiecewiseConstants {
        private static final int BITS = 32;
        private final AtomicInteger written = new AtomicInteger();

        NumbersItsFiles() {
            super("stand-in.numbers-its-files");
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public void write(SymbolSink sink) {
                    super.write(sink);
                    sink.bits(written.getAndIncrement(), BITS);
                }
            };
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget) {
                @Override
                public Pieces read(SymbolSource source) throws CorruptCodeException {
                    Pieces pieces = super.read(source);
                    source.bits(BITS);
                    return pieces;
                }
            };
        }
    }

    /** In each piece as many points as there are pairs of pieces. */
    private static final class EvaluatesTooOften extends PiecewiseConstants {
        EvaluatesTooOften() {
            super("stand-in.evaluates-too-often");
        }

        @Override
        double[] samples(Target target, int pieces) {
            return target instanceof Formula
                    ? target.sampledOn(pieces * pieces * pieces).values()
                    : super.samples(target, pieces);
        }
    }

    /** One entry for each pair of samples. */
    private static final class AllocatesAMatrix extends PiecewiseConstants {
        AllocatesAMatrix() {
            super("stand-in.allocates-a-matrix");
        }

        @Override
        double[] samples(Target target, int pieces) {
            double[] values = super.samples(target, pieces);
            float[][] distances = new float[values.length][values.length];
            for (int i = 0; i < values.length; i++) {
                distances[i][i] = (float) values[i];
            }
            return target instanceof Formula || distances[0].length == 0 ? values : values.clone();
        }
    }
}
