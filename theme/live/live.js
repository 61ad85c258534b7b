// Only while a site is written: it loads the page again after a build, and lays mistakes over the last good one.
const { build, name } = document.querySelector("script[data-build]").dataset;
const AGAIN = 1000;
let news;
let words = { lost: "The server cannot be reached. Start it again with: python3 tasks.py serve" };
let told = "";

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

function mistake({ place, field, message, whole }) {
  const copy = element("button", { class: "live__copy", type: "button" }, words.copy);
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(whole);
    copy.textContent = words.copied;
  });
  const said = message.split("`").map((part, place) => (place % 2 ? element("code", {}, part) : part));
  const text = element("p", { class: "live__message" }, ...(field ? [element("strong", {}, field), ": "] : []), ...said);
  return element("li", { class: "live__mistake" }, element("code", { class: "live__place" }, place), text, copy);
}

// One box at a time, which takes no focus: somebody may be typing in the page.
function say(title, language, ...content) {
  const was = document.querySelector(".live details");
  document.querySelector(".live")?.remove();
  if (!title) return;
  const alert = element("span", { role: "alert" });
  const box = element("details", {}, element("summary", { class: "live__title" }, alert), ...content);
  box.open = was?.open ?? true;
  document.body.append(element("aside", { class: "live", lang: language, "aria-label": "serve" }, box));
  // A text that comes into an alert is read aloud; one that was there already is not.
  alert.textContent = title;
}

function hear(text) {
  const now = JSON.parse(text);
  if (now.build && now.build !== build) {
    location.reload();
    return;
  }
  if (text === told) return;
  told = text;
  if (now.language) words = now;
  const list = element("ol", { class: "live__list" }, ...now.mistakes.map(mistake));
  const kept = document.body.matches(".live-waiting") ? [] : [element("p", { class: "live__kept" }, now.kept ?? "")];
  say(now.mistakes.length ? now.title : "", now.language, ...kept, list);
}

function listen() {
  news = new EventSource(`/_live/events?of=${encodeURIComponent(name)}`);
  news.addEventListener("message", (event) => hear(event.data));
  news.addEventListener("error", () => {
    news.close();
    told = "";
    say(words.lost, words.language ?? "en");
    setTimeout(() => document.hidden || listen(), AGAIN);
  });
}

// A browser holds few connections to one server, so a page that nobody sees lets go of its own.
document.addEventListener("visibilitychange", () => {
  news.close();
  if (!document.hidden) listen();
});
addEventListener("pagehide", () => news.close());
listen();
