"""Documents in, the TOML that tomlkit writes for them with sorted keys out.

stdin: [document, ...] in the form that encoded.py reads
stdout: [text, ...]
"""

import json
import sys

import tomlkit

from encoded import decode

json.dump([tomlkit.dumps(decode(document), sort_keys=True) for document in json.load(sys.stdin)], sys.stdout)
