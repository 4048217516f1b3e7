export function compute(): string {
  return "video";
}
