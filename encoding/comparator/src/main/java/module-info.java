import org.jspecify.annotations.NullMarked;

/** Compares how fast families approximate with how many bits classes need. */
@NullMarked
module org.epsilonet.comparator {
    requires transitive org.epsilonet.api;
    requires org.epsilonet.quantization;
    requires org.epsilonet.codec;
    requires commons.math3;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.statistics.distribution;
    requires static org.jspecify;

    exports org.epsilonet.comparator;
}
