import org.jspecify.annotations.NullMarked;

/**
 * Compares how fast families approximate with how many bits classes need: the standard function classes with their
 * encoding speeds and hard instances, speeds measured before and after quantization, verdicts, and studies of many such measurements.
 *
 * @provides org.epsilonet.api.classes.FunctionClassProvider
 * @provides org.epsilonet.comparator.study.StudyEngine
 */
@NullMarked
module org.epsilonet.comparator {
    requires transitive org.epsilonet.api;
    requires org.epsilonet.quantization;
    requires transitive org.epsilonet.codec;
    requires org.apache.commons.statistics.distribution;
    requires tools.jackson.jr.ob;
    requires org.tukaani.xz;
    requires static org.jspecify;

    exports org.epsilonet.comparator;
    exports org.epsilonet.comparator.classfile;
    exports org.epsilonet.comparator.adversary;
    exports org.epsilonet.comparator.codes;
    exports org.epsilonet.comparator.entropy;
    exports org.epsilonet.comparator.study;

    uses org.epsilonet.comparator.study.StudyEngine;
    uses org.epsilonet.comparator.study.SampleReader;

    provides org.epsilonet.api.classes.FunctionClassProvider with
            org.epsilonet.comparator.catalogue.StandardClasses;
    provides org.epsilonet.comparator.study.StudyEngine with
            org.epsilonet.comparator.study.internal.LocalEngine;
}
