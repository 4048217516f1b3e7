"""Documents in, the TOML that tomlkit writes for them with sorted keys out.

stdin: [document, ...], integers as {"$int": "1"}, floats as {"$float": "1.0"}, tables as {"$table": [[key, value], ...]}
stdout: [text, ...]
"""

import json
import sys

import tomlkit


def decode(value: object) -> object:
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    ((kind, content),) = value.items()
    if kind == "$table":
        return {key: decode(item) for key, item in content}
    return int(content) if kind == "$int" else float(content)


json.dump([tomlkit.dumps(decode(document), sort_keys=True) for document in json.load(sys.stdin)], sys.stdout)
