"""Finds the parts of a WebM file (RFC 8794 EBML, RFC 9559 Matroska) that a manifest must name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SEGMENT, CLUSTER, CUES, TRACKS = 0x18538067, 0x1F43B675, 0x1C53BB6B, 0x1654AE6B
TRACK_ENTRY, CODEC_PRIVATE, CLUSTER_TIMESTAMP = 0xAE, 0x63A2, 0xE7


@dataclass(frozen=True)
class Element:
    id: int
    start: int
    payload: int
    end: int


def elements(data: bytes, start: int, end: int) -> list[Element]:
    found = []
    while start < end:
        id_end = start + 9 - data[start].bit_length()
        length = 9 - data[id_end].bit_length()
        payload = id_end + length
        size = int.from_bytes(data[id_end:payload], "big") & ~(1 << 7 * length)
        found.append(Element(int.from_bytes(data[start:id_end], "big"), start, payload, payload + size))
        start = payload + size
    return found


@dataclass(frozen=True)
class WebM:
    """Inclusive byte ranges of the head and of the Cues, the peak rate and the CodecPrivate."""

    init: str
    index: str
    cues_in_front: bool
    bandwidth: int
    codec_private: bytes


def read(path: Path, seconds: float) -> WebM:
    """Reads a file whose presentation lasts some seconds."""
    data = path.read_bytes()
    segment = next(e for e in elements(data, 0, len(data)) if e.id == SEGMENT)
    parts = elements(data, segment.payload, segment.end)
    cues = next(e for e in parts if e.id == CUES)
    clusters = [e for e in parts if e.id == CLUSTER]
    tracks = next(e for e in parts if e.id == TRACKS)
    entry = next(e for e in elements(data, tracks.payload, tracks.end) if e.id == TRACK_ENTRY)
    private = [e for e in elements(data, entry.payload, entry.end) if e.id == CODEC_PRIVATE]
    head_end = min(cues.start, clusters[0].start)

    times = []
    for cluster in clusters:
        inner = elements(data, cluster.payload, cluster.end)
        stamp = next(e for e in inner if e.id == CLUSTER_TIMESTAMP)
        times.append(int.from_bytes(data[stamp.payload : stamp.end], "big") / 1000)
    times.append(seconds)
    peak = max(
        (cluster.end - cluster.start) * 8 / (times[i + 1] - times[i])
        for i, cluster in enumerate(clusters)
    )
    return WebM(
        init=f"0-{head_end - 1}",
        index=f"{cues.start}-{cues.end - 1}",
        cues_in_front=cues.start < clusters[0].start,
        bandwidth=(int(peak) // 1000 + 1) * 1000,
        codec_private=data[private[0].payload : private[0].end] if private else b"",
    )
