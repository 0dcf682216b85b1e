package org.epsilonet.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.epsilonet", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyRulesTest {
    @ArchTest
    static void many_classes_were_imported(JavaClasses imported) {
        assertTrue(imported.size() > 150, () -> "a rule over few classes proves little, imported " + imported.size());
    }

    @ArchTest
    static final ArchRule families_do_not_see_each_other = slices().assignedFrom(Packages.byFamily())
            .should()
            .notDependOnEachOther()
            .because("a family is added and taken away by its jar alone; what two families share belongs into the api");

    @ArchTest
    static final ArchRule nothing_sees_a_family = noClasses()
            .that()
            .resideOutsideOfPackages(Packages.FAMILIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Packages.FAMILIES)
            .because("encoder, comparator and command treat all families alike, also those of strangers, which they"
                    + " meet through ServiceLoader at run time");

    @ArchTest
    static final ArchRule families_see_the_api_alone_of_us = noClasses()
            .that()
            .resideInAnyPackage(Packages.FAMILIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    Packages.QUANTIZATION, Packages.CODEC, Packages.COMPARATOR, Packages.TESTKIT, Packages.CLI)
            .because("a family author writes only mathematics; bits and studies follow without code of the family's");

    @ArchTest
    static final ArchRule the_api_depends_on_the_jdk_alone = classes()
            .that()
            .resideInAPackage(Packages.API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Packages.API, "java..", "org.jspecify..")
            .because("whoever writes a family inherits every dependency of the api; JSpecify's annotations are not"
                    + " needed at run time");

    @ArchTest
    static final ArchRule internal_packages_of_the_api_stay_internal = noClasses()
            .that()
            .resideOutsideOfPackage(Packages.API)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.epsilonet.api.internal..")
            .because("on the class path no descriptor protects them");

    @ArchTest
    static final ArchRule layers_are_respected = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("api")
            .definedBy(Packages.API)
            .layer("quantization")
            .definedBy(Packages.QUANTIZATION)
            .layer("codec")
            .definedBy(Packages.CODEC)
            .layer("comparator")
            .definedBy(Packages.COMPARATOR)
            .layer("testkit")
            .definedBy(Packages.TESTKIT)
            .layer("cli")
            .definedBy(Packages.CLI)
            .whereLayer("api")
            .mayNotAccessAnyLayer()
            .whereLayer("quantization")
            .mayOnlyAccessLayers("api")
            .whereLayer("codec")
            .mayOnlyAccessLayers("api", "quantization")
            .whereLayer("comparator")
            .mayOnlyAccessLayers("api", "quantization", "codec")
            .whereLayer("testkit")
            .mayOnlyAccessLayers("api", "quantization", "codec")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .because("data goes one way: function, approximant, codeword, file, report; each hop is one module and"
                    + " nothing reaches back");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles = slices().assignedFrom(Packages.byPackage())
            .should()
            .beFreeOfCycles()
            .because("packages are read from the bottom up, each with only those before it in mind");
}
