// The one door to TypeScript's parser. Loading it costs more than reading a hundred files, so it happens on first use:
// a run that finds every summary in its cache never comes here.

import { createRequire } from "node:module";
import type { ts } from "ts-morph";

export type { ts } from "ts-morph";

/** The part of TypeScript that reading uses. */
export type Syntax = Pick<typeof ts, (typeof NAMES)[number]>;

const NAMES = [
  "createSourceFile",
  "flattenDiagnosticMessageText",
  "forEachChild",
  "isArrayBindingPattern",
  "isArrayLiteralExpression",
  "isArrowFunction",
  "isAsExpression",
  "isBigIntLiteral",
  "isBindingElement",
  "isBlock",
  "isCallExpression",
  "isClassDeclaration",
  "isClassExpression",
  "isClassStaticBlockDeclaration",
  "isComputedPropertyName",
  "isDecorator",
  "isElementAccessExpression",
  "isEntityName",
  "isExportAssignment",
  "isExpressionStatement",
  "isExpressionWithTypeArguments",
  "isExternalModuleReference",
  "isFunctionDeclaration",
  "isFunctionExpression",
  "isIdentifier",
  "isImportEqualsDeclaration",
  "isLiteralTypeNode",
  "isModuleBlock",
  "isModuleDeclaration",
  "isNamedExports",
  "isNamespaceImport",
  "isNonNullExpression",
  "isNumericLiteral",
  "isObjectBindingPattern",
  "isOmittedExpression",
  "isParenthesizedExpression",
  "isPrivateIdentifier",
  "isPropertyAccessExpression",
  "isPropertyDeclaration",
  "isQualifiedName",
  "isReturnStatement",
  "isSatisfiesExpression",
  "isSpreadElement",
  "isStringLiteralLike",
  "isTemplateExpression",
  "isTypeAssertionExpression",
  "isTypeReferenceNode",
  "isVariableDeclarationList",
  "isVariableStatement",
  "JSDocParsingMode",
  "NodeFlags",
  "ScriptTarget",
  "SyntaxKind",
  "tokenToString",
] as const;

/** Loads a CommonJS module by its absolute path. */
export type ModuleLoader = (path: string) => unknown;

let loaded: Syntax | null = null;
let loadModule: ModuleLoader | null = null;

/** Has the parser loaded another way than by `require`, e.g. with compiled code of an earlier run. For the command line. */
export function loadParserWith(loader: ModuleLoader): void {
  loadModule = loader;
}

/**
 * TypeScript's parser, loaded by the first call. It is the copy that ts-morph carries, never the user's `typescript`.
 */
export function loadSyntax(): Syntax {
  loaded ??= pick(requireTypeScript());
  return loaded;
}

/**
 * Loads the parser's own file. On the machine this was measured on (Node 20, medians) `ts-morph` takes 236 ms to load,
 * `@ts-morph/common`, which it is built on, 209 ms, and the parser alone 190 ms: all three give the same object.
 * The file is not a documented entry of the package, so its main entry stands by.
 */
function requireTypeScript(): typeof ts {
  const require = createRequire(import.meta.url);
  try {
    const path = require.resolve("@ts-morph/common/dist/typescript.js");
    return (loadModule ?? require)(path) as typeof ts;
  } catch {
    return (require("@ts-morph/common") as { readonly ts: typeof ts }).ts;
  }
}

/** A plain copy: the properties of TypeScript's own object are getters, five times slower on every call. */
function pick(typescript: typeof ts): Syntax {
  return Object.fromEntries(NAMES.map((name) => [name, typescript[name]])) as unknown as Syntax;
}

/**
 * A table from kinds of syntax to anything, spelled with their names and looked up by number. It is laid out on the
 * first look-up, when the numbers are known.
 *
 * @example const keywordOf = syntaxTable({ TrueKeyword: "true" }); keywordOf(node.kind) // "true" or undefined
 */
export function syntaxTable<T>(
  entries: Partial<Readonly<Record<keyof typeof ts.SyntaxKind, T>>>,
): (kind: ts.SyntaxKind) => T | undefined {
  let table: (T | undefined)[] | null = null;
  return (kind) => {
    table ??= layOut(entries);
    return table[kind];
  };
}

function layOut<T>(entries: Partial<Readonly<Record<keyof typeof ts.SyntaxKind, T>>>): (T | undefined)[] {
  const { SyntaxKind } = loadSyntax();
  const table = new Array<T | undefined>(SyntaxKind.Count).fill(undefined);
  for (const name of Object.keys(entries) as (keyof typeof ts.SyntaxKind)[]) table[SyntaxKind[name]] = entries[name];
  return table;
}
