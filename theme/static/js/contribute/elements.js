// Nodes of a page, made without ever reading a text as HTML.

// An element with its properties and what is in it. Texts go in as text.
export function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

// What a message has between backticks is code.
export function spoken(message) {
  return message.split(/(`[^`]*`)/).filter(Boolean).map((part) => (part[0] === "`" && part.length > 2 ? element("code", {}, part.slice(1, -1)) : part));
}
