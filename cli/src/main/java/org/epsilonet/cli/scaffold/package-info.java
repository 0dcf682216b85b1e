/**
 * A family module to start from: a small Maven project, written as a whole or not at all, that compiles against copies of
 * the jars this program runs on and passes the contract at once.
 */
package org.epsilonet.cli.scaffold;
