// Illustrates: Unread, Anything, AnyValue
import { BaseFeature } from "metaxy-compile/dsl";

declare global {
  var started: boolean;
}
let counter = 0;
export const next = (step: number) => (counter += step);
export async function load(path: string): Promise<string> {
  return await Promise.resolve(`${path}?${next(1)}`);
}
if (process.env.DEBUG) {
  console.log("not run");
}
load("not run");

export class Beside extends BaseFeature {
  static override readonly spec = { key: "beside", idColumns: ["id"] };

  id!: string;
}
