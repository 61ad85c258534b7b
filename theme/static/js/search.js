// The search page: our own interface on Pagefind's index. Without this file the form leads to the lists.
import { count, draw, picked, remind, tick } from "./search/facets.js";
import { plain, unknownOf, wordsOf } from "./search/query.js";
import { element, item } from "./search/results.js";

const PAGE = 10;
const root = document.querySelector("[data-search]");
if (root) enhance(root);

function enhance(root) {
  const part = (name) => root.querySelector(`[data-search-${name}]`);
  const form = root.querySelector("form");
  const [input, sort] = [form.elements.q, form.elements.sort];
  const [facets, chosen, status, suggestions, list, more, model] =
    ["facets", "chosen", "status", "suggestions", "results", "more", "result"].map(part);
  const lists = document.querySelector("[data-search-lists]"); // What people without this script use.
  const text = JSON.parse(root.dataset.messages);
  const say = (key, values = {}) => text[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = new Intl.NumberFormat(root.dataset.lang);
  const title = document.title;
  let pagefind, known, found = [], shown = 0, turn = 0, timer;

  const load = () => (pagefind ??= import(`${root.dataset.bundle}pagefind.js`).then(async (engine) => {
    await engine.options({ ranking: { metaWeights: { title: 5, parts: 0.3 } } });
    draw(facets, await engine.filters()); // Without this call Pagefind gives no counts.
    choose();
    return engine;
  }).catch((error) => { pagefind = undefined; throw error; }));

  // The address says all, so it can be shared.
  function read() {
    const state = new URLSearchParams(location.search);
    input.value = state.get("q") ?? "";
    sort.value = state.get("sort") ?? "";
    choose();
  }
  function choose() {
    tick(facets, new URLSearchParams(location.search));
    remind(chosen, facets, text.remove, changed, input);
  }
  function write(keep) {
    const state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    for (const box of picked(facets)) state.append(box.name, box.value);
    if (sort.value) state.set("sort", sort.value);
    const address = String(state) ? `?${state}` : location.pathname;
    if (address !== (location.search || location.pathname)) history[keep ? "pushState" : "replaceState"](null, "", address);
  }

  async function run() {
    const mine = ++turn;
    facets.hidden = false;
    const wait = setTimeout(() => mine === turn && (status.textContent = say("loading")), 300);
    try {
      const engine = await load();
      const term = plain(input.value);
      const unknown = await unknownOf(engine, wordsOf(term));
      const { results, filters, narrowed } = await answer(engine, term, unknown);
      if (mine !== turn) return;
      [found, shown] = [results, 0];
      const items = await page();
      if (mine !== turn) return;
      count(facets, filters, number);
      facets.classList.toggle("facets--idle", Boolean(term) && !narrowed && !found.length);
      list.replaceChildren(...items);
      suggestions.hidden = true;
      if (lists) lists.hidden = found.length > 0; // Who finds nothing can browse.
      document.title = term ? `${term} · ${title}` : title;
      status.textContent = term || narrowed ? summary(term, narrowed && !unknown.length) : "";
      if (term && !found.length) await suggest(term, unknown, mine);
    } catch (error) {
      console.error(error);
      if (mine !== turn) return;
      status.textContent = say("failed");
      if (lists) lists.hidden = false;
    } finally {
      clearTimeout(wait);
    }
  }

  // Within a group choices add up, so it is counted as if nothing in it was chosen.
  async function answer(engine, term, unknown) {
    const filters = {};
    for (const box of picked(facets)) (filters[box.name] ??= { any: [] }).any.push(box.value);
    const groups = Object.keys(filters);
    const narrowed = groups.length > 0;
    if (unknown.length) return { results: [], filters: {}, narrowed };
    if (!term && !narrowed) return { results: [], filters: await engine.filters(), narrowed };
    const search = (without) => engine.search(term || null, {
      filters: Object.fromEntries(Object.entries(filters).filter(([name]) => name !== without)),
      sort: sort.value || !term ? { date: "desc" } : {},
    });
    const [result, ...others] = await Promise.all([search(), ...groups.map(search)]);
    const counts = Object.fromEntries(groups.map((name, index) => [name, others[index].filters[name]]));
    return { results: result.results, filters: { ...result.filters, ...counts }, narrowed };
  }

  function summary(term, narrowed) {
    const n = found.length;
    const key = n === 1 ? "one" : n ? "many" : !narrowed ? "none" : term ? "narrow" : "nothing";
    return say(key, { n: number.format(n), q: term });
  }

  // Other queries for one that found nothing, each a link.
  async function suggest(term, unknown, mine) {
    known ??= fetch(root.dataset.words).then((answer) => answer.json());
    const [{ nearest }, words] = await Promise.all([import("./search/nearest.js"), known]);
    const queries = nearest(wordsOf(term), unknown, words);
    if (mine !== turn || !queries.length) return;
    suggestions.querySelector("ul").replaceChildren(...queries.map((query) =>
      element("li", {}, element("a", { href: `?${new URLSearchParams({ q: query })}` }, query))));
    suggestions.hidden = false;
  }

  async function page() {
    const next = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
    shown += next.length;
    more.hidden = shown >= found.length;
    return next.map((data) => item(model, root.dataset.icons, data));
  }

  function changed() {
    clearTimeout(timer);
    write(true);
    choose();
    run();
  }
  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("formaction")) return; // To the search page of another language.
    event.preventDefault();
    changed();
  });
  sort.addEventListener("change", changed);
  facets.addEventListener("change", changed);
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => { write(); run(); }, 250); });
  input.addEventListener("focus", () => turn || run(), { once: true });
  more.addEventListener("click", async () => {
    const items = await page();
    list.append(...items);
    items[0]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => { read(); run(); });
  for (const facet of facets.querySelectorAll("[data-filter]")) facet.hidden = true;
  if (location.search) {
    if (lists) lists.hidden = true;
    root.classList.add("search-page--active");
    facets.hidden = false;
    read();
    run();
  }
}
