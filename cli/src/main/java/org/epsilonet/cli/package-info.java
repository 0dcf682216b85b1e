/** The epsilonet command. */
package org.epsilonet.cli;
