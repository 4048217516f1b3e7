// The shape of what `--format json` prints. The printer does not use it: a test holds printed documents against it, and
// `npm run generate` writes it to grammar/diagnostics.schema.json for the document's readers.

import { z } from "zod";

const place = z.strictObject({
  path: z.string().describe("Relative to the configuration file, with `/`; `..` leads out of its folder."),
  line: z.int().positive().describe("Counts from 1."),
  column: z.int().positive().describe("Counts from 1, in UTF-16 units."),
  end_line: z.int().positive(),
  end_column: z.int().positive().describe("Exclusive."),
});

const diagnostic = z.strictObject({
  code: z.string().regex(/^MXC\d{4}$/),
  severity: z.enum(["error", "warning"]),
  message: z.string().describe("One sentence without a full stop."),
  help: z.string().nullable().describe("What to type instead; may have several lines."),
  location: place.nullable().describe("Null for what no file shows: the command line, the environment."),
  related: z.array(z.strictObject({ message: z.string(), location: place })),
});

/** A whole document. */
export const diagnosticsSchema: z.ZodType = z
  .strictObject({
    url: z.string().optional().describe("What `url` was asked for; absent after errors."),
    against: z.string().optional().describe("What `impact` compared with; absent after errors."),
    stores: z
      .array(z.looseObject({ store: z.string() }))
      .optional()
      .describe("What `impact` found for each store; absent after errors."),
    name: z.string().optional().describe("What `where` was asked for; absent after errors."),
    declarations: z
      .array(
        z.strictObject({
          kind: z.string().describe("What is declared: `column`, `table`, `feature`, …"),
          name: z.string(),
          location: place,
        }),
      )
      .optional()
      .describe("Where `where` found it, by place; absent after errors."),
    diagnostics: z.array(diagnostic).describe("By file and position; those without a place first."),
    summary: z.strictObject({
      errors: z.int().nonnegative(),
      warnings: z.int().nonnegative(),
      features: z.int().nonnegative().describe("Features of the compiled project."),
      files: z
        .array(z.string())
        .describe("Files written, or that would be written, relative to the configuration file."),
    }),
  })
  .describe("What `metaxy-compile --format json` prints on stdout");
