/**
 * The laws as JUnit tests: a family's conformance test is one class that extends {@link
 * org.epsilonet.testkit.junit.ApproximationFamilyTest} and supplies the family. The only package of the kit that needs
 * JUnit.
 */
package org.epsilonet.testkit.junit;
