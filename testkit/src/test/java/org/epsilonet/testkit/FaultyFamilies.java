package org.epsilonet.testkit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** Piecewise constants with one fault each. */
final class FaultyFamilies {
    private FaultyFamilies() {}

    /** The law that a fault breaks, to the family that has it. */
    static Map<String, ApproximationFamily> byBrokenLaw() {
        Map<String, ApproximationFamily> families = new LinkedHashMap<>();
        families.put("id title and dimensions are well formed", new IllNamed());
        families.put("illegal arguments are refused", new AcceptsAnyBudget());
        families.put("budget is kept", new ExceedsItsBudget());
        families.put("parameters stay within the radius", new LeavesItsRadius());
        families.put("approximant is its realization", new RealizesSomethingElse());
        families.put("distance is true", new FlattersItself());
        families.put("every length is approximated", new FailsOnOneSample());
        families.put("constants and tiny data are approximated", new DividesByTheRange());
        families.put("errors decrease with the budget", new WastesItsBudget());
        families.put("same input gives same output", new Remembers());
        families.put("shared work changes nothing", new SharesTooMuch());
        families.put("scaling by powers of two changes no structure", new HasAnAbsoluteThreshold());
        families.put("structure code is bijective", new LosesABit());
        families.put("hostile symbols are refused", new TrustsStrangers());
        families.put("structures are all counted", new CountsTooFew());
        families.put("hints for the coder are in range", new HintsOutOfRange());
        families.put("dropped zeros change nothing", new DropsTheWrongOnes());
        families.put("perturbation bound holds", new BoundsTheMean());
        families.put("lipschitz constant holds", new LipschitzTooSmall());
        families.put("growth is not faster than claimed", new ClaimsTooMuch());
        families.put("codebook covers the family", new LipschitzTooSmall());
        families.put("encoded data decode within the promise", new LosesABit());
        return families;
    }

    private static final class IllNamed extends PiecewiseConstants {
        @Override
        public String id() {
            return "Piecewise Constants";
        }
    }

