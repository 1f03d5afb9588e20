"""The manifest's fixed frame, and the figures that it must state truthfully."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

from fmp4 import Segment, Track

LIVE = "urn:mpeg:dash:profile:isoff-live:2011"
ON_DEMAND = "urn:mpeg:dash:profile:isoff-on-demand:2011"
MAIN = "urn:mpeg:dash:profile:isoff-main:2011"
FULL = "urn:mpeg:dash:profile:full:2011"


def duration(seconds: float) -> str:
    return f"PT{seconds:g}S"


def document(body: str, seconds: float, profiles: str = LIVE) -> str:
    """A static MPD around the elements of its body."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"\n'
        f'     profiles="{profiles}"\n'
        f'     mediaPresentationDuration="{duration(seconds)}" minBufferTime="PT2S">\n'
        f"{nest(body)}"
        "</MPD>\n"
    )


def element(name: str, attributes: str, *children: str) -> str:
    """An element; its children are whole elements, each ending in a line feed."""
    start = f"{name} {attributes}".strip()
    if not children:
        return f"<{start}/>\n"
    return f"<{start}>\n{nest(''.join(children))}</{name}>\n"


def text(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>\n"


def lines(markup: str) -> str:
    """Markup written as an indented block of a program."""
    return dedent(markup).strip("\n") + "\n"


def nest(markup: str) -> str:
    return indent(markup, "  ")


def bandwidth(segments: list[Segment]) -> int:
    """The rate in bit/s of the largest segment, rounded up to whole kbit/s.

    At that rate a client which has minBufferTime (one segment) buffered never runs dry.
    """
    peak = max(
        len(segment.bytes(1)) * 8 * segment.timescale / segment.duration
        for segment in segments
    )
    return (int(peak) // 1000 + 1) * 1000


def write_segments(track: Track, segments: list[Segment], folder: Path, init: str, media) -> None:
    """Writes an init segment and the media segments; media(i, segment) names the i-th from 0."""
    write(folder / init, track.init)
    for i, segment in enumerate(segments):
        write(folder / media(i, segment), segment.bytes(i + 1))


def write(path: Path, content: bytes | str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


# What the smaller manifests have in common: one video set of one size, one audio set in English.


def representation(name: str, track: Track, rate: int, size: tuple[int, int] | None = None) -> str:
    """The attributes of a Representation; size for video only."""
    attributes = f'id="{name}" codecs="{track.codecs}" bandwidth="{rate}"'
    if size:
        return f'{attributes} width="{size[0]}" height="{size[1]}"'
    return f'{attributes} audioSamplingRate="48000"'


def video_set(*body: str, subsegments: bool = False) -> str:
    return element(
        "AdaptationSet",
        f'contentType="video" mimeType="video/mp4" frameRate="25" {_aligned(subsegments)}',
        *body,
    )


def audio_set(*body: str, subsegments: bool = False) -> str:
    return element(
        "AdaptationSet",
        f'contentType="audio" mimeType="audio/mp4" lang="en" {_aligned(subsegments)}',
        *body,
    )


def _aligned(subsegments: bool) -> str:
    if subsegments:
        return 'subsegmentAlignment="true" subsegmentStartsWithSAP="1"'
    return 'segmentAlignment="true" startWithSAP="1"'


def timeline(segments: list[Segment]) -> str:
    """A SegmentTimeline that states each run of equal durations once."""
    entries: list[list[int]] = []
    for segment in segments:
        if entries and entries[-1][0] == segment.duration:
            entries[-1][1] += 1
        else:
            entries.append([segment.duration, 0])
    start = segments[0].time
    out = []
    for i, (ticks, repeat) in enumerate(entries):
        t = f't="{start}" ' if i == 0 else ""
        r = f' r="{repeat}"' if repeat else ""
        out.append(element("S", f'{t}d="{ticks}"{r}'))
    return element("SegmentTimeline", "", *out)
