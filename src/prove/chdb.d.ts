// The part of chdb that is used. The package is too large to install for its types.

declare module "chdb" {
  /** A connection to an engine with a temporary directory of its own. There can be one at a time. */
  export class Session {
    /** Runs statements and returns the rows of the last in ClickHouse's format of that name. */
    query(sql: string, format: string): string;
    /** Closes the connection and removes the directory. */
    cleanup(): void;
  }
}
