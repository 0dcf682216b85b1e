/**
 * Samples in files: what {@code encode} and {@code compare --data} read and {@code decode} writes.
 *
 * <p>A format is chosen by the ending of the file's name. Every format maps a file to {@link
 * org.epsilonet.api.function.Samples}: values in row-major order (an image is rows × columns), the number type they
 * were stored in, and where they sat in the user's coordinates (the x column of a table, the sample rate of a sound).
 * Values are kept as stored: nothing is scaled, no gamma is applied. A file from outside is hostile until parsed: every
 * length that a header claims is compared with the size of the file before anything of that length is allocated.
 */
package org.epsilonet.cli.data;
