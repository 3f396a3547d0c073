"""Speed of the scorer against plain GiNZA on the same statements in one run: `make benchmark`.

Ratios only: the machine's noise cancels, absolute times do not. Every contender runs in its own process, one
thread pool each, several rounds in turn; the best round counts.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
STATEMENTS = 60
ROUNDS = 3

_PLAIN = """
import sys, json, time, spacy
texts = json.load(open(sys.argv[1]))
nlp = spacy.load("ja_ginza"); list(nlp.pipe(texts[:2]))
start = time.perf_counter(); tokens = sum(len(doc) for doc in nlp.pipe(texts)); print(json.dumps([tokens, time.perf_counter() - start]))
"""
_SCORER = """
import sys, json, time, analyzer
from analyzer.statement import Statement
texts = json.load(open(sys.argv[1]))
scorer = analyzer.load(); list(scorer.stream([Statement(text) for text in texts[:2]]))
start = time.perf_counter()
done = sum(1 for report in scorer.stream(Statement(text) for text in texts))
print(json.dumps([done, time.perf_counter() - start]))
"""


def main() -> None:
    """Print the throughput and start-up ratios."""
    texts = _texts()
    with tempfile.TemporaryDirectory() as folder:
        many, one = Path(folder, "many.json"), Path(folder, "one.txt")
        many.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        one.write_text(sorted(texts, key=len)[len(texts) // 2], encoding="utf-8")
        tokens = 0
        plain, scorer, ginza, score = [], [], [], []
        for _ in range(ROUNDS):
            tokens, seconds = _inside(_PLAIN, many)
            plain.append(seconds)
            scorer.append(_inside(_SCORER, many)[1])
            ginza.append(_timed(lambda: _run([_tool("ginza"), str(one)])))
            score.append(_timed(lambda: _run([_tool("analyzer"), "score", str(one), "--format", "json"])))
    print(f"{len(texts)} statements, {tokens} tokens, best of {ROUNDS} rounds")
    print(f"plain nlp.pipe          {tokens / min(plain):8.0f} tokens/s   1.00")
    print(f"scorer.stream           {tokens / min(scorer):8.0f} tokens/s   {min(plain) / min(scorer):.2f}   (target ≥ 3)")
    print(f"ginza, one statement    {min(ginza):8.2f} s          1.00")
    print(f"analyzer score          {min(score):8.2f} s          {min(score) / min(ginza):.2f}   (target ≤ 1.2)")


def _texts() -> list[str]:
    files = sorted((ROOT / "corpora" / "train").glob("*.jsonl"))
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return texts[:: max(1, len(texts) // STATEMENTS)][:STATEMENTS]


def _inside(code: str, texts: Path) -> tuple[int, float]:
    done, seconds = json.loads(_run([sys.executable, "-c", code, str(texts)]).splitlines()[-1])
    return int(done), float(seconds)


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


if __name__ == "__main__":
    main()
