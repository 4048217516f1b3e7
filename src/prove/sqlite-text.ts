// The text SQLite keeps of a CREATE statement, cut into tokens: expressions as they were written, with one blank between
// tokens, so that equal expressions are equal texts whatever their layout.

/** What only the text of a table says. */
export interface TableText {
  readonly columns: ReadonlyMap<string, { readonly generated: string | null; readonly autoincrement: boolean }>;
  /** Checks of the table and of its columns, in order. */
  readonly checks: readonly string[];
}

/** What only the text of an index says. */
export interface IndexText {
  readonly parts: readonly string[];
  readonly where: string | null;
}

/** Reads `CREATE TABLE name (…) …`. */
export function readTableText(sql: string): TableText {
  const items = splitItems(bodyOf(tokenize(sql)));
  const columns = items.map((item) => {
    const isKey = /^(constraint|primary|unique|check|foreign)$/i.test(item[0] ?? "");
    const autoincrement = item.some((token) => /^autoincrement$/i.test(token));
    return isKey
      ? null
      : ([unquote(item[0] ?? ""), { generated: expressionAfter(item, "as"), autoincrement }] as const);
  });
  return {
    columns: new Map(columns.filter((column) => column !== null)),
    checks: items.flatMap((item) => expressionsAfter(item, "check")),
  };
}

/** Reads `CREATE INDEX name ON table (…) WHERE …`. */
export function readIndexText(sql: string): IndexText {
  const tokens = tokenize(sql);
  const parts = splitItems(bodyOf(tokens)).map((item) => {
    const direction = /^(asc|desc)$/i.test(item.at(-1) ?? "");
    return withoutBrackets(direction ? item.slice(0, -1) : item).join(" ");
  });
  const where = findAtTop(tokens, "where");
  return { parts, where: where === -1 ? null : withoutBrackets(tokens.slice(where + 1)).join(" ") };
}

/** Quoted texts, numbers, words and single symbols; comments are dropped. */
function tokenize(sql: string): readonly string[] {
  const pattern = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|[\w$\u0080-\u{10ffff}]+|[<>=!|]+|[^\s]/gu;
  return [...sql.matchAll(pattern)].map(([token]) => token).filter((token) => !/^(--|\/\*)/.test(token));
}

/** Without brackets around the whole, which change nothing. */
function withoutBrackets(tokens: readonly string[]): readonly string[] {
  const isWrapped = tokens[0] === "(" && findClosing(tokens, 0) === tokens.length - 1;
  return isWrapped ? withoutBrackets(tokens.slice(1, -1)) : tokens;
}

/** What the first bracket at the top holds. */
function bodyOf(tokens: readonly string[]): readonly string[] {
  const start = tokens.indexOf("(");
  return tokens.slice(start + 1, findClosing(tokens, start));
}

function splitItems(tokens: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthOf(token);
    if (token === "," && depth === 0) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

/** The bracketed expressions after a word, wherever it stands outside brackets. */
function expressionsAfter(tokens: readonly string[], word: string): readonly string[] {
  const found: string[] = [];
  let rest = tokens;
  for (let place = findAtTop(rest, word); place !== -1; place = findAtTop(rest, word)) {
    const end = findClosing(rest, place + 1);
    found.push(rest.slice(place + 2, end).join(" "));
    rest = rest.slice(end + 1);
  }
  return found;
}

function expressionAfter(tokens: readonly string[], word: string): string | null {
  return expressionsAfter(tokens, word)[0] ?? null;
}

function findAtTop(tokens: readonly string[], word: string): number {
  let depth = 0;
  return tokens.findIndex((token) => {
    depth += depthOf(token);
    return depth === 0 && token.toLowerCase() === word;
  });
}

function findClosing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let place = open; place < tokens.length; place++) {
    depth += depthOf(tokens[place] ?? "");
    if (depth === 0) return place;
  }
  return tokens.length;
}

function depthOf(token: string): number {
  return token === "(" ? 1 : token === ")" ? -1 : 0;
}

function unquote(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
