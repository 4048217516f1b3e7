// `export *` by name: a barrel over thousands of modules must not be walked again for every name taken from it.

import { findTarget, loadModule, type Program, type StarExport, type StarIndex, unobserved } from "./program.ts";
import type { LinkedModule } from "./scope.ts";

/** The stars of a module that may export `name`, in order. */
export function findStars(program: Program, module: LinkedModule, name: string): readonly StarExport[] {
  if (module.file.summary.starExports.length === 0) return [];
  const path = module.file.path;
  const known = program.stars.get(path);
  const index = known ?? unobserved(program, () => indexStars(program, module));
  if (known === undefined) program.stars.set(path, index);
  const named = index.byName.get(name);
  return named === undefined ? index.open : [...named, ...index.open];
}

function indexStars(program: Program, module: LinkedModule): StarIndex {
  const byName = new Map<string, StarExport[]>();
  const open: StarExport[] = [];
  for (const star of module.file.summary.starExports) {
    const names = new Set<string>();
    const known = collectNames(program, module, star, names);
    for (const name of names) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [star]);
      else same.push(star);
    }
    if (!known) open.push(star);
  }
  return { byName, open };
}

/** Adds every name reachable through a star; false when some of them cannot be known. */
function collectNames(program: Program, from: LinkedModule, star: StarExport, names: Set<string>): boolean {
  const queue: (readonly [LinkedModule, StarExport])[] = [[from, star]];
  const seen = new Set<string>();
  let known = true;
  for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
    const target = findTarget(program, item[0].file.path, item[1].specifier);
    const module = target.kind === "file" ? loadModule(program, target.path) : null;
    if (module === null) known = false;
    else if (!seen.has(module.file.path)) {
      seen.add(module.file.path);
      for (const name of exportedNames(module)) if (name !== "default") names.add(name);
      for (const inner of module.file.summary.starExports) queue.push([module, inner]);
    }
  }
  return known;
}

/** Names a module exports itself, without those of its stars. */
export function exportedNames(module: LinkedModule): readonly string[] {
  const declared = module.file.summary.scope.declarations.filter((declaration) => declaration.exported);
  return [...module.file.exports.keys(), ...declared.map((declaration) => declaration.name)];
}
