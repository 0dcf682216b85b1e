/** The parts of a comparison: problems, the measurements of a family on one of them, and the judgement on the pair. */
package org.epsilonet.comparator.internal;
