// What other files of this folder import.

export const ID = "id";
export const FIELDS = ["a", "b"] as const;
export const OPTIONS = { version: "1" } as const;
export enum Stage {
  Raw = "raw",
  Clean = "clean",
}
export type Label = "cat" | "dog";
export interface Box {
  x: number;
  y: number;
}
const fallback = "default";
export default fallback;
