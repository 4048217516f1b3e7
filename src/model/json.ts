// JSON as Python sees it: integers and floats are different things, and hashes depend on which one is written.

/**
 * A number that Python would hold as a `float`: it prints as `1.0` where the number 1 prints as `1`.
 * A JavaScript number with a fraction needs no wrapper.
 */
export class PythonFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** JSON data with Python's int/float distinction. Whole numbers are ints; a `bigint` is an int of any size. */
export type Json = null | boolean | number | bigint | string | PythonFloat | readonly Json[] | JsonObject;

/** A JSON object. Key order is kept, except that JavaScript puts integer-like keys first: use a Map for user keys. */
export type JsonObject = { readonly [key: string]: Json } | ReadonlyMap<string, Json>;
