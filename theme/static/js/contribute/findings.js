// What is to be mended in the answers and in the text, and what may be worth another look. Each finding has a message, and the path of
// its field; one about the text below the fields has the path BODY.
import { bodyFaults } from "./body.js";
import { check, fill } from "./check.js";
import { remarks } from "./language.js";
import { passages } from "./privacy.js";
import { textsIn } from "./questions.js";

export const BODY = ["@text"];

export function findings({ schema, body: allowed, privacy, language }, known, text) {
  const fieldAt = (path) => path.reduce((here, step) => (typeof step === "number" ? here.items : here.properties?.[step]) ?? here, schema);
  const mayHold = (path) => (path === BODY ? [] : fieldAt(path)["x-may-hold"] ?? []);
  const isCoded = ({ path }) => ["enum", "x-refers-to"].some((word) => word in fieldAt(path)) || fieldAt(path).pattern?.startsWith("^(?:media/");
  const texts = (values, body) =>
    [...[...textsIn(values)].filter((answer) => answer.path[0] !== "privacy_ok" && !isCoded(answer)), { path: BODY, text: body }];

  // A reason under `privacy_ok` lets a passage stand, and a name that stands in a field for names may stand elsewhere too.
  function private_(values, body) {
    const told = texts(values, body);
    const waived = (values.privacy_ok ?? []).map((waiver) => waiver.text);
    const named = told.filter(({ path }) => mayHold(path).includes("name")).map((answer) => answer.text);
    return told.flatMap(({ path, text }) => passages(text, privacy, waived, mayHold(path), named).map((found) => ({ ...found, path })));
  }

  // Long sentences and difficult words; names of people and works are nobody's choice of words.
  const inPlainWords = (values, body) => texts(values, body).filter(({ path }) => !mayHold(path).length)
    .flatMap(({ path, text: written }) => remarks(written, language).map((remark) => ({ path, message: advised(remark) })));
  function advised({ kind, text: found, words, instead }) {
    const shown = `“${found.length > 60 ? `${found.slice(0, 60)}…` : found}”`;
    return kind === "long" ? fill(text.sentence, { found: shown, n: words, most: language.longest_sentence }) : fill(text.difficult, { found: shown, instead });
  }

  return {
    wrong: (values, body) => [
      ...check(schema, values, known, text),
      ...bodyFaults(body, allowed).map((message) => ({ path: BODY, message })),
      ...private_(values, body).filter(({ notice }) => !notice),
    ],
    advice: (values, body) => [...private_(values, body).filter(({ notice }) => notice), ...inPlainWords(values, body)],
    labelOf: (path) => path.map((step, index) => (typeof step === "number" ? step + 1 : fieldAt(path.slice(0, index + 1)).title ?? step)).join(" "),
  };
}
