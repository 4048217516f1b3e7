"""Documents in, what `json.dumps` writes for them out, with sorted keys and with keys as they come.

stdin: [document, ...] in the form that encoded.py reads
stdout: [[sorted, as they come], ...]
"""

import json
import sys

from encoded import decode

documents = [decode(document) for document in json.load(sys.stdin)]
json.dump([[json.dumps(each, sort_keys=True), json.dumps(each)] for each in documents], sys.stdout)
