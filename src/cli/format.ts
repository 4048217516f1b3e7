// How diagnostics are printed.

/** What `--format` takes. */
export const FORMATS = ["pretty", "tsc", "json", "sarif", "github"] as const;

export type Format = (typeof FORMATS)[number];

/** Formats that are one document, which has stdout to itself. */
export function isDocument(format: Format | null): format is "json" | "sarif" {
  return format === "json" || format === "sarif";
}
