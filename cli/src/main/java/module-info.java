import org.jspecify.annotations.NullMarked;

/**
 * The {@code epsilonet} command and its reports.
 *
 * <p>It reads data, asks the codec and the comparator, and shows the answers; no mathematics is done here. It knows no
 * family: those are found at run time, on the module path and in plug-in folders.
 *
 * @provides org.epsilonet.comparator.study.SampleReader
 */
@NullMarked
module org.epsilonet.cli {
    requires org.epsilonet.api;
    requires org.epsilonet.codec;
    requires org.epsilonet.comparator;
    requires org.epsilonet.quantization;
    requires org.epsilonet.testkit;
    requires info.picocli;
    requires tools.jackson.jr.ob;
    requires de.siegmar.fastcsv;
    requires java.desktop;
    requires static org.jspecify;

    exports org.epsilonet.cli;

    opens org.epsilonet.cli to
            info.picocli;

    provides org.epsilonet.comparator.study.SampleReader with
            org.epsilonet.cli.data.SampleFiles;
}
