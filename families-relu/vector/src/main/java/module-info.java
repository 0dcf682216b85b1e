import org.jspecify.annotations.NullMarked;

/**
 * Batch evaluation of ReLU networks with the incubating Vector API: put this module on the module path, and {@code
 * ReluNetwork.atAll(float[])} uses it. (On a class path also give {@code --add-modules jdk.incubator.vector}.) The
 * results have the bits of the plain path. The virtual machine warns at start that the module incubates.
 */
@NullMarked
module org.epsilonet.families.relu.vector {
    requires org.epsilonet.families.relu;
    requires jdk.incubator.vector;
    requires static org.jspecify;

    exports org.epsilonet.families.relu.vector;

    provides org.epsilonet.families.relu.kernel.DenseKernel with
            org.epsilonet.families.relu.vector.VectorKernel;
}
