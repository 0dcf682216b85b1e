/** The family contract as laws. */
package org.epsilonet.testkit;
