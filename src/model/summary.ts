// One module as plain data: everything the compiler will ever know about a file. A summary is a pure function of the
// file's text, its extension and SUMMARY_VERSION, holds no path and no parser's node kinds, and survives JSON.
// Names are resolved later, by link.

import type { Range } from "./span.ts";

/** Raise when the shape or the meaning of a summary changes: cached summaries of other versions are ignored. */
export const SUMMARY_VERSION = 10;

export interface ModuleSummary {
  readonly lineStarts: readonly number[];
  readonly syntaxErrors: readonly { readonly message: string; readonly range: Range }[];
  readonly imports: readonly ImportBinding[];
  readonly exports: readonly ExportBinding[];
  /** `export * from "…"`. */
  readonly starExports: readonly { readonly specifier: string; readonly range: Range }[];
  /** What the module declares at its top level. */
  readonly scope: Scope;
  /** Uses through which the value of a binding could change after its declaration. */
  readonly hazards: readonly Hazard[];
  /** Classes with a static `spec` that stand where no feature is looked for: in a function, a block, an expression. */
  readonly hiddenClasses: readonly HiddenClass[];
  /** `// metaxy-ignore MXC2031: reason`. */
  readonly ignores: readonly IgnoreComment[];
}

/**
 * `import { imported as local } from "specifier"`; `imported` is `default`, a name, `*` for a namespace, or `export=`
 * for `import local = require("specifier")`.
 */
export interface ImportBinding {
  readonly local: string;
  readonly imported: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly range: Range;
}

/** `export { local as exported }`, `export { imported as exported } from "specifier"`, `export default …`. */
export type ExportBinding =
  | { readonly kind: "local"; readonly exported: string; readonly local: string; readonly range: Range }
  /** `imported` is `*` for `export * as exported from`. */
  | {
      readonly kind: "from";
      readonly exported: string;
      readonly imported: string;
      readonly specifier: string;
      readonly range: Range;
    }
  /** `export default <expression>`, `export default class {}` without a name, and `export = <expression>`. */
  | {
      readonly kind: "expression";
      readonly exported: "default" | "export=";
      readonly value: Expression;
      readonly range: Range;
    };

/** Declarations of a module or a namespace. A name may have several (overloads, merged enums and interfaces). */
export interface Scope {
  readonly declarations: readonly Declaration[];
}

export type Declaration =
  | ConstDeclaration
  | VariableDeclaration
  | FunctionDeclaration
  | EnumDeclaration
  | ClassDeclaration
  | TypeAliasDeclaration
  | InterfaceDeclaration
  | NamespaceDeclaration;

interface DeclarationBase {
  readonly name: string;
  /** The name. */
  readonly range: Range;
  readonly exported: boolean;
}

/**
 * `const name = init`. A destructured constant carries the path from `init` to itself. `import name = A.B` is one too,
 * with `A.B` as its value; it may also stand for a type.
 */
export interface ConstDeclaration extends DeclarationBase {
  readonly kind: "const";
  /** Null for `declare const`. */
  readonly init: Expression | null;
  /** The one that is written: `const name: T = init`, `const name = init as T`. */
  readonly type: TypeNode | null;
  /** True where a part of `init` has a type of its own, `{ size: "s" as Size }`; absent elsewhere. */
  readonly partlyTyped?: true;
  readonly path: readonly DestructuringStep[];
  /** Where the whole declaration ends: a use before this offset reads an uninitialised binding. */
  readonly end: number;
}

/** `{ a: { b } }` is `[{property "a"}, {property "b"}]`. A default value or a rest element cannot be folded. */
export type DestructuringStep =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "unsupported"; readonly syntax: string; readonly range: Range };

/** `let` and `var`: never folded, kept to say why. */
interface VariableDeclaration extends DeclarationBase {
  readonly kind: "let" | "var";
}

