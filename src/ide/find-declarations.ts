// A name in, the places that declare it out; or a line of a generated file in, and what it is about.

import { groupBy } from "../model/group-by.ts";
import { type Chunk, textOfChunk } from "../model/output.ts";
import { compareText } from "../model/text-order.ts";
import type { Declaration } from "./declarations.ts";

/**
 * The declarations that a name may mean: `video/raw`, `dev_video`, `path`, `dev_video.path`, `VideoFeature.path`.
 *
 * @example findDeclarations("video.path", declarations)[0]?.span.file // "src/features/video.ts"
 */
export function findDeclarations(name: string, declarations: readonly Declaration[]): readonly Declaration[] {
  return declarations.filter((declaration) => spellings(declaration).has(name));
}

/** Everything that {@link findDeclarations} finds something for, for suggestions. */
export function knownNames(declarations: readonly Declaration[]): ReadonlySet<string> {
  return new Set(declarations.flatMap((declaration) => [...spellings(declaration)]));
}

function spellings({ name, aliases, owners }: Declaration): ReadonlySet<string> {
  const own = [name, ...aliases];
  return new Set([...own, ...owners.flatMap((owner) => own.map((each) => `${owner}.${each}`))]);
}

/** A line of a generated file: its text, and the feature or table that it belongs to. */
export interface GeneratedLine {
  readonly text: string;
  /** `feature video`, `table dev_video`; null for what belongs to none. */
  readonly unit: string | null;
}

/** The line of a number counted from 1; null past the end. */
export function findLine(chunks: Iterable<Chunk>, line: number): GeneratedLine | null {
  let before = 1;
  let text = "";
  let unit: string | null = null;
  for (const chunk of chunks) {
    const lines = textOfChunk(chunk).split("\n");
    const piece = lines[line - before];
    if (piece !== undefined) {
      text += piece;
      if (typeof chunk !== "string") unit ??= chunk.unit;
    }
    before += lines.length - 1;
    if (before > line) return { text, unit };
  }
  return null;
}

/**
 * What a line is about: the column, index or constraint that it names first, else the table or the feature.
 *
 * @param quotes how the file writes a name
 */
export function declarationsOfLine(
  { text, unit }: GeneratedLine,
  declarations: readonly Declaration[],
  quotes: readonly ((name: string) => string)[],
): readonly Declaration[] {
  const [, kind, owner] = /^(\w+) (.*)$/s.exec(unit ?? "") ?? [];
  if (kind === undefined || owner === undefined) return [];
  const whole = declarations.filter((each) => each.kind === kind && [each.name, ...each.aliases].includes(owner));
  if (/^(CREATE TABLE|COMMENT ON TABLE) /i.test(text)) return whole;
  // The table's own name is no column's: `COMMENT ON COLUMN "video"."video"`.
  const rest = quotes.reduce((line, quote) => line.replace(`${quote(owner)}.`, () => ""), text);
  const members = declarations.filter((each) => each.owners.includes(owner) && isMember(each, kind));
  const placed = members.flatMap((member) => {
    const places = quotes.map((quote) => rest.indexOf(quote(member.name))).filter((place) => place >= 0);
    return places.length === 0 ? [] : [{ member, place: Math.min(...places) }];
  });
  const [first] = [...groupBy(placed, ({ place }) => place)].sort(([a], [b]) => a - b);
  return first === undefined ? whole : first[1].map(({ member }) => member);
}

/** Fields are what features are made of, everything else belongs to tables. */
function isMember({ kind }: Declaration, owner: string): boolean {
  return owner === "feature" ? kind === "field" : kind !== "field";
}

/** Declarations by place, each place once. */
export function byPlace(declarations: readonly Declaration[]): readonly Declaration[] {
  const places = groupBy(declarations, ({ span }) => JSON.stringify([span.file, span.start]));
  return [...places.values()]
    .flatMap(([first]) => first ?? [])
    .sort((a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start);
}
