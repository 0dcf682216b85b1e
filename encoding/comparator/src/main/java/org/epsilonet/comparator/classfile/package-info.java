/**
 * Function classes from files: one JSON object defines a class by its smoothness, or as the union or intersection of installed
 * classes, with its encoding speed, if known, and elements from a small vocabulary. {@link
 * org.epsilonet.comparator.classfile.ClassFile} reads it, by a published JSON Schema.
 */
package org.epsilonet.comparator.classfile;
