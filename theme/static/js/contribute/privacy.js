// What may identify somebody in a text, by the rules of the build (`plugins/doetank/privacy.py`) and in the same order.

// Each passage with its place in code points. What is `waived` and the kinds that `mayStand` in the field are left out,
// and so are the people who are `named` in a field for names of the same record.
export function passages(text, rules, waived = [], mayStand = [], named = []) {
  const { patterns, messages, notices } = rules;
  const plain = text.replace(new RegExp(patterns.web, "gu"), blank);
  const found = [
    ...new RegExp(patterns.numbers, "u").test(plain) ? numbers(plain, rules) : [],
    ...new RegExp(patterns.house, "u").test(plain) ? all(plain, patterns.address).map(as("address")) : [],
    ...names(plain, rules),
  ];
  return found
    .filter(({ text, kind }) => !waived.includes(text) && !mayStand.includes(kind) && !(kind === "name" && named.includes(text)))
    .map(({ start, text, kind }) => ({
      start: [...plain.slice(0, start)].length, text, kind,
      message: messages[kind].replaceAll("{found}", () => text),
      notice: notices.includes(kind),
    }));
}

const blank = (text) => " ".repeat([...text].length);
const all = (text, pattern) => [...text.matchAll(new RegExp(pattern, "gu"))];
const as = (kind) => ({ 0: text, index }) => ({ start: index, text, kind });

function numbers(text, { patterns, mailboxes, near }) {
  const accounts = [];
  const rest = text.replace(new RegExp(patterns.iban, "gu"), (number, start) => {
    if (!isIban(number.replaceAll(" ", "").toUpperCase())) return number;
    accounts.push({ start, text: number, kind: "iban" });
    return blank(number); // in one, other numbers are found by chance
  });
  const aboutBsn = ({ 0: number, index }) => new RegExp(patterns.bsn_word, "u").test(
    [...[...rest.slice(0, index)].slice(-near), number, ...[...rest.slice(index + number.length)].slice(0, near)].join("").toLowerCase());
  return [
    ...accounts,
    ...all(rest, patterns.email).filter((match) => !mailboxes.includes(match[1].toLowerCase())).map(as("email")),
    ...all(rest, patterns.phone).filter(([number]) => !new RegExp(patterns.free_number).test(number.replace(/\P{Nd}/gu, ""))).map(as("phone")),
    ...all(rest, patterns.nine_digits).filter(([number]) => isBsn(number.replace(/[. ]/g, "")))
      .map((match) => as(aboutBsn(match) ? "bsn" : "perhaps-bsn")(match)),
  ];
}

function names(text, rules) {
  const addressed = all(text, rules.patterns.addressed).filter(([, family]) => isFamily(family, rules));
  const matches = [...addressed, ...all(text, rules.patterns.given)];
  const given = new Set(rules.given), people = [];
  let end = 0, last;
  for (const match of matches.sort((one, other) => one.index - other.index)) {
    const [whole, first] = match, start = match.index;
    if (start < end || whole === first && !given.has(first)) continue;
    [end, last] = endOfName(text, start + whole.length, first, given, rules);
    const alone = end === start + whole.length && whole === first;
    if (!alone && isFamily(last, rules) && !namedAfter(text, start, end, rules)) people.push({ start, text: text.slice(start, end), kind: "name" });
  }
  return people;
}

// Where a name ends that may begin with several given names, and its last part.
function endOfName(text, end, last, given, { patterns }) {
  const family = new RegExp(patterns.family, "uy");
  for (let name; given.has(last); [end, last] = [family.lastIndex, name[1]]) {
    family.lastIndex = end;
    name = family.exec(text);
    if (!name) break;
  }
  return [end, last];
}

const namedAfter = (text, start, end, { patterns }) =>
  new RegExp(patterns.before, "u").test(text.slice(Math.max(0, start - 20), start)) || new RegExp(patterns.after, "u").test(text.slice(end, end + 40));

const isFamily = (name, rules) => !rules.no_family.includes(name) && !new RegExp(rules.patterns.named_after, "u").test(name);

// The eleven-test.
function isBsn(number) {
  const sum = [...number].reduce((sum, digit, index) => sum + digit * (index < 8 ? 9 - index : -1), 0);
  return /^[0-9]{9}$/.test(number) && Number(number) > 0 && sum % 11 === 0;
}

// Letters count from A = 10; what remains of 97 must be 1.
function isIban(number) {
  const digits = [...number.slice(4), ...number.slice(0, 4)].map((sign) => parseInt(sign, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
