// Advice on plain language (level B1): long sentences and difficult words. It stops nothing.

const WORD = /[\p{L}\p{N}]+(?:[.,'’:/-][\p{L}\p{N}]+)*/gu;
const LETTER = "[\\p{L}\\p{N}]";
const places = (text) => " ".repeat(text.length);

// What is no sentence of the author, as spaces, so that every place stays what it was.
function readable(text) {
  return text
    .replace(/^(```|~~~)[^]*?^\1/gmu, places)
    .replace(/`[^`\n]*`/gu, places)
    .replace(/\]\([^)\s]*\)|https?:\/\/[^\s)>]+|<[^<>\n]*>|\[\^[^\]\s]*\]:?/gu, places);
}

export const words = (text) => [...readable(text).matchAll(WORD)].length;

// In the order of the text, with the place in code points: {start, text, kind: "long", words} or {start, text, kind: "difficult", instead}.
export function remarks(text, rules) {
  const plain = readable(text);
  return [...long(plain, text, rules), ...difficult(plain, rules)]
    .sort((one, other) => one.start - other.start)
    .map((remark) => ({ ...remark, start: [...text.slice(0, remark.start)].length }));
}

function long(plain, text, { longest_sentence, abbreviations }) {
  return sentences(plain, new Set(abbreviations)).flatMap(({ start, end }) => {
    const count = words(plain.slice(start, end));
    return count > longest_sentence ? [{ start, text: text.slice(start, end), kind: "long", words: count }] : [];
  });
}

// A sentence ends at its full stop, and with its heading, list item, table row or paragraph.
function sentences(text, abbreviations) {
  const found = [];
  for (const block of text.matchAll(/#+ [^\n]*|(?:(?!\n[ \t]*(?:\n|[-*+>|#]|\d+[.)] ))[^])+/gu)) {
    let start = block.index;
    const close = (end) => {
      const written = text.slice(start, end), lead = written.match(/^\s*(?:#+ |[-*+>] |\d+[.)] )?\s*/u)[0].length;
      if (written.trim()) found.push({ start: start + lead, end: start + written.trimEnd().length });
      start = end;
    };
    for (const { 0: stop, index } of block[0].matchAll(/[.!?…]+["'”’)*_]*(?=\s)/gu)) {
      const end = block.index + index + stop.length;
      const last = text.slice(start, end).match(/[^\s("'“‘]+$/u)?.[0].toLowerCase() ?? "";
      if (!abbreviations.has(last) && !/^\p{L}\.$/u.test(last)) close(end);
    }
    close(block.index + block[0].length);
  }
  return found;
}

function difficult(text, { words }) {
  return Object.entries(words).flatMap(([word, instead]) =>
    [...text.matchAll(new RegExp(`(?<!${LETTER}|-)${word}(?!${LETTER}|-)`, "giu"))]
      .map(({ 0: found, index }) => ({ start: index, text: found, kind: "difficult", instead })));
}
