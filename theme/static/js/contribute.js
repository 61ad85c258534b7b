// The form for contributors. Without this file the page shows the field guide and offers a file to fill in.
import { fill } from "./contribute/check.js";
import { isoDate } from "./contribute/dates.js";
import { BODY, findings } from "./contribute/findings.js";
import { keeper } from "./contribute/keeping.js";
import { words } from "./contribute/language.js";
import { isName, nameFor } from "./contribute/names.js";
import { parseDocument, Unreadable } from "./contribute/parse.js";
import { preview } from "./contribute/preview.js";
import { addItem, fillIn, placeOf, read, removeItem } from "./contribute/questions.js";
import { references } from "./contribute/references.js";
import { tellAdvice, tellMistakes } from "./contribute/told.js";
import { copy, mail, newFile } from "./contribute/ways.js";
import { writeDocument } from "./contribute/written.js";

const root = document.querySelector("[data-contribute]");
const guide = document.querySelector("[data-guide]");
if (root) start();

// The form stands there before the page is shown, so that nothing moves; it can be used when its rules have come.
async function start() {
  const { contribute: type, lang, rules, choices } = root.dataset;
  const form = root.querySelector("form");
  const kept = keeper(`bijdragen-${lang}-${type}`);
  const written = kept.restore() ?? { values: {}, body: "" };
  const open = (shown) => { root.hidden = !shown; guide.open = !shown; };
  form.inert = true;
  fillIn(form, written.values);
  open(true);
  const load = (address) => fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));
  try {
    enhance(form, kept, written, ...await Promise.all([load(rules), load(choices)]));
    form.inert = false;
  } catch (error) {
    open(false);
    throw error;
  }
}

function enhance(form, kept, written, rules, choices) {
  const { contribute: type, dated, editors, folder, lang, site } = root.dataset;
  const text = JSON.parse(root.dataset.messages);
  const say = (key, values = {}) => fill(text[key], values);
  const part = (name) => root.querySelector(`[data-${name}]`);
  const [body, name, state, mistakes, remarks, ways, said] = ["body", "name", "state", "faults", "remarks", "ways", "said"].map(part);
  const { schema } = rules;
  const { known, settle, showTitles } = references(form, choices);
  const { wrong, advice, labelOf } = findings(rules, known, text);
  const NAME = ["@name"];
  let named = false, checked = false, loaded = "", timer;

  const values = () => read(form);
  const fileName = () => name.value.trim();
  const fileText = () => writeDocument(schema, values(), body.value.replace(/\r\n?/g, "\n"), rules.plain);

  // Both the text and the name of the file have a place of their own.
  function place({ path }) {
    const own = path === BODY ? body : path === NAME ? name : undefined;
    if (own) return { label: own.labels[0].textContent, control: own, error: own.parentElement.querySelector("[data-error]") };
    return { label: labelOf(path), ...(placeOf(form, path) ?? { control: body }) };
  }

  // The schema names fields as a file does; who fills in a form reads labels.
  const readable = (message) => message.replace(/`(\w+)`/g, (whole, word) => (schema.properties[word] ? `“${schema.properties[word].title}”` : whole));

  function judge() {
    const found = wrong(values(), body.value);
    if (!isName(fileName())) found.push({ path: NAME, message: text.name });
    else if (known(type, fileName()) && fileName() !== loaded) found.push({ path: NAME, message: text.taken });
    tellMistakes(form, mistakes, found.map((fault) => ({ ...fault, message: readable(fault.message) })), place);
    return found;
  }

  function save() {
    const given = values();
    const any = Object.keys(given).length || body.value;
    const saved = kept.save(any && { values: given, body: body.value, name: named ? name.value : "", loaded });
    state.textContent = saved ? say("saved", { time: new Date().toLocaleTimeString(lang, { timeStyle: "short" }) }) : text.unsaved;
  }

  // Gives the names of fields for which there is no question.
  function begin(content) {
    const left = fillIn(form, content.values);
    body.value = content.body;
    named = Boolean(content.name);
    name.value = content.name ?? "";
    loaded = content.loaded ?? "";
    checked = false;
    show();
    return left;
  }

  function forget() {
    if (!confirm(text.forget)) return;
    kept.save(null);
    begin({ values: {}, body: "" });
    state.textContent = text.forgotten;
  }

  function show() {
    const given = values();
    if (!named) name.value = nameFor(given.title, dated === undefined ? "" : given.date ?? given.start, (id) => known(type, id));
    part("preview").replaceChildren(...preview(schema, given, body.value));
    part("words").textContent = say("words", { n: words(body.value) });
    showTitles();
    tellAdvice(remarks, advice(given, body.value), place);
    if (checked) judge();
    else tellMistakes(form, mistakes, [], place);
    ways.hidden = true;
    said.textContent = "";
  }

  function changed() {
    clearTimeout(timer);
    save();
    show();
  }

  async function finish() {
    checked = true;
    changed();
    if (judge().length) return void mistakes.focus();
    const file = fileText();
    ways.hidden = false;
    part("file").textContent = file;
    const [download, host, letter] = ["download", "new", "mail"].map((way) => root.querySelector(`[data-way=${way}]`));
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob([file], { type: "text/markdown" }));
    download.download = `${fileName()}.md`;
    const subject = say("subject", { site, title: values().title });
    const carried = [lead(letter, mail(editors, subject, say("mail", { file: download.download }), file, text.mail_paste))];
    if (host) carried.push(lead(host, newFile(root.dataset.new, folder + download.download, file)));
    ways.focus();
    // Now, while this page has the focus: a page that lost it to another may not write on the clipboard.
    if (carried.includes(false)) said.textContent = (await copy(file)) ? text.copied : text.uncopied;
  }
  function lead(link, { address, carries }) {
    link.href = address;
    return carries;
  }

  async function take(file) {
    try {
      const id = file.name.replace(/\.md$/, "");
      const left = begin({ ...parseDocument(await file.text()), name: id, loaded: id });
      save();
      state.textContent = left.length ? say("other", { file: file.name, names: left.join(", ") }) : say("loaded", { file: file.name });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      state.textContent = say("unreadable", { file: file.name, line: error.line });
    }
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); finish(); });
  form.addEventListener("input", ({ target }) => {
    if (target === name) named = Boolean(name.value);
    if (target.matches("[data-load]")) return;
    clearTimeout(timer);
    timer = setTimeout(changed, 250);
  });
  form.addEventListener("change", ({ target }) => {
    if (target.matches("[data-load]")) return void (target.files[0] && take(target.files[0]));
    if (target.dataset.widget === "date") target.value = isoDate(target.value, lang);
    if (target.dataset.refersTo) settle(target);
    changed();
  });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.matches("[data-forget]")) forget();
    else if (button?.matches("[data-add]")) addItem(button.closest("[data-field]")).querySelector("[data-control]").focus();
    else if (button?.matches("[data-remove]")) {
      removeItem(button.closest("[data-item]")).focus();
      changed();
    }
  });
  addEventListener("pagehide", save);

  begin(written);
}
