/** Compares how fast families approximate with how many bits classes need. */
package org.epsilonet.comparator;