interface FunctionDeclaration extends DeclarationBase {
  readonly kind: "function";
  /** The mixin form, also when written as `const name = (Base) => class extends Base {}`; null for any other function. */
  readonly mixin: Mixin | null;
  /** Where a constant that is a function ends; null for a declared one, which has its value from the start. */
  readonly end: number | null;
}

/** `<T extends Constructor>(Base: T) => class extends Base { … }`, or the same with `return`. */
export interface Mixin {
  readonly parameter: string;
  /** Its other parameters, which have no value here. */
  readonly others: readonly string[];
  /** With defaults only where nothing but a written argument can replace them. */
  readonly typeParameters: readonly TypeParameter[];
  readonly class: ClassNode;
}

export interface EnumDeclaration extends DeclarationBase {
  readonly kind: "enum";
  readonly members: readonly EnumMember[];
  readonly end: number;
}

export interface EnumMember {
  readonly name: string;
  readonly range: Range;
  /** Null: one more than the member before, or 0. */
  readonly value: Expression | null;
}

/** `class Name {}`, and `const Name = class {}`. */
interface ClassDeclaration extends DeclarationBase {
  readonly kind: "class";
  readonly class: ClassNode;
  readonly end: number;
}

export interface TypeAliasDeclaration extends DeclarationBase {
  readonly kind: "type";
  readonly parameters: readonly TypeParameter[];
  readonly type: TypeNode;
}

export interface InterfaceDeclaration extends DeclarationBase {
  readonly kind: "interface";
  readonly parameters: readonly TypeParameter[];
  readonly extends: readonly TypeNode[];
  readonly members: readonly TypeMember[];
}

interface NamespaceDeclaration extends DeclarationBase {
  readonly kind: "namespace";
  readonly scope: Scope;
  readonly end: number;
}

export interface TypeParameter {
  readonly name: string;
  readonly default: TypeNode | null;
}

/** See {@link ModuleSummary}. */
export interface HiddenClass {
  /** The name, or the `class` keyword. */
  readonly range: Range;
  /** What it extends. */
  readonly base: Expression;
}

/** A class, declared or as an expression. */
export interface ClassNode {
  /** Null for an anonymous class. */
  readonly name: string | null;
  /** The name, or the `class` keyword. */
  readonly range: Range;
  readonly abstract: boolean;
  readonly parameters: readonly TypeParameter[];
  readonly heritage: Heritage | null;
  /** Cleaned text of the JSDoc comment. */
  readonly doc: string | null;
  readonly statics: readonly StaticMember[];
  readonly properties: readonly PropertyMember[];
  /** Members that are neither: what they are, for messages. */
  readonly others: readonly OtherMember[];
}

/** `extends expression<typeArguments>`. */
export interface Heritage {
  readonly expression: Expression;
  readonly typeArguments: readonly TypeNode[];
}

/** A static property. Static methods, accessors and blocks are `OtherMember`s. */
export interface StaticMember {
  readonly name: string;
  readonly range: Range;
  readonly value: Expression | null;
  readonly type: TypeNode | null;
}

/** An instance property: a column, if the class is a feature. */
export interface PropertyMember {
  readonly name: string;
  readonly range: Range;
  readonly type: TypeNode | null;
  /** `x?: T`. */
  readonly optional: boolean;
  /** `declare x: T`, which leaves alone what a base class makes of `x`; absent elsewhere. */
  readonly declared?: true;
  readonly init: Expression | null;
  readonly doc: string | null;
}

export interface OtherMember {
  readonly kind:
    | "method"
    | "getter"
    | "setter"
    | "constructor"
    | "parameter-property"
    | "static-block"
    | "static-method"
    | "static-getter"
    | "static-setter"
    | "private-name"
    | "index-signature"
    | "computed-property"
    | "accessor";
  /** Empty where the member has none. */
  readonly name: string;
  readonly range: Range;
}

// Expressions. Parentheses, `as T`, `satisfies T`, `<T>x` and `x!` are looked through; `as const` is kept because it
// makes the value safe from writes.

