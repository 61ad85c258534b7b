// What the page will look like, as far as this form can know: title, summary, the answers one by one, and the text.
import { element } from "./elements.js";
import { inline, markdown } from "./markdown.js";

const HEAD = new Set(["title", "summary"]);

export function preview(schema, values, body) {
  const facts = Object.entries(schema.properties).filter(([name]) => name in values && !HEAD.has(name))
    .map(([name, part]) => element("div", { className: "facts__row" },
      element("dt", { className: "facts__label" }, part.title), element("dd", { className: "facts__value" }, ...told(part, values[name]))));
  return [
    element("p", { className: "page-head__kicker" }, schema.title),
    element("h3", { className: "page-head__title" }, values.title ?? "…"),
    ...(values.summary ? [element("p", { className: "page-head__lead" }, ...inline(values.summary))] : []),
    ...(facts.length ? [element("dl", { className: "facts" }, ...facts)] : []),
    element("div", { className: "prose" }, ...markdown(body)),
  ];
}

function told(schema, value) {
  if (Array.isArray(value)) {
    const items = value.map((item) => told(schema.items, item));
    return schema.items.type === "object" ? items.flat() : items.flatMap((item, index) => (index ? ["; ", ...item] : item));
  }
  if (typeof value === "object") return Object.entries(value).map(([name, part]) => element("p", {}, `${schema.properties[name]?.title ?? name}: `, ...told(schema.properties[name] ?? {}, part)));
  const place = schema.enum?.indexOf(value) ?? -1;
  return place >= 0 ? [schema.enumDescriptions[place]] : inline(String(value));
}
