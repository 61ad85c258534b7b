// The choices beside the results. What is chosen stands in the address, and above the results.
import { element } from "./results.js";

export const boxes = (facets) => [...facets.querySelectorAll("input")];
export const picked = (facets) => boxes(facets).filter((box) => box.checked);

// One fieldset for each filter that the page names and the index knows.
export function draw(facets, filters) {
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

// As the address says.
export function tick(facets, state) {
  for (const box of boxes(facets)) {
    box.checked = state.getAll(box.name).includes(box.value);
    if (box.checked) box.closest("details").open = true;
  }
}

// What would be found with each choice; one that finds nothing cannot be made, only taken back.
export function count(facets, filters, number) {
  for (const box of boxes(facets)) {
    const n = filters[box.name]?.[box.value] ?? 0;
    box.disabled = !n && !box.checked;
    box.parentElement.querySelector(".facet__count").textContent = number.format(n);
    box.parentElement.classList.toggle("facet__option--none", !n);
  }
}

// What is chosen, each a button that takes it away and leaves the focus at the next.
export function remind(chosen, facets, label, changed, home) {
  chosen.replaceChildren(...picked(facets).map((box) => {
    const button = element("button", { type: "button", className: "chosen__button" },
      element("span", { className: "visually-hidden" }, `${label} `), box.value);
    button.addEventListener("click", () => {
      box.checked = false;
      changed();
      (chosen.querySelector("button") ?? home).focus();
    });
    return button;
  }));
}
