// The name of a file: the same as plugins/doetank/naming.py gives.

const LONGEST = 60;

// `date` is that of a type whose files begin with it; `taken` says which names are there already.
export function nameFor(title = "", date = "", taken = () => false) {
  const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(date)?.[0];
  const plain = title.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
  let name = `${day ? `${day}-` : ""}${plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "naam"}`;
  if (name.length > LONGEST) name = name.slice(0, Math.max(0, name.slice(0, LONGEST + 1).lastIndexOf("-"))) || name.slice(0, LONGEST);
  let free = name;
  for (let count = 2; taken(free); count += 1) free = `${name}-${count}`;
  return free;
}

export const isName = (name) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
