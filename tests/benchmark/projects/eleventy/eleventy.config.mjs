import footnotes from "markdown-it-footnote";

export default function (config) {
  config.amendLibrary("md", (markdown) => markdown.use(footnotes));
  config.addPassthroughCopy({ static: "/" });
  const newest = (api) => api.getFilteredByGlob("site/records/*.md").sort((one, other) => other.date - one.date);
  config.addCollection("records", newest);
  config.addCollection("byTheme", (api) => {
    const found = {};
    for (const record of newest(api)) for (const theme of record.data.themes) (found[theme] ??= []).push(record);
    return found;
  });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return { dir: { input: "site", output: "out" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
