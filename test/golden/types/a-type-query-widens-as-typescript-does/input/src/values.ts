export const LITERALS = ["a", "b"] as const;
export const WIDENED = ["a", "b"];
export const WITH_WIDENED = ["a", ...WIDENED] as const;
export const NAME: string = "a";
export const WITH_TYPED = [NAME, "b"] as const;
export const ASSERTED = "a" as string;
export const ASSERTED_NUMBER = 5 as number;
export const ASSERTED_LIST = ["a"] as ("a" | "b")[];
export const PARTLY = { size: "s" as "s" | "m" } as const;
export const TYPED: { text: string; size: "s" | "m" } = { text: "a", size: "s" };
export const SAME = WIDENED;
export const SAME_LITERALS = LITERALS;
export const { first } = { first: "a" };
export const { second } = { second: "a" } as const;
export enum Level {
  Low,
  High = 5,
}
