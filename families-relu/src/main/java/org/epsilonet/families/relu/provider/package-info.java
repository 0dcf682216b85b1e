/** What the module registers: its approximation families. It sees all other packages, and none sees it. */
package org.epsilonet.families.relu.provider;
