/**
 * The architecture as tests: rules over all classes with the reason of each, and the built jars as their users get
 * them. Module descriptors keep most of this; the rules keep what descriptors cannot say, and hold on the class path too.
 */
package org.epsilonet.architecture.rules;
