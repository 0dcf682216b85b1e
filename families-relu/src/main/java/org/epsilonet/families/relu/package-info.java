/** ReLU networks. */
package org.epsilonet.families.relu;
