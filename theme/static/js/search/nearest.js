// What a reader who finds nothing may have meant. Loaded only then, with the words of the site.
import { fold } from "./query.js";

const SHOWN = 3;
const SHORTEST = 4;

// Other queries, best first. `counts` has the words of the site, each with the number of pages it stands on.
export function nearest(words, unknown, counts) {
  const site = new Map(Object.entries(counts).map(([word, pages]) => [fold(word), { word, pages }]));
  const queries = joined(words, site);
  if (unknown.length) {
    const choices = new Map(unknown.map((word) => [word, instead(word, site)]));
    // A word for which there is nothing is left out; the best stands for a word that has fewer choices.
    for (let rank = 0; rank < SHOWN; rank++) {
      queries.push(words.flatMap((word) => choices.has(word) ? choices.get(word)[rank] ?? choices.get(word)[0] ?? [] : word).join(" "));
    }
  } else if (words.length > 1) {
    queries.push(...rarest(words, site));
  }
  const known = (query) => query && !query.split(" ").some((word) => unknown.includes(word));
  return [...new Set(queries.filter(known))].slice(0, SHOWN);
}

// Two words that the site writes as one.
function joined(words, site) {
  return words.slice(1).flatMap((word, index) => {
    const whole = site.get(words[index] + word)?.word;
    return whole ? words.toSpliced(index, 2, whole).join(" ") : [];
  });
}

// Each word by itself: the rarest says most.
function rarest(words, site) {
  const pages = (word) => site.get(word)?.pages ?? 0;
  return words.filter((word) => word.length >= SHORTEST).sort((one, other) => pages(one) - pages(other));
}

// The words nearest to one that is not known, else the known words that it is made of, else the longest that it begins with.
function instead(word, site) {
  const most = word.length < 6 ? 1 : 2;
  const near = [...site].map(([other, known]) => ({ ...known, steps: distance(word, other, most) })).filter(({ steps }) => steps <= most);
  near.sort((one, other) => one.steps - other.steps || other.pages - one.pages || (one.word < other.word ? -1 : 1));
  return near.length ? near.map(({ word }) => word) : made(word, site);
}

function made(word, site) {
  const starts = [];
  for (let cut = word.length - 1; cut >= SHORTEST; cut--) {
    const [start, end] = [word.slice(0, cut), word.slice(cut)];
    const known = site.get(start) ?? site.get(start.replace(/s$/, ""));
    if (known && site.has(end)) return [`${known.word} ${site.get(end).word}`];
    if (known) starts.push(known.word);
  }
  return starts.slice(0, 1);
}

// How many letters are missing, too many, other ones or in each other's place; what is over `most` is not counted.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before, above = [...other, 0].map((_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, above] = [above, row];
  }
  return above[other.length];
}