export type Expression =
  | { readonly kind: "string"; readonly value: string; readonly range: Range }
  | { readonly kind: "number"; readonly value: number; readonly range: Range }
  | { readonly kind: "bigint"; readonly value: string; readonly range: Range }
  | { readonly kind: "boolean"; readonly value: boolean; readonly range: Range }
  | { readonly kind: "null"; readonly range: Range }
  /** Alternating text and holes; starts and ends with text. */
  | {
      readonly kind: "template";
      readonly texts: readonly string[];
      readonly holes: readonly Expression[];
      readonly range: Range;
    }
  | { readonly kind: "array"; readonly items: readonly ArrayItem[]; readonly range: Range }
  | { readonly kind: "object"; readonly properties: readonly ObjectProperty[]; readonly range: Range }
  | { readonly kind: "name"; readonly name: string; readonly range: Range }
  | {
      readonly kind: "member";
      readonly object: Expression;
      readonly name: string;
      readonly nameRange: Range;
      readonly optional: boolean;
      readonly range: Range;
    }
  | {
      readonly kind: "index";
      readonly object: Expression;
      readonly index: Expression;
      readonly optional: boolean;
      readonly range: Range;
    }
  | {
      readonly kind: "unary";
      readonly operator: "-" | "+" | "!" | "~";
      readonly operand: Expression;
      readonly range: Range;
    }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly range: Range;
    }
  | {
      readonly kind: "conditional";
      readonly test: Expression;
      readonly then: Expression;
      readonly else: Expression;
      readonly range: Range;
    }
  | {
      readonly kind: "call";
      readonly callee: Expression;
      /** Absent where none are written. */
      readonly typeArguments?: readonly TypeNode[];
      readonly args: readonly ArrayItem[];
      readonly optional: boolean;
      readonly range: Range;
    }
  | { readonly kind: "new"; readonly callee: Expression; readonly args: readonly ArrayItem[]; readonly range: Range }
  | { readonly kind: "as-const"; readonly operand: Expression; readonly range: Range }
  | { readonly kind: "class"; readonly class: ClassNode; readonly range: Range }
  /** `Base<string>`, a generic class as a value. */
  | {
      readonly kind: "instantiation";
      readonly operand: Expression;
      readonly typeArguments: readonly TypeNode[];
      readonly range: Range;
    }
  /** A mixin written as a function expression. */
  | { readonly kind: "mixin"; readonly mixin: Mixin; readonly range: Range }
  /** Anything else; `syntax` names it for people, e.g. "an arrow function". */
  | { readonly kind: "unsupported"; readonly syntax: string; readonly range: Range };

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "**"
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | ">>>"
  | "==="
  | "!=="
  | "<"
  | "<="
  | ">"
  | ">="
  | "??"
  | "||"
  | "&&";

export interface ArrayItem {
  readonly spread: boolean;
  readonly value: Expression;
}

export type ObjectProperty =
  | { readonly kind: "property"; readonly key: string; readonly keyRange: Range; readonly value: Expression }
  | { readonly kind: "computed"; readonly key: Expression; readonly keyRange: Range; readonly value: Expression }
  | { readonly kind: "spread"; readonly value: Expression; readonly keyRange: Range }
  /** Methods, getters and setters. */
  | { readonly kind: "unsupported"; readonly syntax: string; readonly keyRange: Range };

// Types. Parentheses are looked through.

