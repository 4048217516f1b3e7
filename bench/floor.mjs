// The floor: what any compiler in Node must do at least. Starts up, walks a directory, reads and hashes every file.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

function walk(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) walk(path);
    else createHash("sha256").update(readFileSync(path)).digest("hex");
  }
}

walk(process.argv[2]);
