"""Docstrings on stdin, as `inspect` shows them on stdout."""

import inspect
import json
import sys

print(json.dumps([inspect.cleandoc(text) for text in json.load(sys.stdin)]))
