// Runs a program of the tests' own making: its modules are transpiled and evaluated against the real authoring library.

import { ts } from "@ts-morph/common";
import * as dsl from "metaxy-compile/dsl";

/** The exports of a module. */
export type Exports = Readonly<Record<string, unknown>>;

/**
 * Evaluates modules on demand.
 *
 * @param files text by path; modules are `src/<name>.ts` and may import `data.json`
 * @param ambient values of names that the program only declares
 */
export function createRuntime(
  files: Readonly<Record<string, string>>,
  ambient: ReadonlyMap<string, unknown>,
): (name: string) => Exports {
  const known = new Map<string, { exports: Record<string, unknown> }>();
  const load = (name: string): Exports => {
    const found = known.get(name);
    if (found !== undefined) return found.exports;
    const module = { exports: {} };
    known.set(name, module);
    const text = files[`src/${name}.ts`];
    if (text === undefined) throw new Error(`no module ${name}`);
    const run = new Function("require", "exports", "module", ...ambient.keys(), transpiled(text));
    run(resolve, module.exports, module, ...ambient.values());
    return module.exports;
  };
  const resolve = (specifier: string): unknown => {
    if (specifier.startsWith("metaxy-compile")) return dsl;
    if (specifier.endsWith(".json")) return JSON.parse(files["src/data.json"] ?? "null");
    return load(specifier.replace(/^(?:\.\/|@\/|#)/, "").replace(/\.[jt]s$/, ""));
  };
  return load;
}

function transpiled(text: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      isolatedModules: true,
      useDefineForClassFields: true,
    },
  });
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(ts.flattenDiagnosticMessageText(first.messageText, " "));
  return outputText;
}
