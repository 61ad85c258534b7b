// A file that this form wrote, or one by hand that looks like it, back to what was filled in.
// It reads the YAML that people write in such files; what it does not read, it says, with the line.

export class Unreadable extends Error {
  constructor(line) {
    super(`line ${line}`);
    this.line = line;
  }
}

export function parseDocument(text) {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
  const start = lines.findIndex((line) => line.trim());
  const end = lines.findIndex((line, index) => index > start && line.trimEnd() === "---");
  if (start < 0 || lines[start].trimEnd() !== "---" || end < 0) throw new Unreadable(Math.max(start, 0) + 1);
  const rows = lines.slice(start + 1, end).map((line, index) => ({ text: line.trimEnd(), indent: line.search(/\S/), line: start + index + 2 }))
    .filter((row) => row.indent >= 0);
  const reader = { rows: rows.filter((row, index) => row.text.trim()[0] !== "#" || inBlock(rows, index)), at: 0 };
  const values = reader.rows.length ? mapping(reader, reader.rows[0].indent) : {};
  if (reader.at < reader.rows.length) throw new Unreadable(reader.rows[reader.at].line);
  return { values, body: lines.slice(end + 1).join("\n").trim() };
}

// A line with # inside a `>` or `|` text is text.
function inBlock(rows, index) {
  const above = rows.slice(0, index).findLast((row) => row.indent < rows[index].indent);
  return /:\s*[>|]-?$/.test(above?.text ?? "");
}

const isItem = (row) => /^-(?: |$)/.test(row.text.trim());
const KEY = /^([\w-]+):(?: +(.*))?$/;

function mapping(reader, indent) {
  const values = {};
  while (reader.rows[reader.at]?.indent === indent && !isItem(reader.rows[reader.at])) {
    const row = reader.rows[reader.at];
    const found = row.text.trim().match(KEY);
    if (!found || Object.hasOwn(values, found[1])) throw new Unreadable(row.line);
    reader.at += 1;
    Object.defineProperty(values, found[1], { value: value(reader, found[2] ?? "", indent, row.line), enumerable: true, configurable: true });
  }
  return values;
}

function value(reader, written, indent, line) {
  const next = reader.rows[reader.at];
  if (/^[>|]-?$/.test(written)) return folded(reader, indent, written[0] === ">" ? " " : "\n");
  if (written && written[0] !== "#") return scalar(flowing(reader, written, indent), line);
  if (next && isItem(next) && next.indent >= indent) return list(reader, next.indent);
  return next?.indent > indent ? mapping(reader, next.indent) : "";
}

function list(reader, indent) {
  const items = [];
  while (reader.rows[reader.at]?.indent === indent && isItem(reader.rows[reader.at])) {
    const row = reader.rows[reader.at];
    const rest = row.text.trim().slice(1).trim();
    if (KEY.test(rest)) {
      // What follows the dash is the first line of a group.
      const inner = row.text.indexOf(rest);
      reader.rows[reader.at] = { ...row, text: " ".repeat(inner) + rest, indent: inner };
      items.push(mapping(reader, inner));
    } else {
      reader.at += 1;
      items.push(value(reader, rest, indent, row.line));
    }
  }
  return items;
}

function folded(reader, indent, glue) {
  const found = [];
  while (reader.rows[reader.at]?.indent > indent) found.push(reader.rows[reader.at++].text.trim());
  return found.join(glue);
}

// A plain text or a quoted one may go on below, further to the right.
function flowing(reader, written, indent) {
  const more = folded(reader, indent, " ");
  return more ? `${written} ${more}` : written;
}

function scalar(text, line) {
  try {
    if (text[0] === '"') return JSON.parse(text);
    if (/^[[{]/.test(text)) return flow(text);
  } catch {
    throw new Unreadable(line);
  }
  if (/^[&*!|>%@`]/.test(text)) throw new Unreadable(line);
  if (text[0] === "'") return text.slice(1, -1).replaceAll("''", "'");
  const plain = text.replace(/ #.*$/, "").trim();
  return /^(?:~|null|Null|NULL)$/.test(plain) ? "" : plain;
}

// Lists and groups on one line: `[a, b]`, `{title: "Verslag", date: 2024}`. Throws what is not closed.
function flow(text) {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{},]|[^[\]{},"']+/g).map((token) => token.trim()).filter(Boolean);
  const cut = () => { throw new Error("not closed, or closed too early"); };
  const next = () => tokens.shift() ?? cut();
  const one = (token) => (token === "[" ? many([], "]") : token === "{" ? many({}, "}") : scalar(token));
  function many(into, close) {
    for (let token = next(); token !== close; token = next()) {
      if (token === ",") continue;
      if (Array.isArray(into)) {
        into.push(one(token));
        continue;
      }
      const [, name, rest] = token.match(/^([\w-]+):(?: +(.*))?$/);
      into[name] = rest ? scalar(rest) : tokens[0] === "," || tokens[0] === close ? "" : one(next());
    }
    return into;
  }
  const value = one(next());
  return tokens.length ? cut() : value;
}
