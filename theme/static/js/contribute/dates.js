// A date as people write it, `14 mei 2024` or `mei 2024`, as it stands in a file: `2024-05-14`, `2024-05`.

export function isoDate(text, language) {
  const found = text.trim().toLowerCase().match(/^(?:(\d{1,2})\.? +)?(\p{L}{3,})\.? +(\d{4})$/u);
  if (!found) return text.trim();
  const [, day, name, year] = found;
  const months = [...Array(12).keys()].map((month) => new Date(2024, month, 1).toLocaleDateString(language, { month: "long" }).toLowerCase());
  const month = months.findIndex((whole) => whole === name || (name.length === 3 && whole.startsWith(name))) + 1;
  if (!month) return text.trim();
  return [year, String(month).padStart(2, "0"), ...(day ? [day.padStart(2, "0")] : [])].join("-");
}
