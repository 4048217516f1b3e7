// Names for column types that TypeScript has no word for. The compiler knows them by name; to TypeScript each is the
// type of the value that a program holds.

/** 8-bit integer. */
export type Int8 = number;
/** 16-bit integer. */
export type Int16 = number;
/** 32-bit integer. */
export type Int32 = number;
/** 64-bit integer. Beyond 2^53 only a bigint is exact. */
export type Int64 = number | bigint;
/** 8-bit integer from 0. */
export type UInt8 = number;
/** 16-bit integer from 0. */
export type UInt16 = number;
/** 32-bit integer from 0. */
export type UInt32 = number;
/** 64-bit integer from 0. Beyond 2^53 only a bigint is exact. */
export type UInt64 = number | bigint;
/** 32-bit floating point number. */
export type Float32 = number;
/** 64-bit floating point number, as `number` is. */
export type Float64 = number;

/**
 * Exact decimal number of `P` digits, `S` of them after the point. A string is exact, a number may not be.
 *
 * @example price!: Decimal<10, 2>;
 */
export type Decimal<P extends number, S extends number = 0> = number extends P | S ? never : string | number;

/**
 * Text of at most `N` characters.
 *
 * @example language!: Varchar<8>;
 */
export type Varchar<N extends number> = number extends N ? never : string;

/** Text without a limit, where a dialect tells it from `string`. */
export type Text = string;

/** Calendar date, `2026-05-17`. */
export type DateOnly = string;
/** Time of day, `13:45:00`. */
export type TimeOnly = string;
/** Date and time without a time zone. */
export type Timestamp = Date;
/** Moment in time, as `Date` is. */
export type TimestampTz = Date;
/** Length of time, `P1DT2H` or as the database writes it. */
export type Interval = string;

/** UUID, `0190a5b4-…`. */
export type Uuid = string;

/**
 * JSON document, opaque to the schema. `T` is for TypeScript alone.
 *
 * @example settings!: Json<{ theme: string }>;
 */
export type Json<T = unknown> = T;

/** Binary data, as `Uint8Array` is. */
export type Bytes = Uint8Array;

/**
 * Vector of `N` 32-bit floating point numbers.
 *
 * @example embedding!: Vector<768>;
 */
export type Vector<N extends number> = number extends N ? never : readonly number[];

/** Point, line or area on the earth, as well-known text. */
export type Geography = string;
