// What may identify somebody in a text, by the rules that the build has too (plugins/doetank/privacy.py).

export function passages(text, rules, waived = [], fine = []) {
  const plain = text.replace(/https?:\/\/\S+/g, (address) => " ".repeat(address.length));
  return [...found(plain, rules)].filter(({ passage, kind }) => !waived.includes(passage) && !fine.includes(kind))
    .map(({ start, passage, kind }) => ({
      start: [...text.slice(0, start)].length, // as Python counts
      text: passage,
      kind,
      message: rules.messages[kind].replace("{found}", () => passage),
      notice: rules.notices.includes(kind),
    }));
}

function* found(text, rules) {
  const names = new Set(rules.givenNames);
  const digits = (passage) => passage.replace(/[^0-9]/g, "");
  const near = (start, passage) => text.slice(Math.max(0, start - rules.near), start + passage.length + rules.near);
  // Each kind's test, as the build has it; gives the kind that it turns out to be.
  const tests = {
    email: ([, box]) => !rules.mailboxes.includes(box.toLowerCase()) && "email",
    iban: ([passage]) => isIban(passage) && "iban",
    phone: ([passage]) => !new RegExp(rules.freeNumber).test(digits(passage)) && "phone",
    bsn: ({ 0: passage, index }) => isBsn(digits(passage)) && (new RegExp(rules.bsnWord).test(near(index, passage)) ? "bsn" : "number"),
    address: () => "address",
    title: () => "name",
    name: ({ 0: passage, 1: given, index }) => names.has(given) && !isCalledAfter(text, index, passage, rules) && "name",
  };
  for (const [pattern, test] of Object.entries(tests)) {
    for (const match of text.matchAll(new RegExp(rules.patterns[pattern], "g"))) {
      const kind = test(match);
      if (kind) yield { start: match.index, passage: match[0], kind };
      // Its digits are no other number.
      if (kind === "iban") text = text.replaceAll(match[0], "#".repeat(match[0].length));
    }
  }
}

// A street, a school or the like that has somebody's name.
function isCalledAfter(text, start, passage, rules) {
  const end = start + passage.length;
  return new RegExp(rules.notAfter).test(text.slice(Math.max(0, start - 20), start))
    || new RegExp(rules.notBefore).test(text.slice(end, end + 20)) || new RegExp(rules.inStreet).test(passage);
}

// The eleven-test: of nine digits the last counts negatively.
function isBsn(digits) {
  const sum = [...digits].reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return digits.length === 9 && /[1-9]/.test(digits) && sum % 11 === 0;
}

// ISO 7064: the rest of a long number by 97, piece by piece.
function isIban(passage) {
  const compact = passage.replaceAll(" ", "");
  const number = [...compact.slice(4) + compact.slice(0, 4)].map((sign) => parseInt(sign, 36)).join("");
  return number.match(/.{1,7}/g).reduce((rest, piece) => Number(`${rest}${piece}`) % 97, 0) === 1;
}
