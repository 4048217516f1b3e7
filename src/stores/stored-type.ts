// The nearest type that Metaxy's store can use for a column.

import type { ColumnType } from "../model/column-type.ts";
import type { ColumnRules } from "./store.ts";

/**
 * What a column of a type is kept as: the type itself, where the store can use it.
 *
 * @example storedType({ kind: "uuid" }, postgresqlStore.columns) // { kind: "text" }
 */
export function storedType(type: ColumnType, rules: ColumnRules): ColumnType {
  return kept(type, rules, false);
}

function kept(type: ColumnType, rules: ColumnRules, inside: boolean): ColumnType {
  switch (type.kind) {
    case "list": {
      if (rules.documentLists.includes(type.element.kind)) return { kind: "json" };
      const element = kept(type.element, rules, true);
      return element === type.element ? type : { ...type, element };
    }
    case "map": {
      const key = kept(type.key, rules, true);
      const value = kept(type.value, rules, true);
      return key === type.key && value === type.value ? type : { ...type, key, value };
    }
    case "struct": {
      const fields = type.fields.map((field) => {
        const member = kept(field.type, rules, true);
        return member === field.type ? field : { ...field, type: member };
      });
      return fields.every((field, place) => field === type.fields[place]) ? type : { ...type, fields };
    }
    default: {
      const kinds: readonly ColumnType["kind"][] = inside ? [...rules.asText, ...rules.asTextInside] : rules.asText;
      return kinds.includes(type.kind) ? { kind: "text" } : type;
    }
  }
}
