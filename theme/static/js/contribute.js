// The form for contributors. Without this file the page shows the field guide and offers a file to fill in.
import { bodyFaults } from "./contribute/body.js";
import { check, fill } from "./contribute/check.js";
import { isoDate } from "./contribute/dates.js";
import { isName, nameFor } from "./contribute/names.js";
import { parseDocument, Unreadable } from "./contribute/parse.js";
import { remarks as difficult, words } from "./contribute/language.js";
import { preview } from "./contribute/preview.js";
import { passages } from "./contribute/privacy.js";
import { addItem, fillIn, placeOf, read, removeItem, textsIn } from "./contribute/questions.js";
import { copy, mail, newFile } from "./contribute/ways.js";
import { writeDocument } from "./contribute/written.js";
import { element, spoken } from "./elements.js";

const root = document.querySelector("[data-contribute]");
if (root) {
  const load = (address) => fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));
  Promise.all([load(root.dataset.rules), load(root.dataset.choices)]).then(([rules, choices]) => enhance(root, rules, choices));
}

function enhance(root, { schema, plain, body: allowed, privacy, language }, choices) {
  const { contribute: type, dated, editors, folder, lang, site } = root.dataset;
  const text = JSON.parse(root.dataset.messages);
  const say = (key, values = {}) => fill(text[key], values);
  const form = root.querySelector("form");
  const part = (name) => root.querySelector(`[data-${name}]`);
  const [body, name, state, faults, remarks, ways, said] = ["body", "name", "state", "faults", "remarks", "ways", "said"].map(part);
  const key = `bijdragen-${lang}-${type}`;
  const known = (kind, id) => Boolean(choices[kind]?.some(([there]) => there === id));
  let named = false, checked = false, timer, loaded = "";

  const values = () => read(form);
  const suggested = (given) => nameFor(given.title, dated === undefined ? "" : given.date ?? given.start);
  const fileName = () => name.value.trim() || "naamloos";
  const document_ = () => writeDocument(schema, values(), body.value.replace(/\r\n?/g, "\n"), plain);

  // What was written stays in this browser, and nowhere else.
  function save() {
    try {
      const given = values();
      if (Object.keys(given).length || body.value) localStorage.setItem(key, JSON.stringify({ values: given, body: body.value, name: named ? name.value : "", loaded }));
      else localStorage.removeItem(key);
      state.textContent = say("saved", { time: new Date().toLocaleTimeString(lang, { timeStyle: "short" }) });
    } catch {
      state.textContent = text.unsaved;
    }
  }
  function restore() {
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem(key) ?? "null");
    } catch {
      state.textContent = text.unsaved;
    }
    start(kept ?? { values: {}, body: "" });
  }
  function start(kept) {
    const unasked = fillIn(form, kept.values);
    body.value = kept.body;
    named = Boolean(kept.name);
    loaded = kept.loaded ?? "";
    name.value = kept.name || "";
    changed();
    return unasked;
  }
  function forget() {
    if (!confirm(text.forget)) return;
    try {
      localStorage.removeItem(key);
    } catch { /* Where nothing is kept, there is nothing to forget. */ }
    checked = false;
    start({ values: {}, body: "" });
    state.textContent = text.forgotten;
  }

  // Everything that is not right, as { path, message }; the text below the fields is `body`, the name of the file `name`.
  function wrong() {
    const given = values();
    const ofBody = bodyFaults(body.value, allowed).map((message) => ({ at: body, message }));
    const found = [...check(schema, given, known, text), ...ofBody, ...private_(given).filter(({ notice }) => !notice)];
    if (!isName(fileName())) found.push({ at: name, message: text.name });
    else if (known(type, fileName()) && fileName() !== loaded) found.push({ at: name, message: text.taken });
    return found;
  }

  // What looks private in an answer or in the text; a reason under `privacy_ok` lets it stand.
  function private_(given) {
    const waived = (given.privacy_ok ?? []).map((waiver) => waiver.text);
    const answers = [...textsIn(given)].filter(({ path }) => path[0] !== "privacy_ok" && !isCoded(path));
    const named = answers.filter(({ path }) => mayHold(path).includes("name")).map((answer) => answer.text);
    return [...answers.map((answer) => ({ ...answer, fine: mayHold(answer.path) })), { at: body, text: body.value, fine: [] }]
      .flatMap(({ text: told, fine, ...where }) => passages(told, privacy, waived, fine, named).map((passage) => ({ ...where, ...passage })));
  }
  const partAt = (path) => path.reduce((here, step) => (typeof step === "number" ? here.items ?? here : here.properties?.[step] ?? here), schema);
  const mayHold = (path) => partAt(path)["x-may-hold"] ?? [];
  const isCoded = (path) => Boolean(partAt(path).enum ?? partAt(path)["x-refers-to"] ?? /^\^\(\?:media/.test(partAt(path).pattern));

  function place(fault) {
    if (fault.at) return { control: fault.at, home: fault.at, error: fault.at.parentElement.querySelector("[data-error]") };
    return placeOf(form, fault.path);
  }

  // The schema's names are for the file; who fills in the form reads labels.
  const readable = (message) => message.replace(/`(\w+)`/g, (whole, word) => (schema.properties[word] ? `“${schema.properties[word].title}”` : whole));

  function showFaults(found) {
    for (const error of form.querySelectorAll("[data-error]")) error.textContent = "";
    for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    const items = found.map((fault) => {
      const { control, home, error } = place(fault) ?? { control: name, home: name };
      error?.append(...(error.childNodes.length ? [" "] : []), ...spoken(readable(fault.message)));
      control.setAttribute("aria-invalid", "true");
      const label = fault.at ? labelOf(fault.at) : labelFor(fault.path);
      const message = readable(fault.message);
      const link = element("a", { href: `#${control.id || home.id}` }, ...(message.includes(`“${label}”`) ? [] : [`${label}: `]), ...spoken(message));
      link.addEventListener("click", (event) => { event.preventDefault(); go(control); });
      return element("li", {}, link);
    });
    faults.querySelector("h2").textContent = text.faults;
    faults.querySelector("ul").replaceChildren(...items);
    faults.hidden = !found.length;
  }
  // Long sentences and difficult words, in the answers and in the text.
  function advice(given) {
    const told = [...textsIn(given)].filter(({ path }) => path[0] !== "privacy_ok" && !isCoded(path) && !mayHold(path).length);
    return [...told, { at: body, text: body.value }].flatMap(({ text: written, ...where }) => difficult(written, language).map((remark) => ({
      ...where,
      message: say(remark.kind === "long" ? "sentence" : remark.kind, { ...remark, most: language.longest_sentence, found: `“${remark.text.length > 60 ? `${remark.text.slice(0, 60)}…` : remark.text}”`, n: remark.words }),
    })));
  }

  // Advice stops nothing: who wrote it decides.
  function showRemarks(found) {
    remarks.querySelector("ul").replaceChildren(...found.map((remark) => {
      const { control } = place(remark) ?? { control: body };
      const button = element("button", { type: "button", className: "link-button" }, remark.at ? labelOf(remark.at) : labelFor(remark.path));
      button.addEventListener("click", () => go(control));
      return element("li", {}, ...spoken(remark.message), ". ", button);
    }));
    remarks.hidden = !found.length;
  }
  const labelOf = (control) => control.labels?.[0]?.textContent ?? "";
  function labelFor(path) {
    let here = schema;
    const labels = [];
    for (const step of path) {
      if (typeof step === "number") {
        labels.push(String(step + 1));
        here = here.items ?? here;
      } else {
        here = here.properties?.[step] ?? here;
        labels.push(here.title ?? step);
      }
    }
    return labels.join(" ");
  }
  function go(control) {
    for (let node = control.parentElement; node; node = node.parentElement) if (node.nodeName === "DETAILS") node.open = true;
    control.focus();
    control.scrollIntoView({ block: "center" });
  }

  function changed() {
    const given = values();
    if (!named) name.value = suggested(given);
    root.querySelector("[data-preview]").replaceChildren(...preview(schema, given, body.value));
    part("words").textContent = say("words", { n: words(body.value) });
    for (const output of form.querySelectorAll("[data-chosen]")) output.textContent = titleOf(output.parentElement.querySelector("[data-refers-to]"));
    if (checked) showFaults(wrong());
    showRemarks([...private_(given).filter(({ notice }) => notice), ...advice(given)]);
    ways.hidden = true;
    said.textContent = "";
  }

  // A reference may be typed as a title, or as the address of its page; it is kept as the name of a file.
  function titleOf({ value, dataset }) {
    const [kind, id] = dataset.refersTo === "type:id" ? value.split(":") : [dataset.refersTo, value.split(":").at(-1)];
    return choices[kind]?.find(([there]) => there === id)?.[1] ?? "";
  }
  function settle(control) {
    const typed = control.value.trim();
    if (control.dataset.widget === "date") control.value = isoDate(typed, lang);
    if (!control.dataset.refersTo || !typed || titleOf(control)) return;
    const kinds = control.dataset.refersTo === "type:id" ? Object.keys(choices) : [control.dataset.refersTo];
    const path = typed.replace(/\/$/, "").split("/").at(-1);
    const fits = (id, title) => title.toLowerCase() === typed.toLowerCase() || (typed.includes("/") && id === path);
    for (const kind of kinds) {
      const [id] = choices[kind].find(([there, title]) => fits(there, title)) ?? [];
      if (id) return void (control.value = kinds.length > 1 ? `${kind}:${id}` : id);
    }
  }

  function lists() {
    const asked = new Set([...form.innerHTML.matchAll(/data-refers-to="([^"]+)"/g)].map(([, kind]) => kind));
    for (const kind of asked) {
      const any = kind === "type:id";
      const options = (any ? Object.keys(choices) : [kind]).flatMap((one) => choices[one].map(([id, title]) => new Option(title, any ? `${one}:${id}` : id)));
      form.append(element("datalist", { id: `keuzes-${kind.replace(":", "-")}` }, ...options));
    }
  }

  async function finish() {
    checked = true;
    const found = wrong();
    showFaults(found);
    ways.hidden = found.length > 0;
    if (found.length) return void faults.focus();
    const file = document_();
    part("file").textContent = file;
    const download = root.querySelector("[data-way=download]");
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob([file], { type: "text/markdown" }));
    download.download = `${fileName()}.md`;
    const [host, post] = ["new", "mail"].map((way) => root.querySelector(`[data-way=${way}]`));
    const letter = say("mail", { file: `${fileName()}.md` });
    const carried = [lead(post, mail(editors, say("subject", { site, title: values().title }), letter, file, text.mail_paste))];
    if (host) carried.push(lead(host, newFile(root.dataset.new, `${folder}${fileName()}.md`, file)));
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
      const found = parseDocument(await file.text());
      checked = false;
      const id = file.name.replace(/\.md$/, "");
      const unasked = start({ ...found, name: id, loaded: id });
      save();
      state.textContent = unasked.length ? say("other", { file: file.name, names: unasked.join(", ") }) : say("loaded", { file: file.name });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      state.textContent = say("unreadable", { file: file.name, line: error.line });
    }
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); finish(); });
  form.addEventListener("input", (event) => {
    if (event.target === name) named = Boolean(name.value);
    if (event.target.matches("[data-load]")) return;
    clearTimeout(timer);
    timer = setTimeout(() => { save(); changed(); }, 250);
  });
  form.addEventListener("change", ({ target }) => {
    if (target.matches("[data-load]")) return void (target.files[0] && take(target.files[0]));
    if (target.matches("[data-control]")) settle(target);
    save();
    changed();
  });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.matches("[data-add]")) {
      const item = addItem(button.closest("[data-field]"));
      item.querySelector("[data-control]").focus();
    } else if (button?.matches("[data-remove]")) {
      const question = removeItem(button.closest("[data-item]"));
      question.focus();
      save();
      changed();
    } else if (button?.matches("[data-forget]")) forget();
  });
  addEventListener("pagehide", save);

  lists();
  restore();
  document.querySelector("[data-guide]").open = false;
  root.hidden = false;
}
