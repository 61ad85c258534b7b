// What was written stays in this browser, and nowhere else. A browser may refuse to keep anything.

export function keeper(key) {
  return {
    // Whether it is kept now; nothing is kept of an empty form.
    save(written) {
      try {
        if (written) localStorage.setItem(key, JSON.stringify(written));
        else localStorage.removeItem(key);
        return true;
      } catch {
        return false;
      }
    },
    restore() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
  };
}
