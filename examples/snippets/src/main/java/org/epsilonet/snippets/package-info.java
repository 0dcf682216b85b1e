/**
 * Short programs that teach: {@link org.epsilonet.snippets.QuickStart} approximates, encodes and decodes; {@link
 * org.epsilonet.snippets.CompareFamilies} puts all installed families side by side; {@link
 * org.epsilonet.snippets.WriteAFamily} adds one of its own; {@link org.epsilonet.snippets.TrainNetworks} trains networks and
 * writes them to files. Tests run each of them; the README shows the regions
 * between {@code // [name]} and {@code // [end]} word for word.
 */
@NullMarked
package org.epsilonet.snippets;

import org.jspecify.annotations.NullMarked;
