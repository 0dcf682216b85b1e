/** Statements of the theory that take several modules: families from one, the experiment from another. */
package org.epsilonet.architecture.experiment;
