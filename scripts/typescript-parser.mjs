// Cuts the parser out of the TypeScript that ts-morph carries: reading needs a twentieth of it, and loading the rest takes
// longer than reading hundreds of modules.
//
// TypeScript is one function with thousands of declarations in it. Those that the wanted names refer to stay, then those
// that these refer to, and so on. It may be cut like this because a declaration does nothing but make what it declares.

import { readFileSync } from "node:fs";
import { ts } from "@ts-morph/common";
import { transform } from "esbuild";

const NOTICE = `/*!
Part of TypeScript ${ts.version}, cut down to its parser for metaxy-compile.
Copyright (c) Microsoft Corporation. All rights reserved.
Licensed under the Apache License, Version 2.0: http://www.apache.org/licenses/LICENSE-2.0
*/
`;

/** A table of two thousand messages; the parser can only report those that it names. */
const MESSAGES = "Diagnostics";

/** The language service makes names that know their text; the parser alone makes plain ones. */
const NAMES_WITH_TEXT = `
  const PrivateIdentifier = class extends objectAllocator.getPrivateIdentifierConstructor() {};
  objectAllocator.getPrivateIdentifierConstructor = () => PrivateIdentifier;
  for (const { prototype } of [PrivateIdentifier, objectAllocator.getIdentifierConstructor()]) {
    Object.defineProperty(prototype, "text", { get() { return idText(this); } });
  }
`;

/**
 * The text of a CommonJS module with a few of TypeScript's exports.
 *
 * @param path TypeScript's own file
 * @param names the exports
 */
export async function cutParser(path, names) {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, false);
  const statements = statementsOf(source);
  const bindings = exportedBindings(statements);
  const roots = names.map((name) => bindings.get(name) ?? fail(`TypeScript does not export ${name}`));
  const { kept, messages } = reach([...roots, "objectAllocator", "idText"], statements);
  const texts = kept.map((statement) => {
    const table = messageTable(statement);
    return table === null
      ? textOf(statement)
      : `var ${MESSAGES} = { ${table.filter(isNamed).map(textOf).join(", ")} };`;
  });
  const exported = names.map((name, index) => `${name}: ${roots[index]}`);
  const text = `"use strict";\n${texts.join("\n")}\n${NAMES_WITH_TEXT}\nmodule.exports = { ${exported.join(", ")} };\n`;
  const { code } = await transform(text, { minify: true, platform: "node", target: "node20" });
  return NOTICE + code;

  function textOf(node) {
    return source.text.slice(node.pos, node.end);
  }

  function isNamed({ name }) {
    return messages.has(name.text);
  }
}

/** The statements of the function that everything is in. */
function statementsOf(source) {
  const find = (node) =>
    ts.isArrowFunction(node) && ts.isBlock(node.body) ? node.body.statements : ts.forEachChild(node, find);
  return find(source) ?? fail("TypeScript is laid out in another way");
}

/** Where an export is declared: `__export(typescript_exports, { name: () => binding, … })`. */
function exportedBindings(statements) {
  const call = statements
    .map(({ expression }) => expression)
    .find((each) => each?.expression?.text === "__export" && each.arguments[0].text === "typescript_exports");
  if (call === undefined) fail("TypeScript does not say what it exports");
  return new Map(call.arguments[1].properties.map(({ name, initializer }) => [name.text, initializer.body.text]));
}

/** The statements that make what the roots refer to, directly or not, in their order; and the messages they name. */
function reach(roots, statements) {
  const makers = new Map();
  for (const statement of statements) {
    for (const name of namesMadeBy(statement)) makers.set(name, [...(makers.get(name) ?? []), statement]);
  }
  const kept = new Set();
  const messages = new Set();
  const names = new Set(roots);
  // The set grows while it is walked.
  for (const name of names) {
    for (const statement of makers.get(name) ?? []) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      if (messageTable(statement) === null) collectReferences(statement, names, messages);
      else names.add("diag");
    }
  }
  return { kept: statements.filter((statement) => kept.has(statement)), messages };
}

/** Variables and functions, and what is changed after its declaration: `((X2) => …)(X || (X = {}))`, `X.member = …`. */
function namesMadeBy(statement) {
  if (ts.isFunctionDeclaration(statement)) return [statement.name.text];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  if (!ts.isExpressionStatement(statement)) return [];
  const { expression } = statement;
  if (ts.isCallExpression(expression) && ts.isParenthesizedExpression(expression.expression)) {
    return [expression.arguments[0].left.text];
  }
  return ts.isBinaryExpression(expression) ? [baseOf(expression.left).text] : [];
}

function boundNames(name) {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => boundNames(element.name));
}

function baseOf(expression) {
  return ts.isPropertyAccessExpression(expression) ? baseOf(expression.expression) : expression;
}

/** Adds every name in a node that may be a variable: a local one of the same name only keeps more than is needed. */
function collectReferences(node, names, messages) {
  if (ts.isIdentifier(node)) names.add(node.text);
  else if (ts.isPropertyAccessExpression(node)) {
    if (node.expression.text === MESSAGES) messages.add(node.name.text);
    collectReferences(node.expression, names, messages);
  } else
    ts.forEachChild(node, (child) => {
      if (child !== node.name || !isMember(node)) collectReferences(child, names, messages);
    });
}

/** What has a name that is no variable. */
function isMember(node) {
  return (
    ts.isPropertyAssignment(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    ts.isPropertyDeclaration(node)
  );
}

/** The entries of the messages' declaration; null for other statements. */
function messageTable(statement) {
  const [declaration] = statement.declarationList?.declarations ?? [];
  return declaration?.name.text === MESSAGES ? declaration.initializer.properties : null;
}

function fail(reason) {
  throw new Error(`${reason}: scripts/typescript-parser.mjs has to follow`);
}
