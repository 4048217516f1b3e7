export default "default";
export const base = "video";
export enum Part {
  Raw = "raw",
  Crop = "crop",
}
export const ids = ["video_id"] as const;
export const shared = Object.freeze({ idColumns: [...ids, "frame"] });
export const nested = { deep: ["a", "b"] } as const;
export class Constants {
  static readonly version = "3";
}
