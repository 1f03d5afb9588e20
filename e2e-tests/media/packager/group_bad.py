"""bad/: what a player must refuse in good order. Borrows the segments of schemes/number/."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

import mpd
from mpd import element


def main(out: Path) -> None:
    good = (out.parent / "schemes" / "number.mpd").read_text("utf-8")
    good = good.replace('"number/', '"../schemes/number/')

    mpd.write(out / "not-xml.mpd", "#EXTM3U\n#EXT-X-VERSION:7\nneither XML nor a manifest & more\n")
    # Ends within the tag of the second video Representation.
    mpd.write(out / "truncated.mpd", good[: good.index("codecs=", good.index('id="v1"')) + 12])
    mpd.write(
        out / "html.mpd",
        "<!DOCTYPE html>\n<html lang=en>\n<head><meta charset=utf-8><title>Sign in</title>\n"
        "<body>\n<p>You are signed out.<br>Please <a href=/login>sign in</a>.\n",
    )
    mpd.write(
        out / "no-representation.mpd",
        mpd.document(
            element(
                "Period",
                'id="1" start="PT0S"',
                element("AdaptationSet", 'contentType="video" mimeType="video/mp4"'),
                element("AdaptationSet", 'contentType="audio" mimeType="audio/mp4" lang="en"'),
            ),
            12,
        ),
    )
    garbage_segment(out, good)
    entities(out, good)


def garbage_segment(out: Path, good: str) -> None:
    """One video rendition whose third segment, 4 s to 6 s, is noise."""
    mpd.write(out / "garbage" / "3.m4s", random.Random(3).randbytes(20_000))
    attributes = re.search(r'<Representation (id="v0"[^>]*)/>', good)[1]
    urls = [f"../schemes/number/v0/{7 + i:04}.m4s" for i in range(6)]
    urls[2] = "garbage/3.m4s"
    video = mpd.video_set(
        element(
            "Representation",
            attributes,
            element(
                "SegmentList",
                'duration="2"',
                element("Initialization", 'sourceURL="../schemes/number/v0/init.mp4"'),
                *(element("SegmentURL", f'media="{url}"') for url in urls),
            ),
        )
    )
    audio = re.search(r' *<AdaptationSet contentType="audio".*?</AdaptationSet>\n', good, re.S)[0]
    period = element("Period", 'id="1" start="PT0S"', video, mpd.lines(audio))
    mpd.write(out / "garbage-segment.mpd", mpd.document(period, 12, mpd.MAIN))


def entities(out: Path, good: str) -> None:
    """A playable manifest, but for a title that expands to 3 GB."""
    declarations = ['<!ENTITY lol0 "lol">'] + [
        f'<!ENTITY lol{i} "{f"&lol{i - 1};" * 10}">' for i in range(1, 10)
    ]
    head, rest = good.split("<MPD", 1)
    tag, rest = rest.split(">\n", 1)
    title = "  <ProgramInformation>\n    <Title>&lol9;</Title>\n  </ProgramInformation>\n"
    doctype = "<!DOCTYPE MPD [\n" + "".join(f"  {d}\n" for d in declarations) + "]>\n"
    mpd.write(out / "entities.mpd", f"{head}{doctype}<MPD{tag}>\n{title}{rest}")


if __name__ == "__main__":
    main(Path(sys.argv[2]))
