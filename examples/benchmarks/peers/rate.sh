#!/usr/bin/env bash
# Bits of `epsilonet encode` against simple compressors, on signals made by the script: a table, and the geometric mean
# of the ratios to the best peer. Run from anywhere; arguments are those of rate.py (see its head).
set -euo pipefail

here=$(cd "${BASH_SOURCE[0]%/*}" && pwd -P)
python=/usr/bin/python3
"$python" -c 'import numpy' 2> /dev/null || {
    # Debian's package, for Debian's interpreter.
    privileged=; [[ $(id -u) == 0 ]] || privileged=sudo
    $privileged apt-get install -y -q python3-numpy
}
cd "$here/../../.."
exec "$python" "$here/rate.py" "$@"
