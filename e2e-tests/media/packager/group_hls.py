"""hls/: playlists for the files of schemes/ and ladder/. Nothing is encoded or copied.

    python3 group_hls.py WORK OUT    where OUT lies beside schemes/ and ladder/
"""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass
from pathlib import Path

VIDEO_CODEC, AUDIO_CODEC = "avc1.4d400d", "mp4a.40.2"


@dataclass(frozen=True)
class Part:
    """A segment: a file, or a byte range of one."""

    path: str
    seconds: float
    first: int | None = None
    size: int | None = None


@dataclass(frozen=True)
class Clip:
    """Segments behind one init segment; init_size says that it is a range of a file."""

    init: str
    parts: list[Part]
    init_size: int | None = None


class Files:
    def __init__(self, out: Path) -> None:
        self.root = out.parent

    def data(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def timescale(self, init: bytes) -> int:
        at = init.index(b"mdhd")
        return struct.unpack_from(">I", init, at + (24 if init[at + 4] else 16))[0]

    def start(self, segment: bytes, at: int = 0) -> int:
        at = segment.index(b"tfdt", at)
        return struct.unpack_from(">Q" if segment[at + 4] else ">I", segment, at + 8)[0]

    def separate(self, folder: str, init: str, names: list[str], total: float) -> Clip:
        """Each segment a file; they last as their timestamps say, all together `total`."""
        timescale = self.timescale(self.data(f"{folder}/{init}"))
        starts = [self.start(self.data(f"{folder}/{name}")) / timescale for name in names]
        ends = [*starts[1:], starts[0] + total]
        parts = [
            Part(f"{folder}/{name}", end - start)
            for name, start, end in zip(names, starts, ends)
        ]
        return Clip(f"{folder}/{init}", parts)

    def ranges(self, path: str, total: float) -> Clip:
        """Segments of one file with a sidx in front of them."""
        data = self.data(path)
        boxes, at = [], 0
        while at < len(data):
            size, kind = struct.unpack_from(">I4s", data, at)
            boxes.append((kind, at, size))
            at += size
        sidx = next(at for kind, at, _ in boxes if kind == b"sidx")
        timescale = self.timescale(data[:sidx])
        firsts = [at for kind, at, _ in boxes if kind == b"moof"]
        starts = [self.start(data, at) / timescale for at in firsts]
        ends = [*starts[1:], starts[0] + total]
        sizes = [b - a for a, b in zip(firsts, [*firsts[1:], len(data)])]
        parts = [
            Part(path, end - start, first, size)
            for start, end, first, size in zip(starts, ends, firsts, sizes)
        ]
        return Clip(path, parts, sidx)


def media(*clips: Clip, gap: int | None = None) -> str:
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:3", "#EXT-X-PLAYLIST-TYPE:VOD"]
    position = 0
    for i, clip in enumerate(clips):
        if i:
            lines.append("#EXT-X-DISCONTINUITY")
        init_range = "" if clip.init_size is None else f',BYTERANGE="{clip.init_size}@0"'
        lines.append(f'#EXT-X-MAP:URI="../{clip.init}"{init_range}')
        behind = None
        for part in clip.parts:
            if position == gap:
                lines.append("#EXT-X-GAP")
            lines.append(f"#EXTINF:{part.seconds:.6f},")
            if part.first is not None:
                # Where a range follows the one before, it need not say where it starts.
                at = "" if part.first == behind else f"@{part.first}"
                lines.append(f"#EXT-X-BYTERANGE:{part.size}{at}")
                behind = part.first + part.size
            lines.append("../absent.m4s" if position == gap else f"../{part.path}")
            position += 1
    return "\n".join([*lines, "#EXT-X-ENDLIST", ""])


def variant(uri: str, more: str, bandwidth: int = 200000) -> str:
    return f"#EXT-X-STREAM-INF:BANDWIDTH={bandwidth}{more}\n{uri}\n"


def audio(uri: str, name: str = "English", language: str = "en", more: str = "") -> str:
    return (
        f'#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="{name}",LANGUAGE="{language}",'
        f'CHANNELS="2",AUTOSELECT=YES{more},URI="{uri}"\n'
    )


def multivariant(*entries: str) -> str:
    return "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n" + "".join(entries)


CODECS = f',CODECS="{VIDEO_CODEC},{AUDIO_CODEC}",RESOLUTION=320x180,FRAME-RATE=25.000'
GROUP = f'{CODECS},AUDIO="audio"'
DEFAULT = ",DEFAULT=YES"


def main(_work: Path, out: Path) -> None:
    files = Files(out)
    video_s, audio_s = 12, 576512 / 48000

    def write(name: str, text: str) -> str:
        (out / f"{name}.m3u8").write_text(text, encoding="utf-8")
        return f"{name}.m3u8"

    number = "schemes/number"
    v0, v1 = (
        files.separate(
            f"{number}/{name}", "init.mp4", [f"{7 + i:04}.m4s" for i in range(6)], video_s
        )
        for name in ("v0", "v1")
    )
    en = files.separate(f"{number}/en", "init.mp4", [f"{i}.m4s" for i in range(6)], audio_s)

    # Audio and video apart, two qualities.
    low, high = write("number-v0", media(v0)), write("number-v1", media(v1))
    sound = write("number-en", media(en))
    write(
        "number",
        multivariant(
            audio(sound, more=DEFAULT), variant(low, GROUP), variant(high, GROUP, 300000)
        ),
    )
    # Without a multivariant playlist, and one that does not say what there is.
    write("no-codecs", multivariant(variant(low, ""), variant(high, "", 300000)))
    # The same in two places, the first of which has nothing.
    write(
        "redundant",
        multivariant(
            audio(sound, more=DEFAULT),
            variant("absent.m3u8", GROUP),
            variant(low, GROUP),
        ),
    )
    # The third segment, from 4 s to 6 s, is missing at the source.
    write(
        "gap",
        multivariant(
            audio(write("gap-en", media(en, gap=2)), more=DEFAULT),
            variant(write("gap-v0", media(v0, gap=2)), GROUP),
        ),
    )

    # One file for each rendition.
    write(
        "ranges",
        multivariant(
            audio(
                write("ranges-en", media(files.ranges("schemes/base/en.mp4", audio_s))),
                more=DEFAULT,
            ),
            *(
                variant(
                    write(f"ranges-{name}", media(files.ranges(f"schemes/base/{name}.mp4", video_s))),
                    GROUP,
                    rate,
                )
                for name, rate in (("v0", 200000), ("v1", 300000))
            ),
        ),
    )

    # Timestamps from 100 s on, which no playlist tells.
    offset = {
        name: files.separate(
            f"schemes/offset/{name}", "init.mp4", [f"{51 + i}.m4s" for i in range(6)], total
        )
        for name, total in (("v0", video_s), ("en", audio_s))
    }
    write(
        "offset",
        multivariant(
            audio(write("offset-en", media(offset["en"])), more=DEFAULT),
            variant(write("offset-v0", media(offset["v0"])), GROUP),
        ),
    )

    # Three clips of different sizes, tones and clocks.
    clips = {}
    for name, total in (("v", 4), ("a", 4)):
        times = [100 * 90000 // 2, 104 * 90000 // 2] if name == "v" else [2400000, 2496256]
        clips[name] = [
            files.separate(f"schemes/periods/0/{name}", "init.mp4", ["1.m4s", "2.m4s"], total),
            files.separate(
                f"schemes/periods/1/{name}", "init.mp4", [f"{t}.m4s" for t in times], total
            ),
            files.ranges(f"schemes/periods/2/{name}.mp4", total),
        ]
    write(
        "discontinuity",
        multivariant(
            audio(write("discontinuity-a", media(*clips["a"])), more=DEFAULT),
            variant(write("discontinuity-v", media(*clips["v"])), GROUP),
        ),
    )

    # Two languages, three qualities, 40 s.
    names = [f"{i + 1:05}.m4s" for i in range(20)]
    sizes = {"v240": ("426x240", 350000), "v480": ("854x480", 1100000), "v720": ("1280x720", 2700000)}
    languages = (("en", "English", DEFAULT), ("fr", "Français", ""))
    write(
        "ladder",
        multivariant(
            *(
                audio(
                    write(
                        f"ladder-{code}",
                        media(files.separate(f"ladder/{code}", "init.mp4", names, 40)),
                    ),
                    name,
                    code,
                    more,
                )
                for code, name, more in languages
            ),
            *(
                variant(
                    write(
                        f"ladder-{name}",
                        media(files.separate(f"ladder/{name}", "init.mp4", names, 40)),
                    ),
                    f',CODECS="avc1.4d401f,{AUDIO_CODEC}",RESOLUTION={size},AUDIO="audio"',
                    rate,
                )
                for name, (size, rate) in sizes.items()
            ),
        ),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
