// Titles of JSON schema properties, which pydantic makes from names with Python's `str.title()`.

/**
 * `name.title().replace("_", " ").strip()`: every letter after something that is not a letter goes to title case, all
 * others to lower case. Digits are not letters.
 *
 * @example pythonTitle("http_URL2x") // "Http Url2X"
 */
export function pythonTitle(name: string): string {
  const known = titles.get(name);
  if (known !== undefined) return known;
  const words = name.replace(/^\w+$/.test(name) ? asciiWord : word, titleWord);
  const title = words.replaceAll("_", " ").trim();
  titles.set(name, title);
  return title;
}

/** Titles made so far: features have many columns and few names for them. */
const titles = new Map<string, string>();

const asciiWord = /[A-Za-z]+/g;
const word = /\p{Cased}+/gu;

/** Lower-casing the whole word lets a final sigma see what stands before it. */
function titleWord(letters: string): string {
  const first = String.fromCodePoint(letters.codePointAt(0) ?? 0);
  return titleLetter(first) + letters.toLowerCase().slice(first.toLowerCase().length);
}

/** Letters whose title case is neither their upper case nor derived from it. */
const titleForms: Readonly<Record<string, string>> = {
  Ǆ: "ǅ",
  ǅ: "ǅ",
  ǆ: "ǅ",
  Ǉ: "ǈ",
  ǈ: "ǈ",
  ǉ: "ǈ",
  Ǌ: "ǋ",
  ǋ: "ǋ",
  ǌ: "ǋ",
  Ǳ: "ǲ",
  ǲ: "ǲ",
  ǳ: "ǲ",
  ŉ: "ʼN",
};

const iota = "\u0345";

function titleLetter(letter: string): string {
  if (letter < "\u0080") return letter.toUpperCase();
  const known = titleForms[letter];
  if (known !== undefined) return known;
  if (/[\u10d0-\u10ff]/.test(letter)) return letter;
  const parts = letter.normalize("NFD");
  if (parts.includes(iota)) return (parts.replace(iota, "").toUpperCase() + iota).normalize("NFC");
  const [first = "", ...rest] = letter.toUpperCase();
  return first + rest.join("").toLowerCase();
}
