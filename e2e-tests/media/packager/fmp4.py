"""Fragmented MP4 (ISO/IEC 14496-12), read to a list of samples and written anew.

Reading to samples and writing our own moof boxes leaves us the choice of everything that a player
must cope with: where timestamps begin, the timescale, how a file is cut, and what its sidx says.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace

CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"mvex", b"moof", b"traf"}

SYNC_SAMPLE = 0x02000000
DELTA_SAMPLE = 0x01010000


def box(kind: str, *payload: bytes) -> bytes:
    body = b"".join(payload)
    return struct.pack(">I4s", 8 + len(body), kind.encode()) + body


def full_box(kind: str, version: int, flags: int, *payload: bytes) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *payload)


def boxes(data: bytes, start: int = 0, end: int | None = None):
    """Yields (type, offset of the box, offset of its payload, end) of the boxes in a range."""
    end = len(data) if end is None else end
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        header = 8
        if size == 1:
            size = struct.unpack_from(">Q", data, start + 8)[0]
            header = 16
        yield kind, start, start + header, start + size
        start += size


def find(data: bytes, path: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """The payload range of the first box at a path such as "moov/trak/mdia/mdhd"."""
    head, _, rest = path.partition("/")
    for kind, _, payload, box_end in boxes(data, start, end):
        if kind == head.encode():
            return find(data, rest, payload, box_end) if rest else (payload, box_end)
    raise KeyError(path)


@dataclass(frozen=True)
class Sample:
    dts: int
    duration: int
    composition_offset: int
    sync: bool
    data: bytes

    @property
    def pts(self) -> int:
        return self.dts + self.composition_offset


@dataclass(frozen=True)
class Track:
    """One track: its init segment (ftyp, moov) and its samples in decoding order."""

    init: bytes
    timescale: int
    samples: tuple[Sample, ...]

    def shifted(self, ticks: int) -> Track:
        """The same samples, later by a number of ticks."""
        return replace(
            self, samples=tuple(replace(s, dts=s.dts + ticks) for s in self.samples)
        )

    def rebased(self) -> Track:
        """The same samples, the first at decode time 0."""
        return self.shifted(-self.samples[0].dts)

    def without_first(self, count: int) -> Track:
        return replace(self, samples=self.samples[count:])

    def until(self, seconds: float) -> Track:
        """Only the samples that begin before a time."""
        limit = seconds * self.timescale
        return replace(self, samples=tuple(s for s in self.samples if s.pts < limit))

    def with_presentation_from_zero(self) -> Track:
        """Composition offsets lowered, below zero where need be, so that pts begin at dts."""
        lead = min(s.pts for s in self.samples) - self.samples[0].dts
        return replace(
            self,
            samples=tuple(
                replace(s, composition_offset=s.composition_offset - lead) for s in self.samples
            ),
        )

    def rescaled(self, timescale: int) -> Track:
        """The same track in another timescale; each boundary is rounded once, without drift."""

        def to(ticks: int) -> int:
            return (2 * ticks * timescale + self.timescale) // (2 * self.timescale)

        samples = tuple(
            replace(
                s,
                dts=to(s.dts),
                duration=to(s.dts + s.duration) - to(s.dts),
                composition_offset=to(s.pts) - to(s.dts),
            )
            for s in self.samples
        )
        init = bytearray(self.init)
        payload, _ = find(self.init, "moov/trak/mdia/mdhd")
        version = init[payload]
        struct.pack_into(">I", init, payload + (20 if version == 1 else 12), timescale)
        return Track(bytes(init), timescale, samples)

    @property
    def codecs(self) -> str:
        """The codecs parameter of RFC 6381 for the one sample entry of the track."""
        return codecs_of(self.init)

    def split(self, seconds: float) -> list[Segment]:
        """Cut at sync samples into segments of about a length, counted from the first sample.

        A sample belongs to the segment in which it begins, as packagers of audio do it: audio
        segments begin up to one audio frame after the video segment of the same number.
        """
        start = self.samples[0].dts
        segments: list[list[Sample]] = []
        for sample in self.samples:
            number = int((sample.dts - start) // (seconds * self.timescale))
            if sample.sync and number >= len(segments):
                segments.append([])
            segments[-1].append(sample)
        return [Segment(self.timescale, tuple(part)) for part in segments]


@dataclass(frozen=True)
class Segment:
    timescale: int
    samples: tuple[Sample, ...]

    @property
    def time(self) -> int:
        """The earliest presentation time, in ticks."""
        return min(s.pts for s in self.samples)

    @property
    def duration(self) -> int:
        """The sum of the samples' durations, in ticks."""
        return sum(s.duration for s in self.samples)

    def fragment(self, sequence_number: int) -> bytes:
        """A moof and its mdat."""
        moof = self._moof(sequence_number, 0)
        moof = self._moof(sequence_number, len(moof) + 8)
        return moof + box("mdat", *(s.data for s in self.samples))

    def bytes(self, sequence_number: int) -> bytes:
        """A media segment as a file of its own: styp, moof, mdat."""
        return box("styp", b"msdh", bytes(4), b"msdhmsix") + self.fragment(sequence_number)

    def _moof(self, sequence_number: int, data_offset: int) -> bytes:
        first = self.samples[0]
        uniform = all(s.duration == first.duration for s in self.samples)
        composed = any(s.composition_offset for s in self.samples)
        all_sync = all(s.sync for s in self.samples)
        default_flags = SYNC_SAMPLE if all_sync else DELTA_SAMPLE
        tfhd_flags = 0x020000 | 0x20 | (0x08 if uniform else 0)
        tfhd = struct.pack(">I", 1)
        if uniform:
            tfhd += struct.pack(">I", first.duration)
        tfhd += struct.pack(">I", default_flags)

        trun_flags = 0x001 | 0x200
        trun_flags |= 0 if uniform else 0x100
        trun_flags |= 0x800 if composed else 0
        # Where only the first sample is sync, the flags of the first alone are written.
        first_flags = not all_sync and first.sync and not any(s.sync for s in self.samples[1:])
        if first_flags:
            trun_flags |= 0x004
        elif not all_sync:
            trun_flags |= 0x400
        trun = struct.pack(">Ii", len(self.samples), data_offset)
        if first_flags:
            trun += struct.pack(">I", SYNC_SAMPLE)
        for s in self.samples:
            if not uniform:
                trun += struct.pack(">I", s.duration)
            trun += struct.pack(">I", len(s.data))
            if trun_flags & 0x400:
                trun += struct.pack(">I", SYNC_SAMPLE if s.sync else DELTA_SAMPLE)
            if composed:
                trun += struct.pack(">i", s.composition_offset)
        signed = any(s.composition_offset < 0 for s in self.samples)
        return box(
            "moof",
            full_box("mfhd", 0, 0, struct.pack(">I", sequence_number)),
            box(
                "traf",
                full_box("tfhd", 0, tfhd_flags, tfhd),
                full_box("tfdt", 1, 0, struct.pack(">Q", first.dts)),
                full_box("trun", 1 if signed else 0, trun_flags, trun),
            ),
        )


