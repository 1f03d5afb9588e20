#!/usr/bin/env python3
"""Decodes the test media and checks the truth in it.

    ./verify-media.py                      every manifest under files/ that should play
    ./verify-media.py ladder/240p.mpd ...  only these
    ./verify-media.py ts/muxed-a0.m3u8 ... media playlists and plain files of ts/ likewise

For each Representation, each media segment is found from the manifest by a small resolver of its
own (it shares no code with the packager), decoded by ffmpeg alone behind its init segment, and
compared with the presentation: frame N of rendition R is shown from N/25 s, every frame from the
Period's start to its end is there exactly once, and the tone has the pitch that was promised.
"""

from __future__ import annotations

import base64
import math
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from array import array
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from urllib.parse import unquote, urljoin

FILES = Path(__file__).resolve().parent / "files"
FRAME_RATE = 25
CELLS = 20
UNPLAYABLE_CODECS = ("hvc1", "hev1", "dvh1", "vvc1", "ec-3", "ac-4")

# Tone in Hz by manifest and Period; otherwise by language.
TONES = {"en": 440, "fr": 880}
PERIOD_TONES = {"schemes/periods.mpd": [440, 550, 660]}
# Frames that are missing at the start, because the first composition offset is not made good.
MISSING_FRAMES = {"schemes/bframes.mpd": 2}
# Where composition offsets are negative, ffmpeg adds the largest of them to each timestamp.
FFMPEG_SHIFT = {"schemes/bframes-negative.mpd": Fraction(1, FRAME_RATE)}
# Of ts/: how many frames there are, and the tone in Hz of each clip.
STREAMS = {
    "ts/muxed-a0.m3u8": (150, [440]),
    "ts/muxed-a1.m3u8": (150, [440]),
    "ts/muxed-mp3.m3u8": (150, [880]),
    "ts/video.m3u8": (150, []),
    "ts/audio-aac.m3u8": (0, [440]),
    "ts/audio-mp3.m3u8": (0, [880]),
    "ts/encrypted.m3u8": (150, [440]),
    "ts/discontinuity.m3u8": (150, [440, 550, 660]),
    "ts/plain.ts": (400, [440]),
    "ts/plain.aac": (0, [440]),
    "ts/plain.mp3": (0, [880]),
}
# After so many seconds the clock of a transport stream begins anew.
CLOCK_WRAP = Fraction(1 << 33, 90000)
# What cannot be decoded whole, on purpose.
NOT_PLAYABLE = {
    "schemes/unplayable.mpd",
    "bad/not-xml.mpd",
    "bad/truncated.mpd",
    "bad/html.mpd",
    "bad/no-representation.mpd",
    "bad/garbage-segment.mpd",
    "bad/entities.mpd",
}


class Wrong(Exception):
    """The media does not hold what it promises."""


@dataclass(frozen=True)
class Part:
    """A file or a byte range of one."""

    path: Path
    first: int = 0
    last: int | None = None

    def read(self) -> bytes:
        data = self.path.read_bytes()
        end = len(data) if self.last is None else self.last + 1
        if end > len(data):
            raise Wrong(f"{self.path.name}: range ends at {self.last} of {len(data)} bytes")
        return data[self.first : end]


@dataclass(frozen=True)
class MediaSegment:
    part: Part
    start: Fraction  # media time in s, presentationTimeOffset not yet taken off
    duration: Fraction


# The manifest: enough of ISO/IEC 23009-1 for static presentations.


