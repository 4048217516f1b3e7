// Files that come with the package: found relative to this module, which lies two levels below the package's root both
// in src/cli and in dist/chunks.

import { fileURLToPath } from "node:url";

/** The absolute path of a file of the package, e.g. `grammar/diagnostics/MXC1003.md`. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
