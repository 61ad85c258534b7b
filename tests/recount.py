"""The figures of a report counted anew from the files, without any code of ours: what the report says must be what this finds."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

VERDICTS = ("works", "works-under-conditions", "does-not-work")
LEVELS = ("issue", "method", "network")
OUTCOMES = ("worked", "partly", "did-not-work", "running", "unknown")
ANSWERS = ("open", "taken-up", "implemented", "rejected", "unknown")
STATUSES = ("planned", "done", "reverted", "unknown")
FINAL = ("implemented", "rejected", "done", "reverted")
SUBJECTS = ("cafes", "doetanks", "linkedin", "website", "network")
MAIN = (
    "doetanks", "experiments", "lessons", "lessons-works", "lessons-works-under-conditions", "lessons-does-not-work",
    "recommendations", "promises-answered", "reuse", "changes", "cafes", "posts", "reflections",
)  # fmt: skip


def raw_records(content: Path, folder: str) -> dict[str, dict[str, Any]]:
    """The front matter of each record in a folder, in Dutch or else in the only language that it is there in; retired ones left out."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((content / folder).rglob("*.md"), key=lambda path: path.name.endswith(".en.md")):
        written = re.split(r"^---\s*$", path.read_text(encoding="utf-8-sig").lstrip(), flags=re.MULTILINE)[1]
        fields = yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text of everything
        if fields.get("status", "published") != "retired":
            found.setdefault(path.name.removesuffix(".md").removesuffix(".en"), fields)
    return found


def year(date: str) -> int:
    return int(date[:4])


def recount(content: Path, report_id: str) -> dict[str, list[str]]:
    """Every figure of a report: its id with the ids of the records, each as often as it counts."""
    first, _, last = report_id.partition("-")
    years = range(int(first), int(last or first) + 1)
    found = of_period(content, years)
    if last:
        for one in years:
            of_year = of_period(content, range(one, one + 1))
            found |= {f"year-{one}-{name}": of_year[name] for name in MAIN}
    return {name: sorted(ids) for name, ids in found.items()}


def of_period(content: Path, years: range) -> dict[str, list[str]]:
    vocabulary = yaml.safe_load((content / "vocabulary.yml").read_text(encoding="utf-8"))
    found: dict[str, list[str]] = defaultdict(list)
    for counted in (totals, lessons, experiments, promises, uses, network):
        found |= counted(content, years, vocabulary)
    return found


def dated(content, folder, field, years):
    return {name: fields for name, fields in raw_records(content, folder).items() if year(fields.get(field, "0000")) in years}


def totals(content, years, _vocabulary):
    learned = dated(content, "lessons", "learned", years)
    met = {name: fields for name, fields in raw_records(content, "cafes").items() if year(fields.get("date") or fields["start"]) in years}
    return {
        "doetanks": [name for name, fields in raw_records(content, "doetanks").items() if at_work(fields, years)],
        "experiments": list(ended(content, years)),
        "lessons": list(learned),
        **{f"lessons-{verdict}": [name for name in learned if learned[name]["verdict"] == verdict] for verdict in VERDICTS},
        "recommendations": list(dated(content, "recommendations", "made", years)),
        "cafes": [name for name, fields in met.items() if fields.get("cancelled") != "true"],
        "posts": list(dated(content, "posts", "date", years)),
        "reflections": list(dated(content, "reflections", "date", years)),
    }


def ended(content, years):
    tried = raw_records(content, "experiments")
    return {name: fields for name, fields in tried.items() if year(fields.get("end") or fields.get("start") or "0000") in years}


def at_work(fields, years):
    stretches = [stretch for stretch in fields.get("phases", ()) if stretch.get("planned") != "true"]
    known = [year(stretch[end]) for stretch in stretches for end in ("start", "end") if end in stretch]
    known += [year(event["date"]) for event in fields.get("events", ()) if year(event["date"]) < years.stop]
    known += [year(fields["ended"])] if "ended" in fields else []
    return bool(known) and min(known) < years.stop and max(known) >= years.start