    private static final class AcceptsAnyBudget extends PiecewiseConstants {
        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            return super.approximate(target, Math.max(1, budget), norm);
        }
    }

    /** A family with another parametrization. */
    private abstract static class Parametrized extends PiecewiseConstants {
        @Override
        public abstract Counts parametrization(Domain domain, int budget);
    }

    private static final class ExceedsItsBudget extends Parametrized {
        @Override
        public Counts parametrization(Domain domain, int budget) {
            return new Counts(domain, budget, most(domain, budget)) {
                @Override
                public int size() {
                    return super.size() - 1;
                }
            };
        }
    }

    private static final class LeavesItsRadius extends Parametrized {
        @Override
        public Counts parametrization(Domain domain, int budget) {
            return new Counts(domain, budget, most(domain, budget)) {
                @Override
                public double radius() {
                    return 0.5;
                }
            };
        }
    }

    private static final class CountsTooFew extends Parametrized {
        @Override
        public Counts parametrization(Domain domain, int budget) {
            return new Counts(domain, budget, most(domain, budget)) {
                @Override
                public double log2Structures() {
                    return Math.max(0, super.log2Structures() - 0.1);
                }
            };
        }
    }

    private static final class LipschitzTooSmall extends Parametrized {
        @Override
        public Counts parametrization(Domain domain, int budget) {
            return new Counts(domain, budget, most(domain, budget)) {
                @Override
                public double lipschitz(LpNorm norm) {
                    return 0.99;
                }
            };
        }
    }

    private static final class TrustsStrangers extends Parametrized {
        @Override
        public Counts parametrization(Domain domain, int budget) {
            return new Counts(domain, budget, most(domain, budget)) {
                @Override
                public Pieces read(SymbolSource source) throws CorruptCodeException {
                    return new Pieces(domain, budget, 1 + (int) source.integer(0));
                }
            };
        }
    }

    private static final class RealizesSomethingElse extends PiecewiseConstants {
        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double[] values = approximant.parameters();
            double[] rounded = Arrays.stream(values).map(v -> (float) v).toArray();
            return super.result(target, new Pieces.Step((Pieces) approximant.structure(), values, rounded), norm);
        }
    }

    private static final class FlattersItself extends PiecewiseConstants {
        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double value = super.result(target, approximant, norm).distance().value();
            return Approximation.reached(approximant, Distance.measured(0.9 * value, norm));
        }
    }

    private static final class FailsOnOneSample extends PiecewiseConstants {
        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            double slope = 1.0 / (target.sampledOn(shape(target)).size() - 1);
            double[] theta =
                    super.approximate(target, budget, norm).approximant().parameters();
            theta[0] += 0 * slope;
            return result(
                    target,
                    super.approximate(target, budget, norm)
                            .approximant()
                            .structure()
                            .realize(theta),
                    norm);
        }

        private static int[] shape(Target target) {
            return target.domain() instanceof Grid grid ? grid.shape() : new int[] {8};
        }
    }

    private static final class DividesByTheRange extends PiecewiseConstants {
        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double[] theta = approximant.parameters();
            double range = Arrays.stream(theta).max().orElseThrow();
            double[] there = Arrays.stream(theta).map(t -> t / range).toArray();
            double[] back = Arrays.stream(there).map(t -> t * range).toArray();
            return super.result(target, approximant.structure().realize(back), norm);
        }
    }

    private static final class WastesItsBudget extends PiecewiseConstants {
        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            return super.approximate(target, budget == 128 ? 2 : budget, norm);
        }
    }

    private static final class Remembers extends PiecewiseConstants {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        Approximation result(Target target, Approximant approximant, LpNorm norm) {
            double[] theta = approximant.parameters();
            theta[0] += 1e-15 * calls.incrementAndGet();
            return super.result(target, approximant.structure().realize(theta), norm);
        }
    }

    private static final class SharesTooMuch extends PiecewiseConstants {
        @Override
        public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
            int[] largest = {1};
            return budget -> {
                largest[0] = Math.max(largest[0], budget);
                return approximate(target, largest[0], norm);
            };
        }
    }

    private static final class HasAnAbsoluteThreshold extends PiecewiseConstants {
        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            Approximation full = super.approximate(target, budget, norm);
            boolean small = Arrays.stream(full.approximant().parameters()).allMatch(t -> Math.abs(t) < 1e-12);
            return small ? super.approximate(target, 1, norm) : full;
        }
    }

    /** A family with other structures, returned and read. */
    private abstract static class Structured extends PiecewiseConstants {
        abstract Pieces changed(Domain domain, int budget, int count);

        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            double[] theta =
                    super.approximate(target, budget, norm).approximant().parameters();
            return result(target, changed(target.domain(), budget, theta.length).realize(theta), norm);
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget, most(domain, budget)) {
                @Override
                public Pieces read(SymbolSource source) throws CorruptCodeException {
                    return changed(domain, budget, super.read(source).size());
                }
            };
        }
    }

    private static final class LosesABit extends Structured {
        @Override
        Pieces changed(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public void write(SymbolSink sink) {
                    sink.uniform((count - 1) & ~1, most(domain, budget));
                }
            };
        }
    }

    private static final class HintsOutOfRange extends Structured {
        @Override
        Pieces changed(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public int context(int i) {
                    return i;
                }
            };
        }
    }

    private static final class DropsTheWrongOnes extends Structured {
        @Override
        Pieces changed(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public Structure without(boolean[] zero) {
                    int size = 0;
                    for (boolean z : zero) {
                        size += z ? 0 : 1;
                    }
                    return size == 0 ? this : changed(domain, budget, size);
                }
            };
        }
    }

    private static final class BoundsTheMean extends Structured {
        @Override
        Pieces changed(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
                    return super.perturbation(parameters, LpNorm.L2);
                }
            };
        }
    }

    private static final class ClaimsTooMuch extends PiecewiseConstants {
        @Override
        public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
            return EncodabilityClaim.of(
                    Growth.CONSTANT, Growth.LINEAR, Growth.ZERO, Growth.ZERO, "as if the number of pieces were fixed");
        }
    }
}
