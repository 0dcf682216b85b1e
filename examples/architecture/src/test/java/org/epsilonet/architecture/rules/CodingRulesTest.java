package org.epsilonet.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;

/** What code may do. */
@AnalyzeClasses(packages = "org.epsilonet", importOptions = ImportOption.DoNotIncludeTests.class)
class CodingRulesTest {
    /** Functions that {@link Math} computes to within an ulp or two, as the machine likes; the others are exact. */
    private static final Set<String> MACHINE_DEPENDENT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1", "log", "log1p", "log10", "pow",
            "cbrt", "hypot", "sinh", "cosh", "tanh");

    @ArchTest
    static final ArchRule libraries_do_not_write_to_standard_streams = noClasses()
            .that()
            .resideOutsideOfPackage(Packages.CLI)
            .should(ACCESS_STANDARD_STREAMS)
            .because("what is worth saying is a result or an exception; the command alone talks to a terminal");

    @ArchTest
    static final ArchRule randomness_has_a_seed = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .callConstructor(SecureRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current")
            .orShould()
            .callMethod(Collections.class, "shuffle", List.class)
            .because("the same input gives the same output; a draw without a seed cannot be repeated");

    @ArchTest
    static final ArchRule decoders_compute_the_same_bits_on_every_machine = noClasses()
            .that(describe(
                    "are structures or approximants",
                    c -> c.isAssignableTo(Structure.class) || c.isAssignableTo(Approximant.class)))
            .should()
            .callMethodWhere(aMachineDependentFunctionOutsideOfABound())
            .because("a decoder realizes what they say; only + - * / sqrt, fma and StrictMath are bit-exact everywhere."
                    + " Bounds on perturbations are computed by the encoder alone");

    @ArchTest
    static final ArchRule nobody_ends_the_virtual_machine = noClasses()
            .that()
            .resideOutsideOfPackage(Packages.CLI)
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("a library runs inside somebody else's program");

    private static DescribedPredicate<JavaMethodCall> aMachineDependentFunctionOutsideOfABound() {
        return describe("a machine-dependent function is called outside of perturbation()", call -> {
            JavaClass owner = call.getTargetOwner();
            return owner.isEquivalentTo(Math.class)
                    && MACHINE_DEPENDENT.contains(call.getTarget().getName())
                    && !call.getOrigin().getName().equals("perturbation");
        });
    }
}
