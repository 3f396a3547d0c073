"""What is wrong with a command line, as every other error is told: on one line, in both languages. Typer's own words are English."""

import re
from typing import Any

_GIVEN = re.compile(r"'(?P<command>[^']+)'|\(s\) \((?P<rest>.+)\)$")


def misuse(error: Any) -> str:
    """The line for a usage error of Typer's, told by the name of its class: Typer and Click keep them in different rooms."""
    context = getattr(error, "ctx", None)
    place, ja, en = _told(error, context)
    return f"{place}{ja} / {en} ({context.command_path if context else 'analyzer'} -h)"


def _told(error: Any, context: Any) -> tuple[str, str, str]:
    match type(error).__name__:
        case "NoSuchOption":
            near = ", ".join(sorted(error.possibilities or ()))
            ja, en = (f"。{near} のことですか", f"; did you mean {near}?") if near else ("", "")
            return f"{error.option_name}: ", f"そのようなオプションはありません{ja}", f"no such option{en}"
        case "MissingParameter":
            return f"{_name(error.param)}: ", "省けません。指定してください", "is required"
        case "BadOptionUsage" if "does not take" in error.message:
            return f"{error.option_name}: ", "値は付けられません", "takes no value"
        case "BadOptionUsage":
            return f"{error.option_name}: ", "値を続けて指定してください", "needs a value"
        case "BadParameter" if " / " in error.message:
            ja, _, en = error.message.partition(" / ")
            return f"{_name(error.param)} ", ja, en
    given = _GIVEN.search(error.message)
    place = f"{given['command'] or given['rest']}: " if given else ""
    if commands := ", ".join(getattr(context and context.command, "commands", ())):
        return place, f"{commands} のいずれかにしてください", f"must be one of {commands}"
    if "extra argument" in error.message:
        return place, "余分です。空白のある名前は引用符で囲んでください", "one too many; put a name with blanks in quotes"
    return "", "このようには使えません", error.format_message()


def _name(parameter: Any) -> str:
    """An option by its long name, an argument by what the help text calls it."""
    if parameter is None:
        return ""
    return str(parameter.opts[-1] if parameter.param_type_name == "option" else parameter.metavar or parameter.name)
