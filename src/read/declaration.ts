// The declarations of a module or a namespace. What only exists for the type checker (`declare module`,
// `declare global`) is left out; function bodies are looked at for mixins alone.

import { rangeEnd, rangeFrom, rangeStart } from "../model/span.ts";
import type { ConstDeclaration, Declaration, EnumMember, Expression } from "../model/summary.ts";
import { readLeaves } from "./binding-pattern.ts";
import { readClass } from "./class.ts";
import { docCommentBefore } from "./doc-comment.ts";
import { assertedType } from "./expression.ts";
import { readMixin } from "./mixin.ts";
import {
  hasModifier,
  MAX_DEPTH,
  type Modified,
  propertyName,
  type Reader,
  rangeOf,
  withoutWrapping,
} from "./reader.ts";
import { readOptionalType, readType, readTypeMembers, readTypeParameters } from "./type.ts";
import { syntaxTable, type ts } from "./typescript.ts";

/** What one statement of a module declares; nothing for any other statement, and for what has no name. */
export function readDeclarations(statement: ts.Statement, reader: Reader): readonly Declaration[] {
  const declarations = readerOf(statement.kind)?.(statement as never, reader) ?? NONE;
  return declarations.every(({ name }) => name !== "") ? declarations : declarations.filter(({ name }) => name !== "");
}

const NONE: readonly Declaration[] = [];

const readerOf = syntaxTable<(node: never, reader: Reader) => readonly Declaration[]>({
  VariableStatement: readVariables,
  FunctionDeclaration: readFunction,
  ClassDeclaration: readClassDeclaration,
  EnumDeclaration: readEnum,
  TypeAliasDeclaration: readTypeAlias,
  InterfaceDeclaration: readInterface,
  ModuleDeclaration: readNamespace,
  ImportEqualsDeclaration: readAlias,
});

function isExported(node: Modified, reader: Reader): boolean {
  return hasModifier(node, "export", reader);
}

function readVariables(statement: ts.VariableStatement, reader: Reader): readonly Declaration[] {
  const exported = isExported(statement, reader);
  const { declarations, flags } = statement.declarationList;
  const { NodeFlags } = reader.ts;
  const kind = flags & NodeFlags.BlockScoped;
  if (kind !== NodeFlags.Let && kind !== NodeFlags.None) {
    const doc = declarations.length === 1 ? statement.pos : null;
    return declarations.flatMap((node) => readConstants(node, exported, kind === NodeFlags.Const, doc, reader));
  }
  return declarations
    .flatMap((node) => readLeaves(node.name, reader))
    .map(({ name }) => ({
      kind: kind === NodeFlags.Let ? "let" : "var",
      name: name.text,
      range: rangeOf(name, reader),
      exported,
    }));
}

/** One `name = init` of a `const`; a class or a mixin in place of the value is declared as what it is. */
function readConstants(
  node: ts.VariableDeclaration,
  exported: boolean,
  plain: boolean,
  docOffset: number | null,
  reader: Reader,
): readonly Declaration[] {
  const value = node.initializer === undefined ? undefined : withoutWrapping(node.initializer, reader.ts);
  if (plain && value !== undefined && reader.ts.isIdentifier(node.name)) {
    const base = { name: node.name.text, range: rangeOf(node.name, reader), exported };
    if (reader.ts.isClassExpression(value)) {
      const doc = docCommentBefore(reader.text, docOffset ?? value.pos);
      return [{ kind: "class", ...base, class: readClass(value, doc, reader), end: node.end }];
    }
    const mixin =
      reader.ts.isArrowFunction(value) || reader.ts.isFunctionExpression(value) ? readMixin(value, reader) : null;
    if (mixin !== null) return [{ kind: "function", ...base, mixin, end: node.end }];
  }
  const before = reader.assertions;
  const init = plain ? readInit(node, reader) : usingDeclaration(node, reader);
  return readPlainConstants(node, exported, { init, assertions: reader.assertions - before }, reader);
}

function readInit(node: ts.VariableDeclaration, reader: Reader): Expression | null {
  return node.initializer === undefined ? null : reader.readExpression(node.initializer, reader);
}

function usingDeclaration(node: ts.VariableDeclaration, reader: Reader): Expression {
  return { kind: "unsupported", syntax: "a `using` declaration", range: rangeOf(node, reader) };
}

function readPlainConstants(
  node: ts.VariableDeclaration,
  exported: boolean,
  { init, assertions }: { readonly init: Expression | null; readonly assertions: number },
  reader: Reader,
): readonly ConstDeclaration[] {
  const asserted = node.initializer === undefined ? null : assertedType(node.initializer, reader);
  const type = readOptionalType(node.type ?? asserted ?? undefined, reader);
  return readLeaves(node.name, reader).map(({ name, path }) => ({
    kind: "const",
    name: name.text,
    range: rangeOf(name, reader),
    exported,
    init,
    type,
    ...(type === null && assertions > 0 ? { partlyTyped: true } : {}),
    path,
    end: node.end,
  }));
}

