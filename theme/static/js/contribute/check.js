// A record's fields against the JSON Schema of their type: what the build would refuse of them.
// `known(type, id)` says whether a record is there. Each fault has the path of its field and a message.

export function check(schema, value, known, text) {
  const faults = [];
  visit(schema, value, [], { faults, known, text });
  return faults;
}

function visit(schema, value, path, job) {
  const tell = (message, where = path) => job.faults.push({ path: where, message });
  const found = { found: shown(value) };
  if (!isOf(schema.type, value)) return tell(fill(schema.errorMessage ?? job.text.wrong, found));
  if (schema.type === "object") return visitGroup(schema, value, path, job, tell);
  if (schema.type === "array") {
    if (value.length < (schema.minItems ?? 0)) tell(fill(job.text.missing, { label: schema.title }));
    return value.forEach((item, index) => visit(schema.items, item, [...path, index], job));
  }
  if (schema.maxLength && [...String(value)].length > schema.maxLength)
    return tell(fill(job.text.long, { length: [...value].length, limit: schema.maxLength }));
  if (!fits(schema, value)) return tell(fill(schema.errorMessage ?? job.text.wrong, found));
  if (schema["x-refers-to"] && !isKnown(schema["x-refers-to"], value, job.known)) tell(fill(job.text.reference, found));
}

function visitGroup(schema, value, path, job, tell) {
  const before = job.faults.length;
  for (const [name, part] of Object.entries(value)) {
    if (schema.properties[name]) visit(schema.properties[name], part, [...path, name], job);
    else tell(job.text.unknown, [...path, name]);
  }
  for (const name of schema.required)
    if (!(name in value)) tell(fill(job.text.missing, { label: schema.properties[name].title }), [...path, name]);
  // A rule is not asked of what is wrong by itself.
  const wrong = new Set(job.faults.slice(before).map((fault) => fault.path[path.length]));
  for (const rule of schema.allOf ?? []) {
    if (wrong.has(rule["x-field"]) || [...namesIn(rule)].some((name) => wrong.has(name)) || fits(rule, value)) continue;
    const [start, end] = (rule["x-in-order"] ?? []).map((name) => value[name]);
    tell(fill(rule.errorMessage, { start, end }), [...path, rule["x-field"]]);
  }
}

function* namesIn(rule) {
  for (const [word, part] of Object.entries(rule)) {
    if (word === "properties" || word === "dependentRequired") yield* Object.keys(part);
    else if (word === "required" || word === "x-in-order") yield* part;
    else if (Array.isArray(part)) for (const item of part) yield* typeof item === "object" ? namesIn(item) : [];
    else if (part && typeof part === "object") yield* namesIn(part);
  }
}

// The words of JSON Schema that our schemas use; the tests hold that they use no others.
function fits(schema, value) {
  if (typeof schema === "boolean") return schema;
  const given = (name) => Object.hasOwn(value, name);
  const rules = {
    type: (types) => isOf(types, value),
    enum: (values) => values.includes(value),
    pattern: (pattern) => typeof value !== "string" || new RegExp(pattern).test(value),
    minimum: (least) => typeof value !== "number" || value >= least,
    maximum: (most) => typeof value !== "number" || value <= most,
    required: (names) => names.every(given),
    properties: (parts) => Object.entries(parts).every(([name, part]) => !given(name) || fits(part, value[name])),
    dependentRequired: (needs) => Object.entries(needs).every(([name, others]) => !given(name) || others.every(given)),
    anyOf: (options) => options.some((option) => fits(option, value)),
    not: (other) => !fits(other, value),
    if: (condition) => (fits(condition, value) ? fits(schema.then ?? true, value) : fits(schema.else ?? true, value)),
    "x-in-order": ([start, end]) => !given(start) || !given(end) || inOrder(String(value[start]), String(value[end])),
  };
  return Object.entries(schema).every(([word, rule]) => rules[word]?.(rule) ?? true);
}

function isOf(types, value) {
  const kind = Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
  return types === undefined || [types].flat().some((type) => type === kind || (type === "number" && kind === "integer"));
}

// As precise as both are: only what the two dates prove.
function inOrder(start, end) {
  const zone = /(?:Z|[+-]\d\d:?\d\d)$/;
  if (start.length > 10 && end.length > 10 && zone.test(start) === zone.test(end)) return Date.parse(end.replace(" ", "T")) >= Date.parse(start.replace(" ", "T"));
  const length = Math.min(start.length, end.length, 10);
  return end.slice(0, length) >= start.slice(0, length);
}

function isKnown(type, value, known) {
  if (value === "network" || /^https?:/i.test(value)) return true;
  const [before, id] = value.includes(":") ? value.split(":") : [type, value];
  return known(before, id);
}

function shown(value) {
  if (value && typeof value === "object") return "…";
  const text = String(value);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}
