"""The reliability diagram of the model card as SVG: how often a label holds where the model gives it a probability."""

import math
from collections.abc import Mapping, Sequence

SIZE = 320
_EDGE = 48
_SIDE = SIZE - 2 * _EDGE
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def reliability(points: Sequence[Mapping[str, float]]) -> str:
    """One dot for each bin (`confidence`, `frequency`, `count`), its area by the logarithm of the count, over the diagonal."""
    said = "、".join(f"{point['confidence']:.2f}→{point['frequency']:.2f}" for point in points)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" width="{SIZE}" height="{SIZE}" role="img" '
        'font-family="sans-serif" font-size="11">',
        f"<title>確率の較正図（確率の平均→実際の頻度）: {said}</title>",
        f'<rect width="{SIZE}" height="{SIZE}" fill="#fff"/>',
        f'<path d="M{_EDGE} {_EDGE}V{SIZE - _EDGE}H{SIZE - _EDGE}" fill="none" stroke="#333"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
    ]
    for tick in _TICKS:
        lines.append(f'<text x="{_x(tick)}" y="{SIZE - _EDGE + 16}" text-anchor="middle">{tick:g}</text>')
        lines.append(f'<text x="{_EDGE - 6}" y="{_y(tick)}" text-anchor="end" dominant-baseline="middle">{tick:g}</text>')
    lines.append(f'<text x="{SIZE / 2:g}" y="{SIZE - 10}" text-anchor="middle">モデルの確率</text>')
    lines.append(f'<text x="14" y="{SIZE / 2:g}" text-anchor="middle" transform="rotate(-90 14 {SIZE / 2:g})">実際の頻度</text>')
    corners = " ".join(f"{_x(point['confidence'])},{_y(point['frequency'])}" for point in points)
    lines.append(f'<polyline points="{corners}" fill="none" stroke="#0b5394"/>')
    for point in points:
        radius = 2 + math.log10(max(1.0, point["count"]))
        lines.append(f'<circle cx="{_x(point["confidence"])}" cy="{_y(point["frequency"])}" r="{radius:.1f}" fill="#0b5394"/>')
    return "\n".join([*lines, "</svg>", ""])


def _x(share: float) -> str:
    return f"{_EDGE + share * _SIDE:.1f}"


def _y(share: float) -> str:
    return f"{SIZE - _EDGE - share * _SIDE:.1f}"
