// What the build would refuse of a text, as far as that can be seen without reading all of Markdown: headings, images, links,
// HTML and characters that nobody sees. Code is left alone. Each mistake is a message, in the order of the text.
import { fill } from "./check.js";

const CODE = /^(```|~~~)[^]*?(?:^\1|$(?![^]))|`[^`\n]*`/gm;
const FOUND = /^ {0,3}(#{1,6})(?: +(.*?))?[ #]*$|(!?)\[([^\]\n]*)\]\(\s*<?([^)\s>'"]*)[^)\n]*\)(\{:[^}\n]*\})?|<([a-z][a-z0-9]*)(\s[^<>]*)?>/gim;
const ELSEWHERE = /^(?:https?:)?\/\//i;
const OF_THE_SITE = /^(?:\/(?!\/)|#|\{filename\}|\{static\})/;

export function bodyFaults(text, { allowed, invisible, messages }) {
  const plain = text.replace(CODE, (code) => code.replace(/[^\n]/g, "x"));
  const say = (name, values = {}) => fill(messages[name], values);
  let level = 1;
  function heading(marks, title) {
    const before = level;
    level = marks.length;
    if (level === 1) return say("heading_one");
    if (!title) return say("heading_empty");
    return level > before + 1 && say("heading_skip", { text: title, level, expected: before + 1, marks: "#".repeat(before + 1) });
  }
  function* linked(image, label, address, marks = "") {
    if (image && !label.trim() && !marks.includes("decorative")) yield say("image_alt");
    if (!address) return yield say("link_empty");
    if (image && ELSEWHERE.test(address)) return yield say("image_away", { found: address.slice(0, 60) });
    if (image && /^data:/i.test(address)) return yield say("image_inside");
    if (OF_THE_SITE.test(address)) return;
    const [, scheme] = address.match(/^([a-z][a-z0-9+.-]*):/i) ?? [];
    if (!scheme) yield say("link_unclear", { found: address });
    else if (!/^(?:https?|mailto)$/i.test(scheme)) yield say("link_scheme", { found: address.slice(0, 60) });
  }
  function* markup(tag, attributes = "") {
    if (!Object.hasOwn(allowed, tag)) return yield say("tag", { tag });
    for (const [, name] of attributes.matchAll(/\s([a-z-]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/gi))
      if (!allowed[tag].includes(name.toLowerCase())) yield say("attribute", { name: name.toLowerCase(), tag });
  }
  function* mistakes() {
    const [unseen] = text.match(new RegExp(invisible)) ?? [];
    if (unseen) yield say("invisible", { code: `U+${unseen.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}` });
    for (const [, marks, title, image, label, address, attributes, tag, more] of plain.matchAll(FOUND)) {
      if (marks) yield heading(marks, title?.trim());
      else if (tag) yield* markup(tag.toLowerCase(), more);
      else yield* linked(image, label, address, attributes);
    }
  }
  return [...mistakes()].filter(Boolean);
}