def local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def children(element: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [child for child in element if local(child) == name]


def child(element: ElementTree.Element, name: str) -> ElementTree.Element | None:
    found = children(element, name)
    return found[0] if found else None


def seconds(duration: str) -> Fraction:
    match = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?", duration)
    if not match:
        raise Wrong(f"duration {duration}")
    hours, minutes, rest = match.groups(default="0")
    return Fraction(hours) * 3600 + Fraction(minutes) * 60 + Fraction(rest)


@dataclass(frozen=True)
class Representation:
    manifest: Path
    levels: tuple[ElementTree.Element, ...]  # MPD, Period, AdaptationSet, Representation
    period_index: int
    period_start: Fraction
    period_duration: Fraction

    @property
    def id(self) -> str:
        return self.levels[-1].get("id", "")

    def attribute(self, name: str) -> str:
        for level in reversed(self.levels[2:]):
            if name in level.attrib:
                return level.attrib[name]
        return ""

    @property
    def base(self) -> str:
        url = ""
        for level in self.levels:
            element = child(level, "BaseURL")
            if element is not None:
                url = urljoin(url, (element.text or "").strip())
        return url

    def file(self, reference: str = "") -> Path:
        return self.manifest.parent / unquote(urljoin(self.base, reference))

    def addressing(self, name: str) -> tuple[dict[str, str], dict[str, ElementTree.Element]]:
        """Attributes and child elements of SegmentTemplate and the like, inherited."""
        attributes: dict[str, str] = {}
        elements: dict[str, ElementTree.Element] = {}
        found = False
        for level in self.levels[1:]:
            element = child(level, name)
            if element is not None:
                found = True
                attributes |= element.attrib
                own: dict[str, ElementTree.Element] = {}
                for inner in element:
                    own.setdefault(local(inner), inner)
                if "SegmentURL" in own:
                    own["SegmentURLs"] = element
                elements |= own
        return (attributes, elements) if found else ({}, {})

    def initialization(self) -> Part:
        template, _ = self.addressing("SegmentTemplate")
        if template:
            return Part(self.file(self.expand(template["initialization"])))
        for name in ("SegmentList", "SegmentBase"):
            _, elements = self.addressing(name)
            if "Initialization" in elements:
                element = elements["Initialization"]
                return self.ranged(element.get("sourceURL", ""), element.get("range"))
        raise Wrong("no init segment")

    def ranged(self, url: str, byte_range: str | None) -> Part:
        first, last = map(int, byte_range.split("-")) if byte_range else (0, None)
        return Part(self.file(url), first, last)

    def expand(self, pattern: str, **values: int) -> str:
        known = {"RepresentationID": self.id, "Bandwidth": int(self.attribute("bandwidth"))}

        def value(match: re.Match[str]) -> str:
            name, width = match.groups()
            if not name:
                return "$"
            found = {**known, **values}[name]
            return f"{found:0{width}}" if width else str(found)

        return re.sub(r"\$(\w*?)(?:%0(\d+)d)?\$", value, pattern)

    def offset(self) -> Fraction:
        for name in ("SegmentTemplate", "SegmentList", "SegmentBase"):
            attributes, _ = self.addressing(name)
            if "presentationTimeOffset" in attributes:
                scale = int(attributes.get("timescale", "1"))
                return Fraction(int(attributes["presentationTimeOffset"]), scale)
        return Fraction(0)

    def segments(self) -> list[MediaSegment]:
        attributes, elements = self.addressing("SegmentTemplate")
        if attributes:
            number = int(attributes.get("startNumber", "1"))
            return [
                MediaSegment(
                    Part(self.file(self.expand(attributes["media"], Number=number + i, Time=t))),
                    start,
                    duration,
                )
                for i, (t, start, duration) in enumerate(self.times(attributes, elements))
            ]
        attributes, elements = self.addressing("SegmentList")
        if elements:
            urls = children(elements["SegmentURLs"], "SegmentURL")
            times = self.times(attributes, elements)
            if len(times) != len(urls):
                raise Wrong(f"{len(urls)} SegmentURL for {len(times)} segments")
            return [
                MediaSegment(
                    self.ranged(url.get("media", ""), url.get("mediaRange")), start, duration
                )
                for url, (_, start, duration) in zip(urls, times)
            ]
        attributes, elements = self.addressing("SegmentBase")
        index = self.ranged("", attributes["indexRange"])
        if index.path.suffix == ".webm":
            return cues(index, self.initialization(), self.offset() + self.period_duration)
        return indexed(index)

    def times(self, attributes, elements) -> list[tuple[int, Fraction, Fraction]]:
        """(time in ticks, start in s, duration in s) of each segment."""
        scale = int(attributes.get("timescale", "1"))
        offset = int(attributes.get("presentationTimeOffset", "0"))
        end = offset + self.period_duration * scale
        ticks: list[tuple[int, int]] = []
        if "SegmentTimeline" in elements:
            entries = children(elements["SegmentTimeline"], "S")
            t = 0
            for i, entry in enumerate(entries):
                t = int(entry.get("t", str(t)))
                d, repeat = int(entry.attrib["d"]), int(entry.get("r", "0"))
                if repeat < 0:
                    until = int(entries[i + 1].attrib["t"]) if i + 1 < len(entries) else end
                    repeat = math.ceil(Fraction(until - t) / d) - 1
                for _ in range(repeat + 1):
                    ticks.append((t, d))
                    t += d
        else:
            d = int(attributes["duration"])
            for i in range(math.ceil(self.period_duration * scale / d)):
                ticks.append((offset + i * d, d))
        return [(t, Fraction(t, scale), Fraction(d, scale)) for t, d in ticks]


def representations(manifest: Path) -> list[Representation]:
    mpd = ElementTree.parse(manifest).getroot()
    total = seconds(mpd.attrib["mediaPresentationDuration"])
    periods = children(mpd, "Period")
    starts: list[Fraction] = []
    at = Fraction(0)
    for period in periods:
        at = seconds(period.attrib["start"]) if "start" in period.attrib else at
        starts.append(at)
        at += seconds(period.get("duration", "PT0S"))
    return [
        Representation(manifest, (mpd, period, adaptation, element), i, starts[i], end - starts[i])
        for i, (period, end) in enumerate(zip(periods, starts[1:] + [total]))
        for adaptation in children(period, "AdaptationSet")
        for element in children(adaptation, "Representation")
    ]


def indexed(index: Part) -> list[MediaSegment]:
    """The media that a sidx references, directly or by way of further sidx boxes."""
    data = index.path.read_bytes()
    segments: list[MediaSegment] = []

    def read(start: int) -> None:
        size, kind = struct.unpack_from(">I4s", data, start)
        if kind != b"sidx":
            raise Wrong(f"{kind!r} where a sidx should be")
        scale = struct.unpack_from(">I", data, start + 16)[0]
        wide = data[start + 8] == 1
        time, at = struct.unpack_from(">QQ" if wide else ">II", data, start + 20)
        table = start + 20 + (16 if wide else 8)
        at += start + size
        for i in range(struct.unpack_from(">H", data, table + 2)[0]):
            first, duration, _ = struct.unpack_from(">III", data, table + 4 + 12 * i)
            length = first & 0x7FFFFFFF
            if first >> 31:
                read(at)
            else:
                if data[at + 4 : at + 8] != b"moof":
                    raise Wrong("sidx: no moof at the start of a subsegment")
                segments.append(
                    MediaSegment(
                        Part(index.path, at, at + length - 1),
                        Fraction(time, scale),
                        Fraction(duration, scale),
                    )
                )
            time += duration
            at += length

    size = struct.unpack(">I", index.read()[:4])[0]
    if index.last is not None and size != index.last - index.first + 1:
        raise Wrong("indexRange is not the sidx")
    read(index.first)
    return segments


def vint(data: bytes, at: int, keep_marker: bool) -> tuple[int, int]:
    length = 9 - data[at].bit_length()
    value = int.from_bytes(data[at : at + length], "big")
    return (value if keep_marker else value & ~(1 << 7 * length)), at + length


def ebml(data: bytes, start: int, end: int):
    """Yields (id, payload start, payload end) of the elements of a range."""
    while start < end:
        name, at = vint(data, start, True)
        size, at = vint(data, at, False)
        yield name, at, at + size
        start = at + size


def cues(index: Part, init: Part, end: Fraction) -> list[MediaSegment]:
    """The clusters of a WebM file by its Cues (timestamps in ms)."""
    whole = index.path.read_bytes()
    _, segment, _ = next(e for e in ebml(whole, 0, len(whole)) if e[0] == 0x18538067)
    data = index.read()
    elements = list(ebml(data, 0, len(data)))
    if [e[0] for e in elements] != [0x1C53BB6B]:
        raise Wrong("indexRange is not the Cues")
    points: list[tuple[int, int]] = []
    for name, start, stop in ebml(data, *elements[0][1:]):
        if name != 0xBB:
            continue
        time = position = -1
        for inner, at, upto in ebml(data, start, stop):
            if inner == 0xB3:
                time = int.from_bytes(data[at:upto], "big")
            if inner == 0xB7:
                for field, at2, upto2 in ebml(data, at, upto):
                    if field == 0xF1:
                        position = int.from_bytes(data[at2:upto2], "big")
        points.append((time, segment + position))
    ends = [p for _, p in points[1:]] + [index.first if index.first > points[-1][1] else len(whole)]
    times = [Fraction(t, 1000) for t, _ in points] + [end]
    if init.last is None or init.last >= points[0][1]:
        raise Wrong("Initialization overlaps the first Cluster")
    return [
        MediaSegment(Part(index.path, at, stop - 1), times[i], times[i + 1] - times[i])
        for i, ((_, at), stop) in enumerate(zip(points, ends))
    ]


# Decoding.


def decode_frames(media: bytes, height: int, width: int) -> list[tuple[Fraction, int, int]]:
    """(pts in s, frame number, rendition id) of each frame."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(media)
        file.flush()
        run = subprocess.run(
            ["ffmpeg", "-hide_banner", "-nostdin", "-copyts", "-i", file.name, "-vf",
             f"format=gray,crop={width}:1:0:{height // 18},showinfo",
             "-vsync", "passthrough", "-f", "rawvideo", "-"],
            capture_output=True,
        )  # fmt: skip
    log = run.stderr.decode(errors="replace")
    if run.returncode:
        raise Wrong(log.strip().splitlines()[-1])
    base = Fraction(re.search(r"config in time_base: (\d+/\d+)", log)[1])
    times = [int(pts) * base for pts in re.findall(r"\] n: *\d+ pts: *(-?\d+)", log)]
    if len(run.stdout) != len(times) * width:
        raise Wrong("decoder: rows and timestamps do not match")
    frames = []
    for i, time in enumerate(times):
        row = run.stdout[i * width : (i + 1) * width]
        cells = [row[int((c + 0.5) * width / CELLS)] >= 128 for c in range(CELLS)]
        if not cells[0] or cells[1]:
            raise Wrong(f"no sync cells at {float(time)} s")
        if sum(cells[2:]) % 2:
            raise Wrong(f"parity at {float(time)} s")
        bits = "".join("01"[cell] for cell in cells)
        frames.append((time, int(bits[2:16], 2), int(bits[16:19], 2)))
    return frames


def packet_times(media: bytes) -> list[Fraction]:
    """The pts in s of each coded frame."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(media)
        file.flush()
        run = subprocess.run(
            ["ffprobe", "-v", "error", "-show_entries", "stream=time_base:packet=pts",
             "-of", "compact=p=0:nk=1", file.name],
            capture_output=True,
        )  # fmt: skip
    rows = [row.strip("|") for row in run.stdout.decode().split()]
    base = next(Fraction(row) for row in rows if "/" in row)
    return [int(row) * base for row in rows if "/" not in row]


def decode_tone(media: bytes) -> tuple[float, float]:
    """(length in s, pitch in Hz) of the sound, by its zero crossings."""
    rate = 48000
    with tempfile.NamedTemporaryFile() as file:
        file.write(media)
        file.flush()
        run = subprocess.run(
            ["ffmpeg", "-v", "error", "-nostdin", "-i", file.name, "-map", "0:a", "-ac", "1",
             "-ar", str(rate), "-f", "s16le", "-"],
            capture_output=True,
        )  # fmt: skip
    samples = array("h", run.stdout)
    if run.returncode or not samples:
        raise Wrong("decoder: no sound")
    inner = samples[rate // 10 : -rate // 10]
    rises = [i for i in range(1, len(inner)) if inner[i - 1] < 0 <= inner[i]]
    return len(samples) / rate, (len(rises) - 1) * rate / (rises[-1] - rises[0])


# The checks.


def check(representation: Representation, renditions: dict[str, int]) -> str:
    name = representation.manifest.relative_to(FILES).as_posix()
    init = representation.initialization().read()
    segments = representation.segments()
    offset = representation.offset()
    shift = representation.period_start - offset
    bandwidth = int(representation.attribute("bandwidth"))
    for segment in segments:
        rate = len(segment.part.read()) * 8 / segment.duration
        # An audio segment may hold one frame more than its nominal duration.
        if rate > bandwidth * 1.02:
            raise Wrong(f"{segment.part.path.name}: {int(rate)} bit/s is above @bandwidth")

    if representation.attribute("mimeType").startswith("audio/"):
        end = None
        for i, segment in enumerate(segments):
            times = packet_times(init + segment.part.read())
            start = times[0]
            # The manifest may be off by one audio frame, the media itself has no gap.
            if abs(start - segment.start) > Fraction(25, 1000):
                raise Wrong(f"segment {i} begins at {float(start)}, not {float(segment.start)} s")
            if end is not None and abs(start - end) > Fraction(1, 1000):
                raise Wrong(f"segment {i} begins at {float(start)}, the last ended at {float(end)}")
            end = 2 * times[-1] - times[-2]
        length, pitch = decode_tone(init + b"".join(s.part.read() for s in segments))
        by_period = PERIOD_TONES.get(name)
        wanted = (
            by_period[representation.period_index]
            if by_period
            else TONES[representation.attribute("lang")]
        )
        if abs(pitch - wanted) > 1:
            raise Wrong(f"pitch is {pitch:.1f} Hz, not {wanted} Hz")
        # The decoder may take Opus's delay of 6.5 ms off; the last coded frame may reach over.
        if not -0.007 <= length - representation.period_duration <= 0.03:
            raise Wrong(f"sound lasts {length:.3f} s")
        return f"{len(segments)} segments, {length:.3f} s of {pitch:.1f} Hz"

    width, height = (int(representation.attribute(a)) for a in ("width", "height"))
    missing = MISSING_FRAMES.get(name, 0)
    late = Fraction(missing, FRAME_RATE)
    numbers: list[int] = []
    ids = set()
    for i, segment in enumerate(segments):
        frames = decode_frames(init + segment.part.read(), height, width)
        frames = [(time - FFMPEG_SHIFT.get(name, 0), n, r) for time, n, r in frames]
        start = min(time for time, _, _ in frames)
        if abs(start - late - segment.start) > Fraction(1, 1000):
            raise Wrong(f"segment {i} begins at {float(start)}, not {float(segment.start)} s")
        for time, number, rendition in frames:
            # WebM rounds to milliseconds, a timescale that 25 fps divides does not round.
            if abs(time + shift - Fraction(number, FRAME_RATE)) > Fraction(1, 1000):
                raise Wrong(f"frame {number} is shown at {float(time + shift)} s")
            numbers.append(number)
            ids.add(rendition)
    first = int(representation.period_start * FRAME_RATE)
    count = int(representation.period_duration * FRAME_RATE)
    if numbers != list(range(first + missing, first + count)):
        raise Wrong(f"frames are not {first + missing}..{first + count - 1} in order: {numbers}")
    if len(ids) != 1:
        raise Wrong(f"rendition ids {ids}")
    rendition = ids.pop()
    key = f"{representation.period_index}/{representation.id}"
    if rendition in renditions.values() and representation.period_index == 0:
        raise Wrong(f"rendition id {rendition} twice")
    renditions[key] = rendition
    return f"{len(segments)} segments, frames {numbers[0]}..{numbers[-1]} of rendition {rendition}"


def decrypted(data: bytes, key: str, sequence: int, folder: Path) -> bytes:
    """A segment behind an EXT-X-KEY, whose attributes are given."""
    uri = re.search(r'URI="([^"]+)"', key)[1]
    secret = (
        base64.b64decode(uri.partition(",")[2])
        if uri.startswith("data:")
        else (folder / uri).read_bytes()
    )
    given = re.search(r"IV=0x([0-9a-f]+)", key)
    iv = given[1] if given else f"{sequence:032x}"
    command = ["openssl", "enc", "-d", "-aes-128-cbc", "-K", secret.hex(), "-iv", iv]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def clips(playlist: Path) -> list[list[bytes]]:
    """The segments of a media playlist, in lists between discontinuities."""
    if playlist.suffix != ".m3u8":
        return [[playlist.read_bytes()]]
    found: list[list[bytes]] = [[]]
    sequence, key, span, ends = 0, "", "", {}
    for line in playlist.read_text(encoding="utf-8").splitlines():
        tag, _, value = line.partition(":")
        if tag == "#EXT-X-MEDIA-SEQUENCE":
            sequence = int(value)
        elif tag == "#EXT-X-DISCONTINUITY":
            found.append([])
        elif tag == "#EXT-X-KEY":
            key = value
        elif tag == "#EXT-X-BYTERANGE":
            span = value
        elif line and not line.startswith("#"):
            part = Part(playlist.parent / line)
            if span:
                length, _, start = span.partition("@")
                first = int(start) if start else ends[line]
                part = Part(playlist.parent / line, first, first + int(length) - 1)
                ends[line] = first + int(length)
            data = part.read()
            found[-1].append(decrypted(data, key, sequence, playlist.parent) if key else data)
            sequence, span = sequence + 1, ""
    return found


def size_of(media: bytes) -> tuple[int, int]:
    with tempfile.NamedTemporaryFile() as file:
        file.write(media)
        file.flush()
        run = subprocess.run(
            ["ffprobe", "-v", "error", "-select_streams", "v", "-show_entries",
             "stream=width,height", "-of", "csv=p=0", file.name],
            capture_output=True,
        )  # fmt: skip
    width, height = run.stdout.decode().split()[0].split(",")[:2]
    return int(width), int(height)


def check_stream(playlist: Path, count: int, tones: list[int]) -> str:
    numbers: list[int] = []
    ids = []
    for i, segments in enumerate(clips(playlist)):
        clock = None
        for data in segments if count else []:
            width, height = size_of(data)
            for time, number, rendition in decode_frames(data, height, width):
                off = (time - Fraction(number, FRAME_RATE)) % CLOCK_WRAP
                clock = off if clock is None else clock
                if abs(off - clock) > Fraction(1, 1000):
                    raise Wrong(f"frame {number} is shown {float(off - clock)} s late")
                numbers.append(number)
                ids += [] if rendition in ids else [rendition]
        if tones:
            _, pitch = decode_tone(b"".join(segments))
            if abs(pitch - tones[i]) > 1:
                raise Wrong(f"pitch is {pitch:.1f} Hz, not {tones[i]} Hz")
    if numbers != list(range(count)):
        raise Wrong(f"frames are not 0..{count - 1} in order: {numbers}")
    return f"{count} frames of {ids}, tones {tones}"


def told(label: str, examine: Callable[[], str]) -> bool:
    """Prints what came of it; whether all is well."""
    try:
        print(f"ok    {label}: {examine()}")
    except (Wrong, OSError, KeyError, ValueError) as problem:
        print(f"WRONG {label}: {type(problem).__name__}: {problem}")
        return False
    return True


def verify(manifest: Path) -> bool:
    name = manifest.relative_to(FILES).as_posix()
    if name in STREAMS:
        return told(name, lambda: check_stream(manifest, *STREAMS[name]))
    good = True
    renditions: dict[str, int] = {}
    for representation in representations(manifest):
        label = f"{name} {representation.period_index}/{representation.id}"
        if representation.attribute("codecs").startswith(UNPLAYABLE_CODECS):
            print(f"skip  {label}: {representation.attribute('codecs')}")
            continue
        good &= told(label, lambda: check(representation, renditions))
    return good


def main() -> None:
    manifests = [FILES / name for name in sys.argv[1:]] or [
        path
        for path in sorted(FILES.rglob("*.mpd"))
        if path.relative_to(FILES).as_posix() not in NOT_PLAYABLE
    ] + [FILES / name for name in STREAMS]
    if not manifests:
        sys.exit("no manifests")
    with ThreadPoolExecutor(max_workers=2) as pool:
        good = list(pool.map(verify, manifests))
    if not all(good):
        sys.exit(1)


if __name__ == "__main__":
    main()
