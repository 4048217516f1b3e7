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
if (process.env.DEBUG) console.log("not run");
else {
  for (let at = 0; at < 2; at++) while (counter > 9) counter = 0;
}
outer: for (const key in process.env) {
  do {
    if (key === "") continue outer;
    break;
  } while (true);
}
while (counter++ < 3);
switch (counter) {
  case 1:
    debugger;
    break;
  default:
}
try {
  throw new Error("not thrown");
} catch (error) {
  console.error(error);
} finally {
  counter = 0;
}
load("not run");

export class Beside extends BaseFeature {
  static override readonly spec = { key: "beside", idColumns: ["id"] };

  id!: string;
}