function readFunction(node: ts.FunctionDeclaration, reader: Reader): readonly Declaration[] {
  if (node.name === undefined) return [];
  const { name } = node;
  const exported = isExported(node, reader);
  const range = rangeOf(name, reader);
  return [{ kind: "function", name: name.text, range, exported, mixin: readMixin(node, reader), end: null }];
}

function readClassDeclaration(node: ts.ClassDeclaration, reader: Reader): readonly Declaration[] {
  if (node.name === undefined) return [];
  return [
    {
      kind: "class",
      name: node.name.text,
      range: rangeOf(node.name, reader),
      exported: isExported(node, reader),
      class: readClass(node, docCommentBefore(reader.text, node.pos), reader),
      end: node.end,
    },
  ];
}

function readEnum(node: ts.EnumDeclaration, reader: Reader): readonly Declaration[] {
  return [
    {
      kind: "enum",
      name: node.name.text,
      range: rangeOf(node.name, reader),
      exported: isExported(node, reader),
      members: node.members.map((member) => readEnumMember(member, reader)),
      end: node.end,
    },
  ];
}

function readEnumMember(node: ts.EnumMember, reader: Reader): EnumMember {
  return {
    name: propertyName(node.name, reader) ?? "",
    range: rangeOf(node.name, reader),
    value: node.initializer === undefined ? null : reader.readExpression(node.initializer, reader),
  };
}

function readTypeAlias(node: ts.TypeAliasDeclaration, reader: Reader): readonly Declaration[] {
  return [
    {
      kind: "type",
      name: node.name.text,
      range: rangeOf(node.name, reader),
      exported: isExported(node, reader),
      parameters: readTypeParameters(node.typeParameters, reader),
      type: readType(node.type, reader),
    },
  ];
}

function readInterface(node: ts.InterfaceDeclaration, reader: Reader): readonly Declaration[] {
  const bases = node.heritageClauses?.flatMap((clause) => clause.types) ?? [];
  return [
    {
      kind: "interface",
      name: node.name.text,
      range: rangeOf(node.name, reader),
      exported: isExported(node, reader),
      parameters: readTypeParameters(node.typeParameters, reader),
      extends: bases.map((base) => readType(base, reader)),
      members: readTypeMembers(node.members, reader),
    },
  ];
}

/** `namespace A { … }`, and `namespace A.B { … }` as B inside A. */
function readNamespace(node: ts.ModuleDeclaration, reader: Reader): readonly Declaration[] {
  if (!reader.ts.isIdentifier(node.name) || node.flags & reader.ts.NodeFlags.GlobalAugmentation) return [];
  if (reader.depth >= MAX_DEPTH) return [];
  const outer = reader.ambient;
  reader.ambient ||= hasModifier(node, "declare", reader);
  reader.depth++;
  const declarations = readNamespaceBody(node.body, reader);
  reader.depth--;
  reader.ambient = outer;
  const exported = isExported(node, reader);
  const range = rangeOf(node.name, reader);
  return [{ kind: "namespace", name: node.name.text, range, exported, scope: { declarations }, end: node.end }];
}

function readNamespaceBody(body: ts.ModuleDeclaration["body"], reader: Reader): readonly Declaration[] {
  if (body === undefined || reader.ts.isIdentifier(body)) return [];
  if (!reader.ts.isModuleBlock(body)) return readNamespace(body as ts.ModuleDeclaration, reader).map(asExported);
  const declarations = body.statements.flatMap((statement) => readDeclarations(statement, reader));
  return reader.ambient ? declarations.map(asExported) : declarations;
}

/** Where `export` goes without saying: inside `declare namespace`, and for B in `namespace A.B`. */
function asExported(declaration: Declaration): Declaration {
  return { ...declaration, exported: true };
}

/** `import A = B.C`: another name for a value, a type or a namespace. `import x = require()` is an import. */
function readAlias(node: ts.ImportEqualsDeclaration, reader: Reader): readonly Declaration[] {
  const { moduleReference } = node;
  if (!reader.ts.isEntityName(moduleReference)) return [];
  return [
    {
      kind: "const",
      name: node.name.text,
      range: rangeOf(node.name, reader),
      exported: isExported(node, reader),
      init: readEntity(moduleReference, reader),
      type: null,
      path: [],
      end: node.end,
    },
  ];
}

function readEntity(name: ts.EntityName, reader: Reader): Expression {
  const names: ts.Identifier[] = [];
  let rest = name;
  while (reader.ts.isQualifiedName(rest)) {
    names.push(rest.right);
    rest = rest.left;
  }
  names.reverse();
  const root: Expression = { kind: "name", name: rest.text, range: rangeOf(rest, reader) };
  return names.slice(0, MAX_DEPTH).reduce<Expression>((object, { text }, index) => {
    const nameRange = rangeOf(names[index] ?? name, reader);
    const range = rangeFrom(rangeStart(object.range), rangeEnd(nameRange));
    return { kind: "member", object, name: text, nameRange, optional: false, range };
  }, root);
}
