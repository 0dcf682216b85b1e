/**
 * ReLU networks in files: {@code .onnx}, {@code .npz} and {@code .safetensors}.
 *
 * <p>All three hold named arrays of numbers; ONNX adds a graph of operators. Read becomes a chain of affine maps with a
 * ReLU between them: weights are one row per output, consecutive affine operators are multiplied, and what is not of this
 * kind is refused by name. A file may come from a stranger: every length is compared with what is there before anything
 * is allocated, and the work of multiplying maps is bounded. Written files hold float32 where that is exact, so that
 * quantized weights survive, and double otherwise.
 *
 * @see <a href="https://onnx.ai/onnx/repo-docs/IR.html">Open Neural Network Exchange, intermediate representation</a>
 * @see <a href="https://github.com/huggingface/safetensors">The safetensors format</a>
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The npy format</a>
 */
package org.epsilonet.families.relu.format;
