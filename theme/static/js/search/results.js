// One result: type, verdict, date, title, and the passage that answers best, under the heading it stands under.

export function item(model, icons, { url, excerpt, meta, sub_results = [] }) {
  const node = model.content.cloneNode(true).firstElementChild;
  const place = best(sub_results);
  const fill = (name, value) => {
    const target = node.querySelector(`[data-part="${name}"]`);
    if (value) target.append(value); else (target.closest("[data-optional]") ?? target).remove();
    return target;
  };
  fill("link", meta.title).href = url;
  for (const name of ["type", "verdict", "date"]) fill(name, meta[name]);
  if (meta.shape) node.querySelector("[data-part=shape]").setAttribute("href", `${icons}#${meta.shape}`);
  const heading = fill("heading", place?.title);
  if (place) heading.href = place.url;
  fill("excerpt", marked(place ? passage(place) : excerpt));
  return node;
}

// The part of the page in which the words stand most often; none when that is before its first heading.
function best(parts) {
  const [most] = [...parts].sort((one, other) => other.locations.length - one.locations.length);
  return most?.url.includes("#") ? most : undefined;
}

// An element with its properties and what is in it. Texts go in as text.
export function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

// The heading stands above it already.
function passage({ title, excerpt }) {
  return excerpt.startsWith(`${title}. `) ? excerpt.slice(title.length + 2) : excerpt;
}

// Pagefind's excerpt is HTML with marks; only its text and its marks are taken over.
function marked(html) {
  const pieces = new DOMParser().parseFromString(html, "text/html").body.childNodes;
  const fragment = document.createDocumentFragment();
  fragment.append(...[...pieces].map((piece) => piece.nodeName === "MARK" ? element("mark", {}, piece.textContent) : piece.textContent));
  return fragment;
}
