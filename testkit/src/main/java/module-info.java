import org.jspecify.annotations.NullMarked;

/** The family contract as laws. */
@NullMarked
module org.epsilonet.testkit {
    requires transitive org.epsilonet.api;
    requires org.epsilonet.quantization;
    requires org.epsilonet.codec;
    requires static transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports org.epsilonet.testkit;
}
