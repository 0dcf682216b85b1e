/** Internal: the registry behind the doors {@code Families} and {@code FunctionClasses}. Not exported. */
package org.epsilonet.api.internal;
