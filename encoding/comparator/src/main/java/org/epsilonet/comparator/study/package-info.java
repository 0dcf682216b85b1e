/**
 * Studies: sweeps that survive a kill, that two machines can share, and that come out the same whoever runs them.
 *
 * <p>A {@link org.epsilonet.comparator.study.Study} (a JSON file) spans a grid: families × classes or files × norms × draws
 * × goals. Each point of the grid is a {@link org.epsilonet.comparator.study.Cell}, a value; measured, it becomes a {@link
 * org.epsilonet.comparator.study.ResultLine}, a value again. The key of a line is the SHA-256 of the cell's canonical JSON
 * and of the code that measured it, and an outcome holds no time, so that lines are a function of their keys. From this
 * follows the rest: a {@link org.epsilonet.comparator.study.ResultFile} is a set of lines that only grows, a run measures
 * the keys that are not in it yet ({@link org.epsilonet.comparator.study.StudyRun}), the union of files is associative,
 * commutative and idempotent ({@link org.epsilonet.comparator.study.ResultUnion}), and whoever measures the cells, threads
 * here or workers elsewhere, stands behind one small service, {@link org.epsilonet.comparator.study.StudyEngine}.
 *
 * <p>A cell on a class is what {@link org.epsilonet.comparator.Comparison} measures with one budget: the worst over the
 * class's instances, in error, bits and quantized error.
 */
package org.epsilonet.comparator.study;
