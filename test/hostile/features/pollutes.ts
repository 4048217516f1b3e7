Object.defineProperty(Object.prototype, "key", { value: "polluted" });
Array.prototype.join = () => "polluted";
(globalThis as { process?: unknown }).process = undefined;

export const KEY = "imports-firing";
