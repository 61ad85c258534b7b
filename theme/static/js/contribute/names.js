// The name of a file, from its title; where a type is named after its day, that comes first.

export function nameFor(title = "", date = "") {
  const words = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let name = "";
  for (const word of words) if (!name || name.length + word.length < 60) name += `${name ? "-" : ""}${word}`;
  return [/^\d{4}-\d{2}-\d{2}/.exec(date)?.[0], name].filter(Boolean).join("-");
}

export const isName = (name) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
