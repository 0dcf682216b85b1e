package org.epsilonet.families.relu.kernel;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The kernel in use, looked up once. */
final class InstalledKernel {
    private static volatile @Nullable DenseKernel found;

    private InstalledKernel() {}

    static DenseKernel get() {
        DenseKernel kernel = found;
        if (kernel == null) {
            kernel = ServiceLoader.load(DenseKernel.class, DenseKernel.class.getClassLoader())
                    .findFirst()
                    .orElse(PlainKernel.INSTANCE);
            found = kernel;
        }
        return kernel;
    }
}
