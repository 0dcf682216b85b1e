/** Bit streams: entropy coder, file format, encoder and decoder for every parametrized family. */
package org.epsilonet.codec;
