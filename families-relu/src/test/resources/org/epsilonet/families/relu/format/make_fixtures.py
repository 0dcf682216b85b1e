"""Writes the .npz and .safetensors files of this folder with NumPy: python3 make_fixtures.py

Every network is 2-3-1 with W1[i][j] = i - j / 2, b1[i] = i / 4 - 0.25, W2[0][j] = 2 - j, b2 = [0.125]:
exact in every number type. Expected values are in NumpyFilesTest.
"""
import json
import struct

import numpy as np

W1 = np.array([[i - j / 2 for j in range(2)] for i in range(3)])
b1 = np.array([i / 4 - 0.25 for i in range(3)])
W2 = np.array([[2.0 - j for j in range(3)]])
b2 = np.array([0.125])
ALL = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def typed(dtype, **arrays):
    return {name: array.astype(dtype) for name, array in (arrays or ALL).items()}


np.savez("float32.npz", **typed("<f4"))
np.savez("float64_big_endian.npz", **typed(">f8"))
np.savez("float16.npz", **typed("<f2"))
np.savez_compressed("compressed.npz", **typed("<f4"))
np.savez("fortran.npz", **{name: np.asfortranarray(array) for name, array in ALL.items()})
np.savez("unordered.npz", **typed("<f8", b2=b2, W2=W2, W1=W1, b1=b1))
np.savez("positional.npz", *ALL.values())
np.savez("integers.npz", W1=W1.astype("<i8"))
np.savez("without_bias.npz", W1=W1, W2=W2, b2=b2)


def safetensors(file, arrays, kind, dtype):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, array in arrays.items():
        raw = array.astype(dtype).tobytes()
        if kind == "BF16":
            raw = b"".join(raw[k + 2 : k + 4] for k in range(0, len(raw), 4))
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(file, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + data)


LINEAR = {"fc1.weight": W1, "fc1.bias": b1, "fc2.weight": W2, "fc2.bias": b2}
safetensors("linear.safetensors", LINEAR, "F32", "<f4")
safetensors("half.safetensors", LINEAR, "F16", "<f2")
safetensors("bfloat.safetensors", LINEAR, "BF16", "<f4")
safetensors(
    "natural_order.safetensors",
    {"net.10.bias": b2, "net.10.weight": W2, "net.2.weight": W1, "net.2.bias": b1},
    "F64",
    "<f8",
)
