import org.jspecify.annotations.NullMarked;

/**
 * The family contract as laws: a conformance kit for authors of approximation families.
 *
 * <p>{@link org.epsilonet.testkit.FamilyLaws} checks a family and returns plain values; no test framework is needed. In a
 * test suite extend {@link org.epsilonet.testkit.junit.ApproximationFamilyTest} instead: one test per law. Only that
 * package needs JUnit at run time.
 *
 * <p>The kit's ambition: a family that passes works in the encoder and in the comparator, and a defect that it misses is
 * a defect of the kit.
 */
@NullMarked
module org.epsilonet.testkit {
    requires transitive org.epsilonet.api;
    requires org.epsilonet.quantization;
    requires org.epsilonet.codec;
    requires java.management;
    requires jdk.management;
    requires static transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports org.epsilonet.testkit;
    exports org.epsilonet.testkit.junit;
    exports org.epsilonet.testkit.standin;
}
