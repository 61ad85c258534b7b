// Findings on the page: beside their fields, and together, each with the way to its field. `placeOf` says where a finding is to be told.
import { element, spoken } from "./elements.js";

// Mistakes: first all of them, with links, and each beside its field.
export function tellMistakes(form, summary, found, placeOf) {
  for (const error of form.querySelectorAll("[data-error]")) error.textContent = "";
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  summary.querySelector("ul").replaceChildren(...found.map(({ message, ...finding }) => {
    const { label, control, error } = placeOf(finding);
    error?.append(...(error.childNodes.length ? [" "] : []), ...spoken(message));
    control.setAttribute("aria-invalid", "true");
    const link = element("a", { href: `#${control.id}` }, ...(message.includes(`“${label}”`) ? [] : [`${label}: `]), ...spoken(message));
    link.addEventListener("click", (event) => { event.preventDefault(); goTo(control); });
    return element("li", {}, link);
  }));
  summary.hidden = !found.length;
}

// Advice stops nothing: who wrote it decides.
export function tellAdvice(section, found, placeOf) {
  section.querySelector("ul").replaceChildren(...found.map(({ message, ...finding }) => {
    const { label, control } = placeOf(finding);
    const button = element("button", { type: "button", className: "link-button" }, label);
    button.addEventListener("click", () => goTo(control));
    return element("li", {}, ...spoken(message), ". ", button);
  }));
  section.hidden = !found.length;
}

function goTo(control) {
  for (let node = control.parentElement; node; node = node.parentElement) if (node.nodeName === "DETAILS") node.open = true;
  control.focus();
  control.scrollIntoView({ block: "center" });
}
