"""codecs/: VP9 and AV1 with Opus, in fragmented MP4 and in WebM. 8 s."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import clips
import fmp4
import mpd
import webm
from mpd import element

SECONDS = 8
SIZES = {"vp9-0": (320, 180), "vp9-1": (480, 270), "av1": (320, 180)}
SOUND = "opus"


class Packager:
    def __init__(self, work: Path, out: Path):
        self.out = out
        self.work = work
        names = [*SIZES, SOUND]
        self.tracks = {n: fmp4.read(str(work / f"{n}.mp4")).until(SECONDS) for n in names}

    def mp4(self, name: str, videos: list[str]) -> None:
        for clip in [*videos, SOUND]:
            track = self.tracks[clip]
            segments = track.split(clips.SEGMENT_S)
            mpd.write_segments(
                track, segments, self.out / "mp4" / clip, "init.mp4", lambda i, _: f"{1 + i}.m4s"
            )

        def adaptation(clip_names: list[str], attributes: str) -> str:
            timescale = self.tracks[clip_names[0]].timescale
            return element(
                "AdaptationSet",
                attributes,
                element(
                    "SegmentTemplate",
                    f'timescale="{timescale}" duration="{clips.SEGMENT_S * timescale}" '
                    'initialization="mp4/$RepresentationID$/init.mp4" '
                    'media="mp4/$RepresentationID$/$Number$.m4s"',
                ),
                *(
                    element(
                        "Representation",
                        mpd.representation(
                            clip,
                            self.tracks[clip],
                            mpd.bandwidth(self.tracks[clip].split(clips.SEGMENT_S)),
                            SIZES.get(clip),
                        ),
                    )
                    for clip in clip_names
                ),
            )

        self._manifest(
            name,
            adaptation(videos, 'contentType="video" mimeType="video/mp4" frameRate="25"'),
            adaptation([SOUND], 'contentType="audio" mimeType="audio/mp4" lang="en"'),
            profiles=mpd.LIVE,
        )

    def webm(self, name: str, videos: list[str]) -> None:
        def adaptation(clip_names: list[str], attributes: str) -> str:
            return element("AdaptationSet", attributes, *map(representation, clip_names))

        def representation(clip: str) -> str:
            target = self.out / "webm" / f"{clip}.webm"
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(self.work / f"{clip}.webm", target)
            file = webm.read(target, SECONDS)
            return element(
                "Representation",
                mpd.representation(clip, self.tracks[clip], file.bandwidth, SIZES.get(clip)),
                mpd.text("BaseURL", f"webm/{clip}.webm"),
                element(
                    "SegmentBase",
                    f'indexRange="{file.index}"',
                    element("Initialization", f'range="{file.init}"'),
                ),
            )

        self._manifest(
            name,
            adaptation(videos, 'contentType="video" mimeType="video/webm" frameRate="25"'),
            adaptation([SOUND], 'contentType="audio" mimeType="audio/webm" lang="en"'),
            profiles="urn:webm:dash:profile:webm-on-demand:2012",
        )

    def _manifest(self, name: str, *sets: str, profiles: str) -> None:
        period = element("Period", 'id="1" start="PT0S"', *sets)
        mpd.write(self.out / f"{name}.mpd", mpd.document(period, SECONDS, profiles))


def main(work: Path, out: Path) -> None:
    packager = Packager(work, out)
    for codec, videos in [("vp9", ["vp9-0", "vp9-1"]), ("av1", ["av1"])]:
        packager.mp4(f"{codec}-mp4", videos)
        packager.webm(f"{codec}-webm", videos)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