@dataclass(frozen=True)
class Reference:
    """One reference of a sidx: to media, or (index) to a further sidx."""

    size: int
    duration: int
    index: bool = False


def sidx(timescale: int, earliest_time: int, references: list[Reference]) -> bytes:
    """A segment index whose first reference begins right after it."""
    return full_box(
        "sidx",
        1,
        0,
        struct.pack(">IIQQHH", 1, timescale, earliest_time, 0, 0, len(references)),
        *(
            struct.pack(
                ">III",
                (0x80000000 if r.index else 0) | r.size,
                r.duration,
                # A stream access point of type 1 begins each subsegment; unknown for an index.
                0 if r.index else 0x90000000,
            )
            for r in references
        ),
    )


def read(path: str) -> Track:
    """Reads a fragmented file of one track without edit list and with movie fragment addressing."""
    with open(path, "rb") as file:
        data = file.read()
    _, moov_end = find(data, "moov")
    init = data[:moov_end]
    payload, _ = find(init, "moov/trak/mdia/mdhd")
    timescale = struct.unpack_from(">I", init, payload + (20 if init[payload] == 1 else 12))[0]
    payload, _ = find(init, "moov/mvex/trex")
    trex = struct.unpack_from(">III", init, payload + 12)
    samples: list[Sample] = []
    for kind, start, payload, end in boxes(data):
        if kind == b"moof":
            samples += _read_fragment(data, start, payload, end, trex)
    return Track(init, timescale, tuple(samples))


