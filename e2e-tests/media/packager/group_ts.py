"""ts/: HLS with transport streams and packed audio.

    python3 group_ts.py WORK OUT
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

SEGMENT_S = 2
CLOCK_HZ = 90000
START_S = 95440.5  # of the clips a0 and a1, as make-media.sh says
VIDEO_CODEC, AAC, MP3 = "avc1.4d4015", "mp4a.40.2", "mp4a.40.34"
KEYS = [bytes(range(16)), bytes(range(100, 116))]
IV = bytes(range(200, 216))


def adts(data: bytes) -> list[bytes]:
    """The frames of AAC in ADTS (ISO/IEC 14496-3, section 1.A.2)."""
    frames, at = [], 0
    while at < len(data):
        size = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
        frames.append(data[at : at + size])
        at += size
    return frames


def mp3(data: bytes) -> list[bytes]:
    """The frames of MPEG 1, layer 3, 48 kHz (ISO/IEC 11172-3, section 2.4.2.3)."""
    rates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
    frames, at = [], 0
    while at < len(data):
        size = 144 * rates[data[at + 2] >> 4] * 1000 // 48000 + (data[at + 2] >> 1 & 1)
        frames.append(data[at : at + size])
        at += size
    return frames


def timestamp_tag(seconds: float) -> bytes:
    """The ID3 tag that says when packed audio starts (RFC 8216bis, section 3.3)."""
    owner = b"com.apple.streaming.transportStreamTimestamp\0"
    ticks = round(seconds * CLOCK_HZ) % (1 << 33)
    body = owner + ticks.to_bytes(8, "big")
    frame = b"PRIV" + len(body).to_bytes(4, "big") + b"\0\0" + body
    return b"ID3\4\0\0" + len(frame).to_bytes(4, "big") + frame


def packed(frames: list[bytes], samples: int, total_s: float) -> list[tuple[bytes, float]]:
    """Segments of whole frames and their durations."""
    frame_s = samples / 48000
    segments, at = [], 0
    for number in range(round(total_s / SEGMENT_S)):
        end = round((number + 1) * SEGMENT_S / frame_s)
        tag = timestamp_tag(START_S + at * frame_s)
        segments.append((tag + b"".join(frames[at:end]), (end - at) * frame_s))
        at = end
    return segments


def encrypt(data: bytes, key: bytes, iv: bytes) -> bytes:
    command = ["openssl", "enc", "-aes-128-cbc", "-K", key.hex(), "-iv", iv.hex()]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def media(lines: list[str], sequence: int = 0) -> str:
    head = [
        "#EXTM3U",
        "#EXT-X-VERSION:4",
        f"#EXT-X-TARGETDURATION:{SEGMENT_S}",
        "#EXT-X-PLAYLIST-TYPE:VOD",
        f"#EXT-X-MEDIA-SEQUENCE:{sequence}",
    ]
    return "\n".join([*head, *lines, "#EXT-X-ENDLIST", ""])


def multivariant(*lines: str) -> str:
    return "\n".join(["#EXTM3U", "#EXT-X-VERSION:4", "#EXT-X-INDEPENDENT-SEGMENTS", *lines, ""])


def variant(uri: str, codecs: str, bandwidth: int = 250000, more: str = "") -> str:
    return (
        f'#EXT-X-STREAM-INF:BANDWIDTH={bandwidth},CODECS="{VIDEO_CODEC},{codecs}",'
        f"RESOLUTION=320x180,FRAME-RATE=25.000{more}\n{uri}"
    )


def audio(uri: str) -> str:
    return (
        '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="English",LANGUAGE="en",'
        f'DEFAULT=YES,AUTOSELECT=YES,URI="{uri}"'
    )


def main(work: Path, out: Path) -> None:
    def write(name: str, text: str) -> str:
        (out / name).write_text(text, encoding="utf-8")
        return name

    def segment(name: str, seconds: float = SEGMENT_S, uri: str | None = None) -> list[str]:
        return [f"#EXTINF:{seconds:.6f},", uri or name]

    # Picture and sound in each segment.
    for name in [f"{clip}-{i}.ts" for clip in ("a0", "a1") for i in range(3)]:
        shutil.copy(work / name, out / name)
    for clip in ("a0", "a1"):
        lines = [line for i in range(3) for line in segment(f"{clip}-{i}.ts")]
        write(f"muxed-{clip}.m3u8", media(lines))
    write(
        "muxed.m3u8",
        multivariant(variant("muxed-a0.m3u8", AAC), variant("muxed-a1.m3u8", AAC, 350000)),
    )

    lines = []
    for i in range(3):
        shutil.copy(work / f"mp3-{i}.ts", out / f"mp3-{i}.ts")
        lines += segment(f"mp3-{i}.ts")
    write("muxed-mp3.m3u8", media(lines))

    # Video in byte ranges of one file; audio without a container.
    lines, video = [], b""
    for i in range(3):
        data = (work / f"a0-video-{i}.ts").read_bytes()
        at = "@0" if i == 0 else ""
        lines += [f"#EXTINF:{SEGMENT_S:.6f},", f"#EXT-X-BYTERANGE:{len(data)}{at}", "video.ts"]
        video += data
    (out / "video.ts").write_bytes(video)
    write("video.m3u8", media(lines))
    frames = {
        "aac": packed(adts((work / "packed.aac").read_bytes())[1:], 1024, 6),
        "mp3": packed(mp3((work / "packed.mp3").read_bytes())[2:], 1152, 6),
    }
    for kind, codec in (("aac", AAC), ("mp3", MP3)):
        lines = []
        for i, (data, seconds) in enumerate(frames[kind]):
            (out / f"{i}.{kind}").write_bytes(data)
            lines += segment(f"{i}.{kind}", seconds)
        playlist = write(f"audio-{kind}.m3u8", media(lines))
        write(
            f"apart-{kind}.m3u8",
            multivariant(audio(playlist), variant("video.m3u8", codec, more=',AUDIO="audio"')),
        )

    # Encrypted: an IV that is given, one that is the sequence number, another key, none at all.
    (out / "0.key").write_bytes(KEYS[0])
    sequence = 7
    ivs = [IV, (sequence + 1).to_bytes(16, "big"), (sequence + 2).to_bytes(16, "big")]
    for i, iv in enumerate(ivs):
        data = (work / f"a0-{i}.ts").read_bytes()
        (out / f"encrypted-{i}.ts").write_bytes(encrypt(data, KEYS[i // 2], iv))
    inline = subprocess.run(["base64"], input=KEYS[1], capture_output=True, check=True).stdout
    write(
        "encrypted.m3u8",
        media(
            [
                f'#EXT-X-KEY:METHOD=AES-128,URI="0.key",IV=0x{IV.hex()}',
                *segment("encrypted-0.ts"),
                '#EXT-X-KEY:METHOD=AES-128,URI="0.key"',
                *segment("encrypted-1.ts"),
                f'#EXT-X-KEY:METHOD=AES-128,URI="data:text/plain;base64,{inline.decode().strip()}"',
                *segment("encrypted-2.ts"),
            ],
            sequence,
        ),
    )

    # Three clips of other sizes, sounds and clocks.
    for name in ("b0-0.ts", "b1-0.ts", "b2-0.ts"):
        shutil.copy(work / name, out / name)
    write(
        "discontinuity.m3u8",
        media(
            [
                *segment("b0-0.ts"),
                "#EXT-X-DISCONTINUITY",
                *segment("b1-0.ts"),
                "#EXT-X-DISCONTINUITY",
                *segment("b2-0.ts"),
            ]
        ),
    )

    # No playlist at all.
    plain = [(work / f"plain-{i}.ts").read_bytes() for i in range(8)]
    (out / "plain.ts").write_bytes(b"".join(plain))
    for name in ("aac", "mp3"):
        shutil.copy(work / f"packed.{name}", out / f"plain.{name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
