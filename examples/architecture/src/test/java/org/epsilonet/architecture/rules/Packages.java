package org.epsilonet.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages of the modules, as patterns of ArchUnit. */
final class Packages {
    static final String API = "org.epsilonet.api..";
    static final String QUANTIZATION = "org.epsilonet.quantization..";
    static final String CODEC = "org.epsilonet.codec..";
    static final String COMPARATOR = "org.epsilonet.comparator..";
    static final String TESTKIT = "org.epsilonet.testkit..";
    static final String CLI = "org.epsilonet.cli..";

    /** Every family module, the example among them. */
    static final String[] FAMILIES = {"org.epsilonet.families..", "org.epsilonet.examples.."};

    private static final Pattern FAMILY = Pattern.compile("org\\.epsilonet\\.(?:families|examples)\\.(\\w+).*");

    private Packages() {}

    /** One slice per family module. */
    static SliceAssignment byFamily() {
        return new Slices("the family modules", name -> {
            Matcher family = FAMILY.matcher(name);
            return family.matches() ? SliceIdentifier.of(family.group(1)) : SliceIdentifier.ignore();
        });
    }

    /**
     * One slice per package; an {@code internal} package is the back room of its module's exported ones and sees them,
     * so it is left out.
     */
    static SliceAssignment byPackage() {
        return new Slices(
                "the packages",
                name -> name.endsWith(".internal") ? SliceIdentifier.ignore() : SliceIdentifier.of(name));
    }

    private record Slices(String getDescription, Function<String, SliceIdentifier> ofPackage)
            implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return ofPackage.apply(javaClass.getPackageName());
        }
    }
}
