package org.epsilonet.families.relu.format;

import java.lang.reflect.Method;

/**
 * What this thread has allocated and how long it ran. By reflection, since the module under test requires neither {@code
 * java.management} nor {@code jdk.management}.
 */
final class Allocation {
    private final Object threads;
    private final Method allocated;
    private final Method cpuTime;

    Allocation() throws ReflectiveOperationException {
        threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Class<?> type = Class.forName("com.sun.management.ThreadMXBean");
        allocated = type.getMethod("getThreadAllocatedBytes", long.class);
        cpuTime = Class.forName("java.lang.management.ThreadMXBean").getMethod("getCurrentThreadCpuTime");
    }

    long bytes() throws ReflectiveOperationException {
        return (long) allocated.invoke(threads, Thread.currentThread().getId());
    }

    /** Nanoseconds on a core, whatever else the machine does. */
    long nanoseconds() throws ReflectiveOperationException {
        return (long) cpuTime.invoke(threads);
    }
}
