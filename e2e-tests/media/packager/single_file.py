"""Segments in one file behind a segment index, flat or hierarchical."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import fmp4
import mpd
from fmp4 import Reference, Segment, Track


@dataclass(frozen=True)
class SingleFile:
    """Where the parts of a written file lie; ranges are inclusive, as in HTTP and in the MPD."""

    init: str
    index: str
    media: tuple[str, ...]


def write_flat(path: Path, track: Track, segments: list[Segment]) -> SingleFile:
    """init segment, one sidx, media."""
    fragments = [s.fragment(i + 1) for i, s in enumerate(segments)]
    index = fmp4.sidx(track.timescale, segments[0].time, _media_references(segments, fragments))
    mpd.write(path, b"".join([track.init, index, *fragments]))
    at = len(track.init) + len(index)
    ranges = []
    for fragment in fragments:
        ranges.append(f"{at}-{at + len(fragment) - 1}")
        at += len(fragment)
    return SingleFile(*_head(track.init, index), tuple(ranges))


def write_tree(path: Path, track: Track, segments: list[Segment], group: int) -> SingleFile:
    """init segment, a sidx of references to a sidx for each group, each before its media.

    The top sidx references no media at all; indexRange covers it alone.
    """
    fragments = [s.fragment(i + 1) for i, s in enumerate(segments)]
    parts = []
    references = []
    for i in range(0, len(segments), group):
        some, data = segments[i : i + group], fragments[i : i + group]
        own = _media_references(some, data)
        part = fmp4.sidx(track.timescale, some[0].time, own) + b"".join(data)
        parts.append(part)
        references.append(Reference(len(part), sum(r.duration for r in own), index=True))
    top = fmp4.sidx(track.timescale, segments[0].time, references)
    mpd.write(path, b"".join([track.init, top, *parts]))
    return SingleFile(*_head(track.init, top), ())


def write_chain(path: Path, track: Track, segments: list[Segment], group: int) -> SingleFile:
    """init segment, then a daisy chain: each sidx references a group of media and the next sidx."""
    fragments = [s.fragment(i + 1) for i, s in enumerate(segments)]
    rest = b""
    head = b""
    for i in reversed(range(0, len(segments), group)):
        some, data = segments[i : i + group], fragments[i : i + group]
        references = _media_references(some, data)
        if rest:
            later = sum(s.duration for s in segments[i + group :])
            references.append(Reference(len(rest), later, index=True))
        head = fmp4.sidx(track.timescale, some[0].time, references)
        rest = head + b"".join(data) + rest
    mpd.write(path, track.init + rest)
    return SingleFile(*_head(track.init, head), ())


def _media_references(segments: list[Segment], fragments: list[bytes]) -> list[Reference]:
    return [Reference(len(data), s.duration) for s, data in zip(segments, fragments)]


def _head(init: bytes, index: bytes) -> tuple[str, str]:
    return f"0-{len(init) - 1}", f"{len(init)}-{len(init) + len(index) - 1}"
