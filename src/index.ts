// The compiler as a library: everything the command line does, without its IO.

export { type CompileInput, type CompileResult, compile } from "./compile.ts";
export type { CompiledTarget } from "./compile-target.ts";
export { type Code, catalogue } from "./diagnostics/catalogue.ts";
export { compareDiagnostics, type Diagnostic, type Related } from "./diagnostics/diagnostic.ts";
export { type Finding, findingsOf, type Location } from "./diagnostics/finding.ts";
export type { ModuleSource } from "./link/link.ts";
export type { DialectName } from "./model/dialect-name.ts";
export type { Host } from "./model/host.ts";
export type { OutputFile } from "./model/output.ts";
export type { CompileOptions, Target } from "./model/project.ts";
export type { ModuleSummary } from "./model/summary.ts";
export { readModule } from "./read/module.ts";
