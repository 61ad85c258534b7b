// A record's file from what was filled in, in the order of its type: the same bytes as plugins/doetank/written.py writes.

export function writeDocument(schema, values, body, plain) {
  const safe = new RegExp(`^(?:${plain})$`);
  const scalar = (value) => (typeof value === "string" && (!safe.test(value) || /^(?:null|Null|NULL)$/.test(value)) ? JSON.stringify(value) : String(value));
  const text = body.trim();
  return `---\n${group(schema, values, scalar).map((line) => `${line}\n`).join("")}---\n${text ? `\n${text}\n` : ""}`;
}

export function isGiven(value) {
  if (Array.isArray(value)) return value.some(isGiven);
  if (value && typeof value === "object") return Object.values(value).some(isGiven);
  return value !== undefined && value !== null && value !== "";
}

function group(schema, values, scalar) {
  return Object.entries(schema.properties).flatMap(([name, part]) => (isGiven(values[name]) ? field(name, part, values[name], scalar) : []));
}

function field(name, schema, value, scalar) {
  if (Array.isArray(value)) return [`${name}:`, ...value.filter(isGiven).flatMap((item) => listed(schema.items, item, scalar))];
  if (typeof value === "object") return [`${name}:`, ...group(schema, value, scalar).map((line) => `  ${line}`)];
  return [`${name}: ${scalar(value)}`];
}

function listed(schema, item, scalar) {
  const lines = typeof item === "object" ? group(schema, item, scalar) : [scalar(item)];
  return lines.map((line, index) => `${index ? "    " : "  - "}${line}`);
}
