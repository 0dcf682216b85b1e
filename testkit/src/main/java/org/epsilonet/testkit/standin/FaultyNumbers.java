package org.epsilonet.testkit.standin;

import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;

/** A size, radius, constant, bound or growth is not the family's. */
final class FaultyNumbers {
    private FaultyNumbers() {}

    static List<PlantedFault> all() {
        return List.of(
                new PlantedFault(new ExceedsItsBudget(), "budget is kept"),
                new PlantedFault(new LeavesItsRadius(), "parameters stay within the radius"),
                new PlantedFault(new LipschitzTooSmall(), "lipschitz constant holds"),
                new PlantedFault(new CoversTooLittle(), "codebook covers the family"),
                new PlantedFault(new BoundsTheMean(), "perturbation bound holds"),
                new PlantedFault(new OverlooksAdverseSigns(), "perturbation bound holds"),
                new PlantedFault(new BoundsEverything(), "perturbation bound is not absurd"),
                new PlantedFault(new ClaimsTooMuch(), "growth is not faster than claimed"));
    }

    /** By one. */
    private static final class ExceedsItsBudget extends PiecewiseConstants {
        ExceedsItsBudget() {
            super("stand-in.exceeds-its-budget");
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget) {
                @Override
                public int size() {
                    return super.size() - 1;
                }
            };
        }
    }

    private static final class LeavesItsRadius extends PiecewiseConstants {
        LeavesItsRadius() {
            super("stand-in.leaves-its-radius");
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget) {
                @Override
                public double radius() {
                    return 0.5;
                }
            };
        }
    }

    /** By a tenth. */
    private static final class LipschitzTooSmall extends PiecewiseConstants {
        LipschitzTooSmall() {
            super("stand-in.lipschitz-too-small");
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget) {
                @Override
                public double lipschitz(LpNorm norm) {
                    return 0.9;
                }
            };
        }
    }

    /** Values are roots of the parameters: near zero no constant bounds the slope, and a grid on them does not cover. */
    private static final class CoversTooLittle extends PiecewiseConstants {
        CoversTooLittle() {
            super("stand-in.covers-too-little");
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                double[] values(double[] parameters) {
                    return Arrays.stream(parameters)
                            .map(t -> Math.signum(t) * Math.sqrt(Math.abs(t)))
                            .toArray();
                }

                @Override
                double[] parameters(double[] values) {
                    return Arrays.stream(values).map(v -> v * Math.abs(v)).toArray();
                }
            };
        }
    }

    /** In every norm the bound of the square mean. */
    private static final class BoundsTheMean extends PiecewiseConstants {
        BoundsTheMean() {
            super("stand-in.bounds-the-mean");
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
                    return super.perturbation(parameters, LpNorm.L2);
                }
            };
        }
    }

    /**
     * Parameters are the jumps from piece to piece, with alternating signs, so that parameters that all move alike cancel and
     * random ones move a sum of \(k\) of them by about \(\sqrt k\); the bound allows two and a half times that, where
     * adverse signs reach \(k\).
     */
    private static final class OverlooksAdverseSigns extends PiecewiseConstants {
        private static final double ALLOWED = 2.5;

        OverlooksAdverseSigns() {
            super("stand-in.overlooks-adverse-signs");
        }

        @Override
        double radius() {
            return 2;
        }

        @Override
        public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
            return EncodabilityClaim.of(
                    Growth.LOG, Growth.LINEAR, Growth.CONSTANT, Growth.LOG, "sums of at most M bounded jumps");
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget) {
                @Override
                public double lipschitz(LpNorm norm) {
                    return size();
                }
            };
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                double[] values(double[] parameters) {
                    double[] values = new double[count];
                    for (int i = 0; i < count; i++) {
                        double jump = i % 2 == 0 ? parameters[i] : -parameters[i];
                        values[i] = (i == 0 ? 0 : values[i - 1]) + jump;
                    }
                    return values;
                }

                @Override
                double[] parameters(double[] values) {
                    double[] jumps = new double[count];
                    for (int i = 0; i < count; i++) {
                        double jump = values[i] - (i == 0 ? 0 : values[i - 1]);
                        jumps[i] = i % 2 == 0 ? jump : -jump;
                    }
                    return jumps;
                }

                @Override
                public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
                    double[] weights = new double[count];
                    Arrays.fill(weights, ALLOWED);
                    return PerturbationBound.rootSumOfSquares(weights, 1);
                }
            };
        }
    }

    /** Right up to a factor \(2^{50}\). */
    private static final class BoundsEverything extends PiecewiseConstants {
        BoundsEverything() {
            super("stand-in.bounds-everything");
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
                    PerturbationBound bound = super.perturbation(parameters, norm);
                    return deltas -> 0x1p50 * bound.of(deltas);
                }
            };
        }
    }

    private static final class ClaimsTooMuch extends PiecewiseConstants {
        ClaimsTooMuch() {
            super("stand-in.claims-too-much");
        }

        @Override
        public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
            return EncodabilityClaim.of(
                    Growth.CONSTANT, Growth.LINEAR, Growth.ZERO, Growth.ZERO, "as if the number of pieces were fixed");
        }
    }
}
