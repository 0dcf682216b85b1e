import org.jspecify.annotations.NullMarked;

/**
 * Compares how fast families approximate with how many bits classes need: the standard function classes with their
 * encoding speeds and hard instances, speeds measured before and after quantization, and verdicts.
 *
 * @provides org.epsilonet.api.classes.FunctionClassProvider
 */
@NullMarked
module org.epsilonet.comparator {
    requires transitive org.epsilonet.api;
    requires org.epsilonet.quantization;
    requires org.epsilonet.codec;
    requires org.apache.commons.statistics.distribution;
    requires static org.jspecify;

    exports org.epsilonet.comparator;
    exports org.epsilonet.comparator.entropy;

    provides org.epsilonet.api.classes.FunctionClassProvider with
            org.epsilonet.comparator.internal.StandardClasses;
}
