// The only way any stage sees a file. Paths are relative to the project's root, with `/`; `..` leads out of it.

/** Read access to text files. Implementations cache and never throw. */
export interface Host {
  /** The text of a file, or null when there is no such readable file. A byte order mark is removed. */
  readFile(path: string): string | null;
  /** The path with symbolic links resolved; the path itself when there is no such file. */
  realPath(path: string): string;
}
