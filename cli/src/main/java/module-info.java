import org.jspecify.annotations.NullMarked;

/** The epsilonet command. */
@NullMarked
module org.epsilonet.cli {
    requires org.epsilonet.api;
    requires org.epsilonet.quantization;
    requires org.epsilonet.codec;
    requires org.epsilonet.comparator;
    requires org.epsilonet.testkit;
    requires info.picocli;
    requires tools.jackson.jr.ob;
    requires de.siegmar.fastcsv;
    requires chartjs;
    requires java.desktop;
    requires static org.jspecify;

    exports org.epsilonet.cli;
}
