// Documents of version 1, which stand in git's history, as version 2 says the same. They stated places, dependents and the
// JSON schema of each class, repeated the system columns in every table, and left nothing out.

/** Whether a value of JSON is an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Rewrites a document; what is no document stays what it is, for the schema to refuse. */
export function upgradeVersion1(document: Readonly<Record<string, unknown>>): unknown {
  const { features, tables } = document;
  return {
    ...document,
    schema_version: 2,
    features: isRecord(features)
      ? Object.fromEntries(Object.entries(features).map(([key, feature]) => [key, upgradeFeature(feature)]))
      : features,
    system_columns: [],
    tables: mapItems(tables, upgradeTable),
  };
}

function upgradeFeature(feature: unknown): unknown {
  if (!isRecord(feature)) return feature;
  const { source, feature_schema: _schema, downstream: _downstream, ...rest } = feature;
  return { ...rest, module: isRecord(source) ? source.path : null };
}

function upgradeTable(table: unknown): unknown {
  return isRecord(table) ? { ...table, columns: mapItems(table.columns, upgradeColumn) } : table;
}

function upgradeColumn(column: unknown): unknown {
  if (!isRecord(column)) return column;
  const { source: _source, ...rest } = column;
  return { ...rest, type: upgradeType(rest.type) };
}

/** Kinds without parameters are their name now, at every depth. */
function upgradeType(type: unknown): unknown {
  if (!isRecord(type)) return type;
  const entries = Object.entries(type);
  if (entries.length === 1) return type.kind;
  return Object.fromEntries(entries.map(([name, value]) => [name, upgradeTypePart(name, value)]));
}

function upgradeTypePart(name: string, value: unknown): unknown {
  if (name === "element" || name === "key" || name === "value") return upgradeType(value);
  if (name !== "fields") return value;
  return mapItems(value, (field) => (isRecord(field) ? { ...field, type: upgradeType(field.type) } : field));
}

function mapItems(items: unknown, change: (item: unknown) => unknown): unknown {
  return Array.isArray(items) ? items.map(change) : items;
}