def _read_fragment(data: bytes, moof: int, start: int, end: int, trex) -> list[Sample]:
    default_duration, default_size, default_flags = trex
    payload, _ = find(data, "traf/tfhd", start, end)
    flags = struct.unpack_from(">I", data, payload)[0] & 0xFFFFFF
    at = payload + 8
    if flags & 0x01:
        raise ValueError("base_data_offset: default-base-is-moof is wanted")
    at += 4 if flags & 0x02 else 0
    if flags & 0x08:
        default_duration = struct.unpack_from(">I", data, at)[0]
        at += 4
    if flags & 0x10:
        default_size = struct.unpack_from(">I", data, at)[0]
        at += 4
    if flags & 0x20:
        default_flags = struct.unpack_from(">I", data, at)[0]
    payload, _ = find(data, "traf/tfdt", start, end)
    dts = struct.unpack_from(">Q" if data[payload] == 1 else ">I", data, payload + 4)[0]
    traf, traf_end = find(data, "traf", start, end)
    samples = []
    for kind, _, payload, _ in boxes(data, traf, traf_end):
        if kind != b"trun":
            continue
        flags = struct.unpack_from(">I", data, payload)[0] & 0xFFFFFF
        count, position = struct.unpack_from(">Ii", data, payload + 4)
        position += moof
        at = payload + 12
        first_flags = None
        if flags & 0x04:
            first_flags = struct.unpack_from(">I", data, at)[0]
            at += 4
        for i in range(count):
            duration, size, sample_flags, offset = default_duration, default_size, default_flags, 0
            if i == 0 and first_flags is not None:
                sample_flags = first_flags
            if flags & 0x100:
                duration = struct.unpack_from(">I", data, at)[0]
                at += 4
            if flags & 0x200:
                size = struct.unpack_from(">I", data, at)[0]
                at += 4
            if flags & 0x400:
                sample_flags = struct.unpack_from(">I", data, at)[0]
                at += 4
            if flags & 0x800:
                offset = struct.unpack_from(">i", data, at)[0]
                at += 4
            sync = not sample_flags & 0x10000
            samples.append(Sample(dts, duration, offset, sync, data[position : position + size]))
            dts += duration
            position += size
    return samples


def codecs_of(init: bytes) -> str:
    payload, _ = find(init, "moov/trak/mdia/minf/stbl/stsd")
    kind, _, entry, end = next(boxes(init, payload + 8))
    name = kind.decode()
    if name == "avc1":
        at, _ = find(init, "avcC", entry + 78, end)
        return "avc1." + init[at + 1 : at + 4].hex()
    if name == "mp4a":
        return "mp4a.40.2"
    if name == "Opus":
        return "opus"
    if name == "vp09":
        at, _ = find(init, "vpcC", entry + 78, end)
        profile, level, depth = init[at + 4], init[at + 5], init[at + 6] >> 4
        return f"vp09.{profile:02}.{level:02}.{depth:02}"
    if name == "av01":
        at, av1c_end = find(init, "av1C", entry + 78, end)
        return av1_codecs(init[at:av1c_end])
    raise ValueError(name)


def av1_codecs(configuration: bytes) -> str:
    """The codecs parameter for an AV1CodecConfigurationRecord (8-bit streams)."""
    if len(configuration) <= 4:
        raise ValueError("av1C without the sequence header")
    profile, level = configuration[1] >> 5, configuration[1] & 31
    tier = "H" if configuration[2] & 0x80 else "M"
    if configuration[2] & 0x40:
        raise ValueError("an 8-bit stream is wanted")
    return f"av01.{profile}.{level:02}{tier}.08"
