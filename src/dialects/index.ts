// All dialects by name.

import type { DialectName } from "../model/dialect-name.ts";
import type { Dialect } from "./dialect.ts";
import * as records from "./records.ts";

export const dialects: Readonly<Record<DialectName, Dialect>> = records;
