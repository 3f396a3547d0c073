"""Dossiers as one page of HTML, plain and without script; every value is escaped by the template."""

from functools import cache, partial

from jinja2 import Environment

from analyzer.dossier.promises.quoting import as_quoted
from analyzer.dossier.report import Dossier
from analyzer.interface import word
from analyzer.render.dossier import evaded, grouping_shown, next_report, numbers
from analyzer.render.page import new_environment
from analyzer.render.sections import delays_shown
from analyzer.render.words import leaning, outcome_shown
from analyzer.schema import Axis, Lang


def page(dossiers: tuple[Dossier, ...], lang: Lang) -> str:
    """The whole document: nothing is fetched."""
    return _environment().get_template("dossier.html.j2").render(dossiers=dossiers, **_names(lang)) + "\n"


def fragment(dossier: Dossier) -> str:
    """One dossier with its style, for a notebook."""
    environment = _environment()
    style = environment.get_template("dossier.css.j2").render()
    body = environment.get_template("dossier_body.html.j2").render(dossier=dossier, **_names(dossier.lang))
    return f"<style>\n{style}</style>\n{body}"


def _names(lang: Lang) -> dict[str, object]:
    return {"lang": lang, "axes": tuple(Axis), "word": partial(word, lang=lang)}


@cache
def _environment() -> Environment:
    environment = new_environment()
    environment.globals |= {
        "delays_shown": delays_shown,
        "grouping_shown": grouping_shown,
        "numbers": numbers,
        "evaded": evaded,
        "next_report": next_report,
        "outcome": outcome_shown,
        "leaning": leaning,
        "quoted": as_quoted,
    }
    return environment
