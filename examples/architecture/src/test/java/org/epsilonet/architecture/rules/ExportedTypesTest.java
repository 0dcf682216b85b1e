package org.epsilonet.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Set;
import java.util.stream.Collectors;
import org.epsilonet.testkit.junit.ApproximationFamilyTest;

/** What a user may extend: exactly what is meant for it. */
@AnalyzeClasses(packages = "org.epsilonet", importOptions = ImportOption.DoNotIncludeTests.class)
class ExportedTypesTest {
    @ArchTest
    static void exported_types_are_meant_to_be_called_or_to_be_implemented(JavaClasses imported) {
        Set<String> exported = BuiltModules.all().stream()
                .flatMap(m -> m.descriptor().exports().stream())
                .map(e -> e.source())
                .collect(Collectors.toSet());
        classes()
                .that(describe(
                        "are public and exported",
                        c -> exported.contains(c.getPackageName())
                                && c.getModifiers().contains(JavaModifier.PUBLIC)))
                // The base class of a family's conformance test exists to be extended: JUnit finds tests by
                // inheritance.
                .and()
                .doNotBelongToAnyOf(ApproximationFamilyTest.class)
                .should(be(describe(
                        "interfaces, records, enums, exceptions or final classes", ExportedTypesTest::isClosed)))
                .because("a class that happens to be extensible becomes a promise that nobody made")
                .check(imported);
    }

    private static boolean isClosed(JavaClass type) {
        return type.isInterface()
                || type.isRecord()
                || type.isEnum()
                || type.isAssignableTo(Throwable.class)
                || type.getModifiers().contains(JavaModifier.FINAL);
    }
}
