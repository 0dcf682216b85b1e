package org.epsilonet.testkit.internal;

import java.util.List;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.LawResult;
import org.epsilonet.testkit.LawResult.Status;

/** All laws, from the simplest to those that build on them. */
public final class Laws {
    /** In the order in which a family author would want to meet them. */
    public static final List<Law> ALL = List.of(
            new IdTitleAndDimensionsAreWellFormed(),
            new IllegalArgumentsAreRefused(),
            new BudgetIsKept(),
            new ParametersStayWithinTheRadius(),
            new ApproximantIsItsRealization(),
            new BoundaryValuesContinueTheInside(),
            new DistanceIsTrue(),
            new EveryLengthIsApproximated(),
            new ConstantsAndTinyDataAreApproximated(),
            new HugeDataAreAnswered(),
            new NotANumberIsRefused(),
            new ErrorsDecreaseWithTheBudget(),
            new OwnElementsAreReproduced(),
            new PolynomialsAreReproduced(),
            new SameInputGivesSameOutput(),
            new ThreadsDoNotDisturbEachOther(),
            new SharedWorkChangesNothing(),
            new ScalingByPowersOfTwoChangesNoStructure(),
            new WorkGrowsModestly(),
            new StructureCodeIsBijective(),
            new StructureCodeIsSelfDelimiting(),
            new HostileSymbolsAreRefused(),
            new StructuresAreAllCounted(),
            new HintsForTheCoderAreInRange(),
            new DroppedZerosChangeNothing(),
            new PerturbationBoundHolds(),
            new PerturbationBoundIsNotAbsurd(),
            new LipschitzConstantHolds(),
            new GrowthIsNotFasterThanClaimed(),
            new CodebookCoversTheFamily(),
            new EncodedDataDecodeWithinThePromise(),
            new FilesAreTheSameInEveryRun());

    private Laws() {}

    /** Checks a law; whatever the family throws is a counterexample too. */
    public static LawResult check(Law law, Subject subject) {
        try {
            return new LawResult(law.name(), Status.PASSED, law.check(subject));
        } catch (NotApplicable reason) {
            return new LawResult(law.name(), Status.NOT_APPLICABLE, String.valueOf(reason.getMessage()));
        } catch (LawBroken counterexample) {
            return failed(law, subject, String.valueOf(counterexample.getMessage()));
        } catch (RuntimeException | Error thrown) {
            return failed(law, subject, "it throws " + thrown + " at " + origin(thrown));
        }
    }

    /** The result for a family that throws when it is asked for its id, dimensions and domains. */
    public static LawResult unaskable(Law law, ApproximationFamily family, long seed, Throwable thrown) {
        String detail = "The law '" + law.name() + "' cannot be checked on a family of "
                + family.getClass().getName() + " (seed " + seed
                + "): asked for its id, dimensions and domains it throws "
                + thrown + " at " + origin(thrown);
        return new LawResult(law.name(), Status.FAILED, detail);
    }

    private static LawResult failed(Law law, Subject subject, String counterexample) {
        String detail = "The law '" + law.name() + "' does not hold for " + subject.id() + " (seed " + subject.seed()
                + "): " + counterexample;
        return new LawResult(law.name(), Status.FAILED, detail);
    }

    private static String origin(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
