// What a module takes from others and gives to others: its import and export statements as lists of names.

import type { Declaration, ExportBinding, ImportBinding, ModuleSummary } from "../model/summary.ts";
import { readClass } from "./class.ts";
import { docCommentBefore } from "./doc-comment.ts";
import { readMixin } from "./mixin.ts";
import { hasModifier, type Reader, rangeOf } from "./reader.ts";
import { syntaxTable, type ts } from "./typescript.ts";

/** What reading the statements fills. */
export interface Boundary {
  readonly imports: ImportBinding[];
  readonly exports: ExportBinding[];
  readonly starExports: ModuleSummary["starExports"][number][];
}

/** Reads one statement's imports and exports. `declarations` are what the statement declares. */
export function readBoundary(
  statement: ts.Statement,
  declarations: readonly Declaration[],
  into: Boundary,
  reader: Reader,
): void {
  readerOf(statement.kind)?.(statement as never, into, reader);
  for (const declaration of declarations) {
    if (!declaration.exported) continue;
    const isDefault = hasModifier(statement as ts.ClassDeclaration, "default", reader);
    const { name, range } = declaration;
    into.exports.push({ kind: "local", exported: isDefault ? "default" : name, local: name, range });
  }
}

const readerOf = syntaxTable<(node: never, into: Boundary, reader: Reader) => void>({
  ImportDeclaration: readImport,
  ImportEqualsDeclaration: readRequire,
  ExportDeclaration: readExport,
  ExportAssignment: readExportAssignment,
  ClassDeclaration: readDefaultClass,
  FunctionDeclaration: readDefaultFunction,
});

/** The text of a module specifier; null when it is not a string. */
function readSpecifier(node: ts.Expression | undefined, reader: Reader): string | null {
  return node !== undefined && reader.ts.isStringLiteralLike(node) ? node.text : null;
}

function readImport(node: ts.ImportDeclaration, { imports }: Boundary, reader: Reader): void {
  const specifier = readSpecifier(node.moduleSpecifier, reader);
  const clause = node.importClause;
  if (specifier === null || clause === undefined) return;
  const typeOnly = clause.phaseModifier === reader.ts.SyntaxKind.TypeKeyword;
  const add = (name: ts.Identifier, imported: string, own: boolean): void => {
    imports.push({ local: name.text, imported, specifier, typeOnly: typeOnly || own, range: rangeOf(name, reader) });
  };
  if (clause.name !== undefined) add(clause.name, "default", false);
  const bindings = clause.namedBindings;
  if (bindings === undefined) return;
  if (reader.ts.isNamespaceImport(bindings)) add(bindings.name, "*", false);
  else
    for (const element of bindings.elements)
      add(element.name, (element.propertyName ?? element.name).text, element.isTypeOnly);
}

/** `import x = require("specifier")`. */
function readRequire(node: ts.ImportEqualsDeclaration, { imports, exports }: Boundary, reader: Reader): void {
  if (!reader.ts.isExternalModuleReference(node.moduleReference)) return;
  const specifier = readSpecifier(node.moduleReference.expression, reader);
  if (specifier === null) return;
  const local = node.name.text;
  const range = rangeOf(node.name, reader);
  imports.push({ local, imported: "export=", specifier, typeOnly: node.isTypeOnly, range });
  if (hasModifier(node, "export", reader)) exports.push({ kind: "local", exported: local, local, range });
}

function readExport(node: ts.ExportDeclaration, into: Boundary, reader: Reader): void {
  const specifier = readSpecifier(node.moduleSpecifier, reader);
  const clause = node.exportClause;
  if (clause === undefined) {
    if (specifier !== null) into.starExports.push({ specifier, range: rangeOf(node, reader) });
  } else if (reader.ts.isNamedExports(clause)) {
    for (const element of clause.elements) into.exports.push(readExportSpecifier(element, specifier, reader));
  } else if (specifier !== null) {
    const range = rangeOf(clause.name, reader);
    into.exports.push({ kind: "from", exported: clause.name.text, imported: "*", specifier, range });
  }
}

function readExportSpecifier(node: ts.ExportSpecifier, specifier: string | null, reader: Reader): ExportBinding {
  const exported = node.name.text;
  const original = node.propertyName ?? node.name;
  const range = rangeOf(original, reader);
  if (specifier === null) return { kind: "local", exported, local: original.text, range };
  return { kind: "from", exported, imported: original.text, specifier, range };
}

/** `export default <expression>` and `export = <expression>`. */
function readExportAssignment(node: ts.ExportAssignment, { exports }: Boundary, reader: Reader): void {
  const exported = node.isExportEquals === true ? "export=" : "default";
  const value = reader.readExpression(node.expression, reader);
  exports.push({ kind: "expression", exported, value, range: rangeOf(node.expression, reader) });
}

/** `export default class { … }` without a name, which is no declaration. */
function readDefaultClass(node: ts.ClassDeclaration, { exports }: Boundary, reader: Reader): void {
  if (node.name !== undefined || !hasModifier(node, "default", reader)) return;
  const read = readClass(node, docCommentBefore(reader.text, node.pos), reader);
  exports.push({
    kind: "expression",
    exported: "default",
    value: { kind: "class", class: read, range: rangeOf(node, reader) },
    range: read.range,
  });
}

/** `export default function () { … }` without a name. */
function readDefaultFunction(node: ts.FunctionDeclaration, { exports }: Boundary, reader: Reader): void {
  if (node.name !== undefined || !hasModifier(node, "default", reader)) return;
  const mixin = readMixin(node, reader);
  const range = rangeOf(node, reader);
  const value =
    mixin === null
      ? ({ kind: "unsupported", syntax: "a function", range } as const)
      : ({ kind: "mixin", mixin, range } as const);
  exports.push({ kind: "expression", exported: "default", value, range });
}
