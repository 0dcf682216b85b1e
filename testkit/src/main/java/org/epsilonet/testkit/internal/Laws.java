package org.epsilonet.testkit.internal;

import java.util.List;
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
            new DistanceIsTrue(),
            new EveryLengthIsApproximated(),
            new ConstantsAndTinyDataAreApproximated(),
            new ErrorsDecreaseWithTheBudget(),
            new SameInputGivesSameOutput(),
            new SharedWorkChangesNothing(),
            new ScalingByPowersOfTwoChangesNoStructure(),
            new StructureCodeIsBijective(),
            new HostileSymbolsAreRefused(),
            new StructuresAreAllCounted(),
            new HintsForTheCoderAreInRange(),
            new DroppedZerosChangeNothing(),
            new PerturbationBoundHolds(),
            new LipschitzConstantHolds(),
            new GrowthIsNotFasterThanClaimed(),
            new CodebookCoversTheFamily(),
            new EncodedDataDecodeWithinThePromise());

    private Laws() {}

    /** Checks a law; whatever the family throws is a counterexample too. */
    public static LawResult check(Law law, Subject subject) {
        try {
            return new LawResult(law.name(), Status.PASSED, law.check(subject));
        } catch (NotApplicable reason) {
            return new LawResult(law.name(), Status.NOT_APPLICABLE, String.valueOf(reason.getMessage()));
        } catch (LawBroken counterexample) {
            return failed(law, subject, String.valueOf(counterexample.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            return failed(law, subject, "it throws " + thrown + " at " + origin(thrown));
        }
    }

    private static LawResult failed(Law law, Subject subject, String counterexample) {
        String detail = "The law '" + law.name() + "' does not hold for "
                + subject.family().id() + " (seed " + subject.seed() + "): " + counterexample;
        return new LawResult(law.name(), Status.FAILED, detail);
    }

    private static String origin(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
