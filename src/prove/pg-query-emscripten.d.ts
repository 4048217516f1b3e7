// The part of pg-query-emscripten that is used; the package brings no types.

declare module "pg-query-emscripten" {
  interface ParseResult {
    /** Null when the text parsed. `cursorpos` counts characters from 1. */
    readonly error: { readonly message: string; readonly cursorpos: number } | null;
    readonly parse_tree: { readonly stmts?: readonly unknown[] } | null;
  }
  interface PgQuery {
    parse(sql: string): ParseResult;
  }
  const Module: new () => Promise<PgQuery>;
  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default Module;
}
