/** Evaluating networks, beside ONNX Runtime on the same weights. */
package org.epsilonet.benchmarks.network;
