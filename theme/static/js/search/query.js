// What a reader typed, as the index knows it.

// The index has no `'s`: a question about thema's is one about thema.
export const plain = (text) => text.trim().replace(/['’]s(?!\p{L})/giu, "");

// Without accents and capitals.
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// The words that stand on no page. Pagefind answers those with what begins alike: `inwoners` with every page that says `in`.
export async function unknownOf(engine, words) {
  const known = await Promise.all(words.map((word) => isKnown(engine, word)));
  return words.filter((_, index) => !known[index]);
}

async function isKnown(engine, word) {
  const exact = await engine.search(`"${word}"`);
  if (exact.results.length) return true;
  const [first] = (await engine.search(word)).results;
  if (!first) return false;
  const { content, meta } = await first.data();
  // The beginning of a word is known as well, and so is the plural of a label.
  return fold(`${content} ${Object.values(meta).join(" ")}`).includes(word.replace(/(en|s)$/, ""));
}
