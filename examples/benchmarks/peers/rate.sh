#!/usr/bin/env bash
# Bits of `epsilonet encode` against zfp, wavelets, splines, segments, differences and JPEG 2000: docs/benchmarks.md.
# Run from anywhere; arguments are those of rate.py (see its head). A run that was killed goes on where it was.
set -euo pipefail

here=$(cd "${BASH_SOURCE[0]%/*}" && pwd -P)
python=/usr/bin/python3
"$python" -c 'import numpy, scipy, pywt, zfpy, PIL' 2> /dev/null || {
    # Debian's packages, for Debian's interpreter.
    privileged=; [[ $(id -u) == 0 ]] || privileged=sudo
    $privileged apt-get install -y -q python3-numpy python3-scipy python3-pywt python3-zfpy python3-pil
}
cd "$here/../../.."
./epsilonet --version > /dev/null # builds what is missing
# Two processes share the processors; more threads would only get in their way.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
exec "$python" "$here/rate.py" "$@"
