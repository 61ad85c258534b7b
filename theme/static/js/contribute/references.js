// References to other records: lists to choose from, and what was typed as the name of a file.

const ANY = "type:id";

export function references(form, choices) {
  const kindsOf = ({ refersTo }) => (refersTo === ANY ? Object.keys(choices) : [refersTo]);
  const known = (kind, id) => Boolean(choices[kind]?.some(([there]) => there === id));

  function titleOf({ value, dataset }) {
    const [kind, id] = dataset.refersTo === ANY ? value.split(":") : [dataset.refersTo, value.split(":").at(-1)];
    return choices[kind]?.find(([there]) => there === id)?.[1] ?? "";
  }

  // One may type a title, or the address of a page.
  function settle(control) {
    const typed = control.value.trim();
    if (!typed || titleOf(control)) return;
    const kinds = kindsOf(control.dataset);
    const name = typed.includes("/") && typed.replace(/\/$/, "").split("/").at(-1);
    for (const kind of kinds) {
      const [id] = choices[kind].find(([there, title]) => there === name || title.toLowerCase() === typed.toLowerCase()) ?? [];
      if (id) return void (control.value = kinds.length > 1 ? `${kind}:${id}` : id);
    }
  }

  function showTitles() {
    for (const output of form.querySelectorAll("[data-chosen]")) output.textContent = titleOf(output.parentElement.querySelector("[data-refers-to]"));
  }

  for (const list of form.querySelectorAll("[data-choices]")) {
    const any = list.dataset.choices === ANY;
    const kinds = kindsOf({ refersTo: list.dataset.choices });
    list.append(...kinds.flatMap((kind) => choices[kind].map(([id, title]) => new Option(title, any ? `${kind}:${id}` : id))));
  }
  // Items are made later on; who comes to one gets its list.
  form.addEventListener("focusin", ({ target }) => {
    if (target.dataset.refersTo) target.setAttribute("list", `keuzes-${target.dataset.refersTo.replace(":", "-")}`);
  });
  return { known, settle, showTitles };
}
