import type { Uuid } from "metaxy-compile/dsl";

export type Id = Uuid;
