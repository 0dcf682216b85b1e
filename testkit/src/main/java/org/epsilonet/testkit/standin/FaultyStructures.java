package org.epsilonet.testkit.standin;

import java.util.List;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** Structures are written, read, counted or hinted at wrongly. */
final class FaultyStructures {
    private FaultyStructures() {}

    static List<PlantedFault> all() {
        return List.of(
                new PlantedFault(new LosesABit(), "structure code is bijective"),
                new PlantedFault(new LosesABitInFiles(), "encoded data decode within the promise"),
                new PlantedFault(new WritesNoEnd(), "structure code is self delimiting"),
                new PlantedFault(new TrustsStrangers(), "hostile symbols are refused"),
                new PlantedFault(new CountsOneTooFew(), "structures are all counted"),
                new PlantedFault(new CountsOneTooMany(), "structures are all counted"),
                new PlantedFault(new HintsOutOfRange(), "hints for the coder are in range"),
                new PlantedFault(new DropsTheWrongOnes(), "dropped zeros change nothing"));
    }

    private static class LosesABit extends PiecewiseConstants {
        LosesABit() {
            this("stand-in.loses-a-bit");
        }

        LosesABit(String id) {
            super(id);
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public void write(SymbolSink sink) {
                    sink.uniform((count - 1) & ~1, most(domain, budget));
                }
            };
        }
    }

    /** The same fault, as the encoder meets it. */
    private static final class LosesABitInFiles extends LosesABit {
        LosesABitInFiles() {
            super("stand-in.loses-a-bit-in-files");
        }
    }

    /** One bit for each further piece and nothing behind the last: right as long as nothing follows. */
    private static final class WritesNoEnd extends PiecewiseConstants {
        WritesNoEnd() {
            super("stand-in.writes-no-end");
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public void write(SymbolSink sink) {
                    for (int i = 1; i < count; i++) {
                        sink.bits(1, 1);
                    }
                }
            };
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget) {
                @Override
                public Pieces read(SymbolSource source) {
                    int count = 1;
                    try {
                        while (count < size() && source.bits(1) == 1) {
                            count++;
                        }
                    } catch (CorruptCodeException end) {
                        return pieces(domain, budget, count);
                    }
                    return pieces(domain, budget, count);
                }
            };
        }
    }

    private static final class TrustsStrangers extends PiecewiseConstants {
        TrustsStrangers() {
            super("stand-in.trusts-strangers");
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget) {
                @Override
                public Pieces read(SymbolSource source) throws CorruptCodeException {
                    return pieces(domain, budget, 1 + (int) source.integer(0));
                }
            };
        }
    }

    private static final class CountsOneTooFew extends PiecewiseConstants {
        CountsOneTooFew() {
            super("stand-in.counts-one-too-few");
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget) {
                @Override
                public double log2Structures() {
                    return Math.log(Math.max(1, size() - 1)) / Math.log(2);
                }
            };
        }
    }

    private static final class CountsOneTooMany extends PiecewiseConstants {
        CountsOneTooMany() {
            super("stand-in.counts-one-too-many");
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Counts(domain, budget) {
                @Override
                public double log2Structures() {
                    return Math.log(size() + 1) / Math.log(2);
                }
            };
        }
    }

    private static final class HintsOutOfRange extends PiecewiseConstants {
        HintsOutOfRange() {
            super("stand-in.hints-out-of-range");
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public int context(int i) {
                    return i;
                }
            };
        }
    }

    private static final class DropsTheWrongOnes extends PiecewiseConstants {
        DropsTheWrongOnes() {
            super("stand-in.drops-the-wrong-ones");
        }

        @Override
        Pieces pieces(Domain domain, int budget, int count) {
            return new Pieces(domain, budget, count) {
                @Override
                public Structure without(boolean[] zero) {
                    int size = 0;
                    for (boolean z : zero) {
                        size += z ? 0 : 1;
                    }
                    return size == 0 ? this : pieces(domain, budget, size);
                }
            };
        }
    }
}
