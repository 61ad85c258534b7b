"""What the tests ask of a page inside the browser."""

OPEN_DETAILS = "document.querySelectorAll('details').forEach(details => details.open = true)"

WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(entry))).observe({ type: "layout-shift", buffered: true });
"""

SHIFTED = """async () => {
    await document.fonts.ready;
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return shifts.map(entry => `${entry.value.toFixed(4)} ${entry.sources.map(({ node }) => node?.className || node?.nodeName)}`);
}"""

# What scrolls inside its own frame may be wider than the page.
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll("body *")]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".table-region, pre"))
        .map(element => `${element.nodeName.toLowerCase()}.${element.className?.baseVal ?? element.className} ${element.getBoundingClientRect().right}`)
        .concat(`page ${document.documentElement.scrollWidth}`)"""

SPACED = """
* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }
"""

# What is hidden from sight and left for the ear is cut on purpose.
CUT = """() => [...document.querySelectorAll("body *:not(svg *)")]
    .filter(element => element.checkVisibility())
    .filter(element => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        if (clipPath === "inset(50%)") return false;
        const hides = value => value === "hidden" || value === "clip";
        return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
    })
    .map(element => `${element.nodeName.toLowerCase()}.${element.className}`)"""

# Under forced colours the browser lays the colour of the page behind a text, unless told not to.
UNSEEN = """() => {
    const canvas = getComputedStyle(document.documentElement).backgroundColor;
    return [...document.querySelectorAll("body *:not(svg *)")]
        .filter(element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
        .filter(element => element.checkVisibility())
        .filter(element => {
            const { color, forcedColorAdjust } = getComputedStyle(element);
            return forcedColorAdjust === "auto" && color === canvas;
        })
        .map(element => `${element.nodeName.toLowerCase()}.${element.className}`);
}"""

MOVING = """() => [...document.querySelectorAll("*")].flatMap(element => ["", "::before", "::after"].map(part => [element, part]))
    .filter(([element, part]) => {
        const { transitionDuration, animationName } = getComputedStyle(element, part);
        return !["none", ""].includes(animationName) || transitionDuration.split(",").some(duration => parseFloat(duration) > 0);
    })
    .map(([element, part]) => `${element.nodeName.toLowerCase()}.${element.className}${part}`)"""

_NAME = """const name = element =>
    `${element.nodeName.toLowerCase()} ${element.getAttribute("href") ?? (element.id || element.name || element.className || element.textContent.trim())}`;
"""

# Of radio buttons with one name the keyboard comes to one; a frame that scrolls is a stop as well.
STOPS = f"""() => {{
    {_NAME}
    const groups = new Set();
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, video[controls], audio[controls], [tabindex]")]
        .filter(element => element.tabIndex >= 0 && !element.disabled && element.type !== "hidden")
        .filter(element => element.checkVisibility({{ visibilityProperty: true, contentVisibilityAuto: true }}))
        .filter(element => element.type !== "radio" || !groups.has(element.name) && groups.add(element.name))
        .map(name);
}}"""

STOP = f"""() => {{
    {_NAME}
    const element = document.activeElement;
    if (element === document.body) return null;
    const {{ outlineStyle, outlineWidth, outlineOffset, outlineColor }} = getComputedStyle(element);
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const mistakes = [];
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) mistakes.push(`outline ${{outlineStyle}} ${{outlineWidth}}`);
    if (outlineColor === ground || outlineColor.endsWith(", 0)")) mistakes.push(`outline ${{outlineColor}}`);
    if (parseFloat(outlineOffset) < 1) mistakes.push(`outline against the element, at ${{outlineOffset}}`);
    const {{ left, right, top, bottom }} = element.getClientRects()[0];
    const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
    if (right <= 0 || left >= innerWidth || bottom <= 0 || top >= innerHeight) mistakes.push("outside the window");
    const over = document.elementFromPoint(x, y);
    if (over && !element.contains(over) && !over.contains(element)) mistakes.push(`under ${{name(over)}}`);
    return {{ name: name(element), parts: element.matches("video, audio, [type=datetime-local]"), mistakes }};
}}"""

FOLDED = """() => [...document.querySelectorAll("main details > :not(summary)")]
    .filter(element => !element.closest("[hidden], .choices, .facets") && element.textContent.trim())
    .filter(element => !element.checkVisibility({ contentVisibilityAuto: true }) || element.getBoundingClientRect().height === 0)
    .map(element => `${element.nodeName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 40)}`)"""
