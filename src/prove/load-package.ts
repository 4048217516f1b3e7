// Loads an engine's package when a proof needs it. Engines are no dependencies of the compiler: whoever proves installs one.

import { type Checked, diagnose } from "../diagnostics/diagnostic.ts";

/** Imports a package; null with a diagnostic that says what to install, or why it does not load. */
export async function loadPackage<T>(name: string, load: () => Promise<T>): Promise<Checked<T | null>> {
  try {
    return { value: await load(), diagnostics: [] };
  } catch (cause) {
    const { code, message } = cause as { readonly code?: string; readonly message?: string };
    const missing = code === "ERR_MODULE_NOT_FOUND" && (message ?? "").includes(`'${name}'`);
    const diagnostic = missing
      ? diagnose("MXC3900", { package: name }, null)
      : diagnose("MXC3901", { engine: name, reason: message ?? String(cause) }, null);
    return { value: null, diagnostics: [diagnostic] };
  }
}
