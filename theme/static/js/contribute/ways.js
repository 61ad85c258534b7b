// The ways out, each with the whole file: as a pull request, as a download, by mail.
import { fill } from "./check.js";

// A longer address is refused by hosts, or cut off by mail programs.
const LONGEST = { new: 8000, mail: 1800 };

// Where a file is begun on the git host, and whether its text goes along in the address.
export function newFile(form, path, text) {
  const address = fill(form, { path: encodeURIComponent(path), text: encodeURIComponent(text) });
  const carries = form.includes("{text}") && address.length <= LONGEST.new;
  return { address: carries ? address : fill(form, { path: encodeURIComponent(path), text: "" }), carries };
}

export function mail(editors, subject, letter, text, paste) {
  const address = (body) => `mailto:${editors}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  const whole = address(letter + text);
  return whole.length <= LONGEST.mail ? { address: whole, carries: true } : { address: address(letter + paste), carries: false };
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