def lessons(content, years, vocabulary):
    learned = dated(content, "lessons", "learned", years)
    chosen = {
        **{f"level-{level}": [name for name in learned if learned[name]["level"] == level] for level in LEVELS},
        **{
            f"theme-{term['id']}": [name for name in learned if term["id"] in learned[name].get("themes", ())]
            for term in vocabulary["themes"]
        },
        "theme": [name for name in learned if not learned[name].get("themes")],
        **{f"phase-{term['id']}": [name for name in learned if learned[name].get("phase") == term["id"]] for term in vocabulary["phases"]},
        "phase": [name for name in learned if "phase" not in learned[name]],
    }
    by_verdict = {f"{key}-{verdict}": [name for name in names if learned[name]["verdict"] == verdict]
                  for key, names in chosen.items() for verdict in VERDICTS}  # fmt: skip
    return chosen | by_verdict


def experiments(content, years, _vocabulary):
    tried = ended(content, years)
    undated = [name for name, fields in raw_records(content, "experiments").items() if "start" not in fields and "end" not in fields]
    return {
        **{f"outcome-{outcome}": [name for name in tried if tried[name]["outcome"] == outcome] for outcome in OUTCOMES},
        "outcome-known": [name for name in tried if tried[name]["outcome"] in ("worked", "partly", "did-not-work")],
        "outcome-undated": undated,
    }


def promises(content, years, _vocabulary):
    made = [("recommendation", name, steps_of(fields, years)) for name, fields in raw_records(content, "recommendations").items()
            if year(fields["made"]) < years.start]  # fmt: skip
    made += [("plan", name, steps_of(change, years)) for name, fields in raw_records(content, "reflections").items()
             for change in fields.get("changes", ()) if year(fields["date"]) < years.start and change["status"] == "planned"]  # fmt: skip
    found = defaultdict(list, {name: [] for name in ("promises", "promises-answered", "promises-settled", "promises-unanswered")})
    for kind, statuses in (("recommendation", ANSWERS), ("plan", STATUSES)):
        found |= {f"{kind}-{status}": [] for status in (*statuses, "silent")}
    for kind, name, steps in made:
        found["promises"].append(name)
        found[became(steps, years)].append(name)
        found[f"{kind}-{steps[-1]['status'] if steps else 'silent'}"].append(name)
    return dict(found)


def steps_of(fields, years):
    """The answers that were known at the end of the period, oldest first."""
    return sorted((step for step in fields.get("follow_up", ()) if year(step["date"]) < years.stop), key=lambda step: step["date"])


def became(steps, years):
    before = [step for step in steps if year(step["date"]) < years.start]
    if len(steps) > len(before):
        return "promises-answered"
    return "promises-settled" if before and before[-1]["status"] in FINAL else "promises-unanswered"


def uses(content, years, _vocabulary):
    written = raw_records(content, "lessons")
    used = {name: [use for use in fields.get("reuse", ()) if year(use["date"]) in years] for name, fields in written.items()}
    never = {name for name, fields in written.items() if not [use for use in fields.get("reuse", ()) if year(use["date"]) < years.stop]}
    return {
        "reuse": [name for name in used if used[name]],
        **{f"reuse-{outcome}": [name for name in used if outcome in [use["result"] for use in used[name]]] for outcome in OUTCOMES},
        "unused": [name for name in never if year(written[name]["learned"]) < years.stop],
    }


def network(content, years, vocabulary):
    changes = [(name, fields["subject"], change) for name, fields in dated(content, "reflections", "date", years).items()
               for change in fields.get("changes", ())]  # fmt: skip
    found = {"changes": [name for name, _, _ in changes]}
    for subject in SUBJECTS:
        about = [(name, steps_of(change, years) or [change]) for name, of, change in changes if of == subject]
        found[f"changes-{subject}"] = [name for name, _ in about]
        for status in STATUSES:
            found[f"changes-{subject}-{status}"] = [name for name, steps in about if steps[-1]["status"] == status]
    teams = {name: fields.get("members", ()) for name, fields in raw_records(content, "doetanks").items() if at_work(fields, years)}
    posts = {name: fields.get("authors", ()) for name, fields in dated(content, "posts", "date", years).items()}
    people = [*teams.items(), *posts.items()]
    for role in vocabulary["roles"]:
        found[f"role-{role['id']}"] = [name for name, who in people if role["id"] in [one["role"] for one in who]]
    return found
