// The questions of the form: from what stands in them to a record's fields, and back.
// A question is [data-field]; one with [data-list] has items, each [data-item] with questions of its own or with one answer.
import { isGiven } from "./written.js";

const homeOf = (node) => node.parentElement.closest("[data-item], [data-field]");
const within = (node, what) => [...node.querySelectorAll(what)].filter((found) => homeOf(found) === node);
const itemsOf = (question) => within(question, "[data-item]");
const controlsOf = (node) => within(node, "[data-control]");
const isList = (question) => question.dataset.list !== undefined;
const isAlone = (question) => question.dataset.list === "one";
export const questionsIn = (container) => [...container.querySelectorAll("[data-field]")]
  .filter((question) => question.parentElement.closest("[data-item], form") === container);

// What is filled in, without what is empty.
export function read(container) {
  const answers = questionsIn(container).map((question) => [question.dataset.field, answer(question)]);
  return Object.fromEntries(answers.filter(([, value]) => isGiven(value)));
}

function answer(question) {
  if (!isList(question)) return valueOf(controlsOf(question));
  const items = itemsOf(question).map(inItem).filter(isGiven);
  return isAlone(question) ? items[0] : items;
}

const inItem = (item) => (controlsOf(item).length ? valueOf(controlsOf(item)) : read(item));

function valueOf(controls) {
  const [control] = controls;
  if (control.type === "radio") return controls.find((one) => one.checked)?.value;
  if (control.type === "checkbox") return control.name ? controls.filter((one) => one.checked).map((one) => one.value) : control.checked || undefined;
  const text = control.value.trim();
  if (control.dataset.widget === "number" && /^(?:0|[1-9]\d{0,8})$/.test(text)) return Number(text);
  // Within a paragraph the end of a line is a space.
  return text.replace(/\r\n?/g, "\n").replace(/(?<!\n)\n(?!\n)/g, " ");
}

// Put values in. Gives the names of those for which there is no question.
export function fillIn(container, values) {
  const left = new Map(Object.entries(values));
  for (const question of questionsIn(container)) {
    const value = left.get(question.dataset.field);
    left.delete(question.dataset.field);
    if (isList(question)) putItems(question, value === undefined ? [] : [value].flat());
    else put(controlsOf(question), value);
  }
  return [...left.keys()];
}

function putItems(question, values) {
  itemsOf(question).forEach((item) => item.remove());
  for (const value of values) {
    const item = addItem(question);
    if (controlsOf(item).length) put(controlsOf(item), value);
    else fillIn(item, Object(value));
  }
  if (!values.length && question.dataset.required !== undefined) addItem(question);
  count(question);
}

function put(controls, value = "") {
  for (const control of controls) {
    if (control.type === "radio") control.checked = control.value === String(value);
    else if (control.type === "checkbox") control.checked = control.name ? [value].flat().map(String).includes(control.value) : String(value) === "true";
    else write(control, String(value));
  }
}

// What does not fit its control, such as a time with a zone or a choice that is gone, stays to be seen and judged.
function write(control, value) {
  control.value = control.type === "datetime-local" ? value.replace(" ", "T") : value;
  if (control.value || !value) return;
  if (control.nodeName === "SELECT") control.add(new Option(value, value));
  else control.type = "text";
  control.value = value;
}

let made = 0;

export function addItem(question) {
  const [model] = within(question, "template");
  const item = model.content.cloneNode(true).firstElementChild;
  made += 1;
  number(item, String(made));
  within(question, "[data-items]")[0].append(item);
  questionsIn(item).filter((inner) => isList(inner) && inner.dataset.required !== undefined).forEach(addItem);
  count(question);
  return item;
}

// The first § of each name becomes a number that no other item has; the next is for items within this one.
function number(node, turn) {
  for (const { name, value } of node.attributes) if (value.includes("§")) node.setAttribute(name, value.replace(/§(\S*)/g, `${turn}$1`));
  for (const child of [...node.children, ...(node.content?.children ?? [])]) number(child, turn);
}

export function removeItem(item) {
  const question = homeOf(item);
  item.remove();
  count(question);
  return question;
}

// Items are told apart by their number; a group that stands alone has none.
function count(question) {
  itemsOf(question).forEach((item, index) => {
    const turn = isAlone(question) ? "" : String(index + 1);
    for (const place of item.querySelectorAll("[data-number]")) if (place.closest("[data-item]") === item) place.textContent = turn;
    for (const control of controlsOf(item)) control.setAttribute("aria-label", `${question.querySelector("legend").textContent} ${turn}`);
  });
  for (const button of within(question, "[data-add]")) button.hidden = isAlone(question) && itemsOf(question).length > 0;
}

// Where a field stands on the page: what holds it, its answer, and the place for what is not right.
export function placeOf(form, path) {
  let [container, home] = [form, undefined];
  for (const part of path) {
    if (typeof part === "number") {
      home = itemsOf(home).filter((item) => isGiven(inItem(item)))[part] ?? home;
      container = home;
    } else {
      home = questionsIn(container).find((question) => question.dataset.field === part);
      if (!home) return undefined;
      if (isAlone(home)) container = itemsOf(home)[0] ?? container;
    }
  }
  return { home, control: controlsOf(home)[0] ?? home, error: home.querySelector(":scope > [data-error]") };
}

// Every answer that is a text, with its path, for who reads along.
export function* textsIn(values, path = []) {
  for (const [name, value] of Object.entries(values)) {
    const where = [...path, Array.isArray(values) ? Number(name) : name];
    if (typeof value === "string") yield { path: where, text: value };
    else if (value && typeof value === "object") yield* textsIn(value, where);
  }
}
