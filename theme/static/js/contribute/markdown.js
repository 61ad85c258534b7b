// A text in Markdown as nodes of a page, for the preview: paragraphs, headings, lists, quotations, bold, italic, code and links.
// What it does not know it shows as it was written; the build knows more.
import { element } from "./elements.js";

export function markdown(text) {
  return text.replace(/\r\n?/g, "\n").split(/\n{2,}/).filter((block) => block.trim()).map(block);
}

function block(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  const heading = lines[0].match(/^(#{2,6}) +(.*)$/);
  // In the preview the title of the page is a heading of the third level.
  if (heading && lines.length === 1) return element(`h${Math.min(6, heading[1].length + 2)}`, {}, ...inline(heading[2]));
  if (lines.every((line) => /^(?:[-*+] |\s)/.test(line))) return listOf("ul", lines, /^[-*+] /);
  if (lines.every((line) => /^(?:\d+[.)] |\s)/.test(line))) return listOf("ol", lines, /^\d+[.)] /);
  if (lines.every((line) => line.startsWith(">"))) return element("blockquote", {}, ...markdown(lines.map((line) => line.replace(/^> ?/, "")).join("\n")));
  return element("p", {}, ...inline(lines.join(" ")));
}

function listOf(name, lines, mark) {
  const items = [];
  for (const line of lines) {
    if (mark.test(line) || !items.length) items.push(line.replace(mark, ""));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return element(name, {}, ...items.map((item) => element("li", {}, ...inline(item))));
}

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|(?<!!)\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/;

export function inline(text) {
  const found = text.match(INLINE);
  if (!found) return text ? [text] : [];
  const [whole, code, strong, emphasis, label, href] = found;
  const node = code ? element("code", {}, code)
    : strong ? element("strong", {}, ...inline(strong))
      : emphasis ? element("em", {}, ...inline(emphasis))
        : element("a", { href, rel: "noopener", target: "_blank" }, ...inline(label));
  return [...(found.index ? [text.slice(0, found.index)] : []), node, ...inline(text.slice(found.index + whole.length))];
}
