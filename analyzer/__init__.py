"""How honestly an organisation tells what went wrong: specificity, responsibility, countermeasures of a Japanese statement.

>>> import analyzer
>>> report = analyzer.load().score("…")  # doctest: +SKIP

Rooms, in the order in which a statement goes through them; each package says in a line what it holds:

    reading → language → judging → answers (timeline, promises, blame, gaps) → scoring → render
    several statements: batch (a row each), dossier (gathering, course, drift, promises, remarks: one incident)
    offline: corpus, learning, measuring, documents

To change …                                look at …
    what a wording means, an example of it     rules/*.toml (asked by code through rules/slots.py)
    how a file, a mail, a table is read        reading/
    sentences, features of the classifier      language/ (a change there wants training anew)
    labels, levels, circumstances              judging/, rules/rubric.toml; learning/ fits them
    a date, its kind, the time between two     answers/timeline/ with its dates and kinds, rules/events.toml
    a promise, who, by when                    answers/promises/, rules/promises.toml
    on whom a fault is laid                    answers/blame/
    a finding                                  rules/findings.toml, answers/gaps/findings.py
    a checklist item, a question               rules/checklist.toml, rules/questions.toml, answers/gaps/
    what an author is told to add              rules/additions.toml, additions.py
    what changed between announcements         dossier/drift/, rules/drift.toml
    what became of a promise                   dossier/promises/, rules/keeping.toml, rules/outcomes.toml
    a command, an option                       commands/; cli.py names them
    a word that readers see                    rules/interface.toml, names of closed sets in schema.py
    the text, the page, JSON and tables        render/; the records themselves: report.py, dossier/report.py
    what `explain` tells                       explain.py
    a figure of the documents                  measuring/ takes it, documents/ writes it
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analyzer.report import Report as Report
    from analyzer.scoring import Scorer as Scorer
    from analyzer.scoring import load as load
    from analyzer.statement import Statement as Statement

__all__ = ["Report", "Scorer", "Statement", "load"]


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> Any:
    """Import on first use, so that `--help` and `explain` start without NumPy and spaCy."""
    if name == "Report":
        from analyzer.report import Report

        return Report
    if name == "Statement":
        from analyzer.statement import Statement

        return Statement
    if name in ("Scorer", "load"):
        from analyzer import scoring

        return getattr(scoring, name)
    raise AttributeError(f"module 'analyzer' has no attribute {name!r}")
