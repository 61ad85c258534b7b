// The search page: our own interface on Pagefind's index. Without this file the form leads to the lists.
const PAGE = 10;
const root = document.querySelector("[data-search]");
if (root) enhance(root);

function enhance(root) {
  const part = (name) => root.querySelector(`[data-search-${name}]`);
  const form = root.querySelector("form");
  const [input, sort] = [form.elements.q, form.elements.sort];
  const [facets, chosen, status, list, more, model] = ["facets", "chosen", "status", "results", "more", "result"].map(part);
  const lists = document.querySelector("[data-search-lists]"); // What people without this script use.
  const text = JSON.parse(root.dataset.messages);
  const say = (key, values = {}) => text[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = new Intl.NumberFormat(root.dataset.lang);
  let pagefind, found = [], shown = 0, turn = 0;

  const load = () => (pagefind ??= import(`${root.dataset.bundle}pagefind.js`).then(async (engine) => {
    await engine.options({ ranking: { metaWeights: { title: 5, parts: 0.3 } } });
    draw(await engine.filters()); // Without this call Pagefind gives no counts.
    tick();
    return engine;
  }).catch((error) => { pagefind = undefined; throw error; }));

  // One fieldset for each filter that the page names and the index knows.
  function draw(filters) {
    for (const facet of facets.querySelectorAll("[data-filter]")) {
      const name = facet.dataset.filter;
      const values = Object.keys(filters[name] ?? {});
      facet.hidden = !values.length;
      if (facet.hidden) continue;
      if (name === "year") values.sort().reverse();
      facet.append(element("fieldset", { className: "facet__options" },
        element("legend", { className: "visually-hidden" }, facet.querySelector("summary").textContent),
        ...values.map((value) => element("label", { className: "option" },
          element("input", { className: "option__input", type: "checkbox", name, value }),
          element("span", {}, value), " ", element("span", { className: "facet__count" })))));
    }
  }

  const boxes = () => [...facets.querySelectorAll("input")];
  const picked = () => boxes().filter((box) => box.checked);

  // The address says everything: it can be shared, and "back" works.
  function read() {
    const state = new URLSearchParams(location.search);
    input.value = state.get("q") ?? "";
    sort.value = state.get("sort") ?? "";
    tick();
  }
  function tick() {
    const state = new URLSearchParams(location.search);
    for (const box of boxes()) {
      box.checked = state.getAll(box.name).includes(box.value);
      if (box.checked) box.closest("details").open = true;
    }
    remind();
  }
  function write(keep) {
    const state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    for (const box of picked()) state.append(box.name, box.value);
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
      const term = input.value.trim();
      const filters = {};
      for (const box of picked()) (filters[box.name] ??= { any: [] }).any.push(box.value);
      const groups = Object.keys(filters);
      const search = (without) => engine.search(term || null, {
        filters: Object.fromEntries(Object.entries(filters).filter(([name]) => name !== without)),
        sort: sort.value ? { [sort.value]: "desc" } : {},
      });
      // Within a group choices add up, so a group is counted as if nothing in it was chosen.
      const [result, ...others] = term || groups.length
        ? await Promise.all([search(), ...groups.map(search)])
        : [{ results: [], filters: await engine.filters() }];
      if (mine !== turn) return;
      found = result.results;
      if (lists) lists.hidden = found.length > 0; // Who finds nothing can browse.
      count(groups.reduce((all, name, i) => ({ ...all, [name]: others[i].filters[name] }), { ...result.filters }));
      shown = 0;
      const items = await page();
      if (mine !== turn) return;
      list.replaceChildren(...items);
      const n = found.length;
      status.textContent = !term && !groups.length ? "" : say(n ? (n === 1 ? "one" : "many") : (term ? "none" : "nothing"), { n: number.format(n), q: term });
    } catch (error) {
      console.error(error);
      if (mine !== turn) return;
      status.textContent = say("failed");
      if (lists) lists.hidden = false;
    } finally {
      clearTimeout(wait);
    }
  }

  function count(filters) {
    for (const box of boxes()) {
      const n = filters[box.name]?.[box.value] ?? 0;
      const label = box.parentElement;
      label.querySelector(".facet__count").textContent = number.format(n);
      label.classList.toggle("facet__option--none", !n);
    }
  }

  // What is chosen stands above the results, each a button that takes it away.
  function remind() {
    const choices = [...new URLSearchParams(location.search)].filter(([name]) => facets.querySelector(`[data-filter="${CSS.escape(name)}"]`));
    chosen.replaceChildren(...choices.map(([name, value]) => {
      const button = element("button", { type: "button", className: "chosen__button" },
        element("span", { className: "visually-hidden" }, `${text.remove} `), value);
      button.addEventListener("click", () => {
        for (const box of picked()) if (box.name === name && box.value === value) box.checked = false;
        changed();
        (chosen.querySelector("button") ?? input).focus();
      });
      return button;
    }));
  }

  async function page() {
    const next = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
    shown += next.length;
    more.hidden = shown >= found.length;
    return next.map(item);
  }

  function item({ url, excerpt, meta, sub_results = [] }) {
    const node = model.content.cloneNode(true).firstElementChild;
    const fill = (name, value) => {
      const target = node.querySelector(`[data-part="${name}"]`);
      if (!target) return;
      if (value) target.append(value); else (target.closest("[data-optional]") ?? target).remove();
      return target;
    };
    fill("link", meta.title).href = url;
    for (const name of ["type", "verdict", "date"]) fill(name, meta[name]);
    const shape = node.querySelector('[data-part="shape"]');
    if (meta.shape) shape?.setAttribute("href", `${root.dataset.icons}#${meta.shape}`); else shape?.closest("svg").remove();
    fill("excerpt", marked(excerpt));
    const headings = fill("headings", sub_results.some(({ url }) => url.includes("#")) && document.createDocumentFragment());
    for (const sub of sub_results.filter(({ url }) => url.includes("#")).slice(0, 3)) {
      headings.append(element("li", {}, element("a", { className: "search-result__heading", href: sub.url }, sub.title)));
    }
    return node;
  }

  // Pagefind's excerpt is HTML with marks; only its text and its marks are taken over.
  function marked(html) {
    const pieces = new DOMParser().parseFromString(html, "text/html").body.childNodes;
    const fragment = document.createDocumentFragment();
    fragment.append(...[...pieces].map((piece) => piece.nodeName === "MARK" ? element("mark", {}, piece.textContent) : piece.textContent));
    return fragment;
  }

  let timer;
  const changed = () => { clearTimeout(timer); write(true); remind(); run(); };
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

function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}