export type TypeNode =
  | { readonly kind: "keyword"; readonly name: KeywordType; readonly range: Range }
  /** `a.b.C<args>`. */
  | {
      readonly kind: "reference";
      readonly name: readonly string[];
      readonly args: readonly TypeNode[];
      readonly range: Range;
    }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null; readonly range: Range }
  | { readonly kind: "bigint-literal"; readonly value: string; readonly range: Range }
  | { readonly kind: "union"; readonly members: readonly TypeNode[]; readonly range: Range }
  | { readonly kind: "intersection"; readonly members: readonly TypeNode[]; readonly range: Range }
  | { readonly kind: "array"; readonly element: TypeNode; readonly range: Range }
  | { readonly kind: "tuple"; readonly elements: readonly TypeNode[]; readonly range: Range }
  | { readonly kind: "object"; readonly members: readonly TypeMember[]; readonly range: Range }
  | { readonly kind: "indexed"; readonly object: TypeNode; readonly index: TypeNode; readonly range: Range }
  | {
      readonly kind: "typeof";
      readonly name: readonly string[];
      readonly specifier: string | null;
      readonly range: Range;
    }
  | { readonly kind: "keyof"; readonly operand: TypeNode; readonly range: Range }
  | {
      readonly kind: "template";
      readonly texts: readonly string[];
      readonly holes: readonly TypeNode[];
      readonly range: Range;
    }
  /** `import("specifier").a.b<args>`. */
  | {
      readonly kind: "import";
      readonly specifier: string;
      readonly name: readonly string[];
      readonly args: readonly TypeNode[];
      readonly range: Range;
    }
  /** Anything else; `syntax` names it for people, e.g. "a conditional type". */
  | { readonly kind: "unsupported"; readonly syntax: string; readonly range: Range };

export type KeywordType =
  | "string"
  | "number"
  | "boolean"
  | "bigint"
  | "undefined"
  | "any"
  | "unknown"
  | "never"
  | "void"
  | "object"
  | "symbol";

export type TypeMember =
  | {
      readonly kind: "property";
      readonly name: string;
      readonly range: Range;
      readonly type: TypeNode | null;
      readonly optional: boolean;
    }
  | { readonly kind: "index-signature"; readonly key: TypeNode; readonly value: TypeNode; readonly range: Range }
  | { readonly kind: "unsupported"; readonly syntax: string; readonly range: Range };

// Hazards. Primitives cannot change; an array or object can, through any other reference to it. Every use of a
// top-level (or imported) name that is not a plain read is recorded; link decides which bindings it spoils.

export interface Hazard {
  /** The name at the root of the use, as seen from the module's top level; `default` for `export default class {}`. */
  readonly name: string;
  /**
   * Members from the name to what is used: `f(NS.KEYS)` and `NS.KEYS.push()` have `["KEYS"]`, `X.a = 1` has `["a"]`.
   * A computed member ends the path early.
   */
  readonly path: readonly string[];
  /** True when the use is of something inside what the path leads to: `f(X[i])`, `f(...X)`, `for (const x of X)`. */
  readonly below: boolean;
  readonly kind: /** `X = …`, `X.a = …`, `X.a++`, `delete X.a`. */
    | "written"
    /** A method that may change it: `X.push()`, or one we do not know. */
    | "method"
    /** Passed to a call or a constructor, a tag or a decorator. Link excuses the DSL's own and `Object.freeze`. */
    | "passed"
    /** Stored or returned where it can be reached by another name that is not itself tracked. */
    | "aliased"
    /** Part of the value of the top-level constant or class `into`: safe as long as that is. */
    | "shared";
  /**
   * For `shared`, and for `passed` when the call's result is part of such a value: the constant or class that now also
   * reaches it, dotted inside namespaces; `default` or `export=` for an export without a name.
   */
  readonly into: string | null;
  /**
   * For `passed` and `method`: the callee's dotted name, when it has one that starts at a name of the module's top
   * level or a global.
   */
  readonly callee: readonly string[] | null;
  /** The use of the name, e.g. `NS.KEYS`. */
  readonly range: Range;
}

export interface IgnoreComment {
  readonly codes: readonly string[];
  /** Empty when the author gave none. */
  readonly reason: string;
  /** The line the comment stands on, from 1; it covers the next line. */
  readonly line: number;
  readonly range: Range;
}
