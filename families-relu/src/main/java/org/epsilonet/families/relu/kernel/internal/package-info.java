/** The loops that the plain kernel and sparse layers share. */
package org.epsilonet.families.relu.kernel.internal;
