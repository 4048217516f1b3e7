"""What the `.env` files of Metaxy's command line set: for each text the variables, given those that are set already."""

import json
import os
import sys
import tempfile

from dotenv import load_dotenv

given = {"SET": "given"}
answers = []
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, ".env")
    for text in json.load(sys.stdin):
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.environ.clear()
        os.environ.update(given)
        try:
            load_dotenv(dotenv_path=path)
        except ValueError:
            # A name with "=" in it ends Metaxy's command line.
            answers.append(None)
            continue
        answers.append({name: value for name, value in os.environ.items() if name != "SET"})
json.dump(answers, sys.stdout)
