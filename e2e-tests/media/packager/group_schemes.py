"""schemes/: every addressing scheme, in small. 12 s, two renditions where it matters, one language.

Each function writes the manifests that its name says, and the files that are theirs alone.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import clips
import mpd
import single_file
from fmp4 import Segment, Track
from mpd import element, representation
from single_file import SingleFile

SECONDS = 12
SIZE = (320, 180)


@dataclass(frozen=True)
class Clip:
    """A track, cut."""

    name: str
    track: Track
    size: tuple[int, int] | None = None

    @property
    def segments(self) -> list[Segment]:
        return self.track.split(clips.SEGMENT_S)

    @property
    def timescale(self) -> int:
        return self.track.timescale

    @property
    def attributes(self) -> str:
        return representation(self.name, self.track, mpd.bandwidth(self.segments), self.size)

    def seconds(self, seconds: float) -> int:
        return round(seconds * self.timescale)

    def write(self, folder: Path, media, init: str = "init.mp4") -> None:
        mpd.write_segments(self.track, self.segments, folder, init, media)


@dataclass(frozen=True)
class Sources:
    work: Path
    out: Path

    def video(self, source: str, name: str, size: tuple[int, int] = SIZE) -> Clip:
        return Clip(name, clips.video(self.work, source), size)

    def audio(self, source: str = "en", seconds: float = SECONDS, name: str = "en") -> Clip:
        return Clip(name, clips.aac(self.work, source, seconds))

    def both(self) -> list[Clip]:
        return [self.video("s0", "v0"), self.video("s1", "v1")]

    def manifest(self, name: str, *sets: str, profiles: str = mpd.LIVE) -> None:
        period = element("Period", 'id="1" start="PT0S"', *sets)
        mpd.write(self.out / f"{name}.mpd", mpd.document(period, SECONDS, profiles))


def retimed(clip: Clip, timescale: int, start: int) -> Clip:
    return Clip(clip.name, clip.track.rescaled(timescale).shifted(start), clip.size)


# The files of number/ serve several manifests.
VIDEO_START, AUDIO_START = 7, 0
VIDEO_TEMPLATE = (
    'timescale="12800" duration="25600" startNumber="7" '
    'initialization="number/$RepresentationID$/init.mp4" '
    'media="number/$RepresentationID$/$Number%04d$.m4s"'
)
AUDIO_TEMPLATE = (
    'timescale="48000" duration="96000" startNumber="0" '
    'initialization="number/$RepresentationID$/init.mp4" '
    'media="number/$RepresentationID$/$Number$.m4s"'
)


def number(sources: Sources) -> None:
    videos, audio = sources.both(), sources.audio()
    for video in videos:
        video.write(
            sources.out / "number" / video.name, lambda i, _: f"{VIDEO_START + i:04}.m4s"
        )
    audio.write(sources.out / "number" / audio.name, lambda i, _: f"{AUDIO_START + i}.m4s")
    playable_video = element("SegmentTemplate", VIDEO_TEMPLATE) + "".join(
        element("Representation", v.attributes) for v in videos
    )
    playable_audio = element("SegmentTemplate", AUDIO_TEMPLATE) + element(
        "Representation", audio.attributes
    )
    sources.manifest("number", mpd.video_set(playable_video), mpd.audio_set(playable_audio))
    unsupported(sources, playable_video, playable_audio)


def unsupported(sources: Sources, video: str, audio: str) -> None:
    """The files of the codecs that no browser plays are absent: whoever asks for them gets 404."""

    def absent(name: str, codecs: str, rate: int, more: str) -> str:
        return element(
            "Representation", f'id="{name}" codecs="{codecs}" bandwidth="{rate}" {more}'
        )

    frame = 'width="320" height="180"'
    rate = 'audioSamplingRate="48000"'
    # Not HEVC: Firefox says that it plays it, even where it cannot.
    versatile = absent("versatile", "vvc1.1.L35.CQA", 110000, frame)
    vision = absent("vision", "dvh1.05.01", 300000, frame)
    eac3 = absent("eac3", "ec-3", 96000, rate)
    ac4 = absent("ac4", "ac-4.02.01.01", 64000, rate)
    video_template = element("SegmentTemplate", VIDEO_TEMPLATE.replace("number/", "absent/"))
    audio_template = element("SegmentTemplate", AUDIO_TEMPLATE.replace("number/", "absent/"))
    main = element("Role", 'schemeIdUri="urn:mpeg:dash:role:2011" value="main"')
    sources.manifest(
        "unsupported",
        # A whole set first, and one Representation among playable ones.
        mpd.video_set(main, video_template, versatile),
        mpd.video_set(main, video, vision),
        mpd.audio_set(main, audio_template, eac3),
        mpd.audio_set(main, audio),
    )
    sources.manifest(
        "unplayable",
        mpd.video_set(video_template, vision),
        mpd.audio_set(audio_template, ac4),
    )


def time(sources: Sources) -> None:
    videos, audio = sources.both(), sources.audio()
    for clip in [*videos, audio]:
        clip.write(sources.out / "time" / clip.name, lambda _, s: f"{s.time}.m4s")
    names = (
        'initialization="time/$RepresentationID$/init.mp4" '
        'media="time/$RepresentationID$/$Time$.m4s"'
    )
    # The last S repeats until the Period ends.
    open_timeline = element(
        "SegmentTimeline",
        "",
        element("S", 't="0" d="25600"'),
        element("S", 'd="25600" r="-1"'),
    )
    sources.manifest(
        "time",
        mpd.video_set(
            element("SegmentTemplate", f'timescale="12800" {names}', open_timeline),
            *(element("Representation", v.attributes) for v in videos),
        ),
        mpd.audio_set(
            element("SegmentTemplate", f'timescale="48000" {names}', mpd.timeline(audio.segments)),
            element("Representation", audio.attributes),
        ),
    )


def bandwidth(sources: Sources) -> None:
    """Nested BaseURLs, and a SegmentTemplate put together from three levels."""
    (low, high), audio = sources.both(), sources.audio()
    rate = {clip.name: mpd.bandwidth(clip.segments) for clip in (low, high, audio)}
    root = sources.out / "bandwidth" / "period"
    init = "init-{}.mp4"
    low.write(
        root / "video" / "low",
        lambda i, _: f"{low.name}-{rate[low.name]}-{1 + i}.m4s",
        init.format(low.name),
    )
    high.write(
        root / "video" / "high",
        lambda i, _: f"{rate[high.name]:08}/$-{1 + i}.m4s",
        init.format(high.name),
    )
    audio.write(
        root / "audio",
        lambda i, _: f"{audio.name}-{rate[audio.name]}-{1 + i}.m4s",
        init.format(audio.name),
    )
    period = element(
        "Period",
        'id="1" start="PT0S"',
        mpd.text("BaseURL", "period/"),
        element(
            "SegmentTemplate",
            'timescale="1000" duration="2000" initialization="init-$RepresentationID$.mp4" '
            'media="$RepresentationID$-$Bandwidth$-$Number$.m4s"',
        ),
        element(
            "AdaptationSet",
            'contentType="video" mimeType="video/mp4" width="320" height="180" frameRate="25" '
            f'codecs="{low.track.codecs}" segmentAlignment="true" startWithSAP="1"',
            mpd.text("BaseURL", "video/"),
            # Overrides the Period's; what is not named here holds on.
            element("SegmentTemplate", 'timescale="12800" duration="25600"'),
            element(
                "Representation",
                f'id="{low.name}" bandwidth="{rate[low.name]}"',
                mpd.text("BaseURL", "low/"),
            ),
            element(
                "Representation",
                f'id="{high.name}" bandwidth="{rate[high.name]}"',
                mpd.text("BaseURL", "high/"),
                # $$ is a dollar sign.
                element("SegmentTemplate", 'media="$Bandwidth%08d$/$$-$Number$.m4s"'),
            ),
        ),
        element(
            "AdaptationSet",
            'contentType="audio" mimeType="audio/mp4" lang="en" audioSamplingRate="48000" '
            f'codecs="{audio.track.codecs}" segmentAlignment="true" startWithSAP="1"',
            mpd.text("BaseURL", "audio/"),
            element("Representation", f'id="{audio.name}" bandwidth="{rate[audio.name]}"'),
        ),
    )
    body = mpd.text("BaseURL", "bandwidth/") + period
    mpd.write(sources.out / "bandwidth.mpd", mpd.document(body, SECONDS))


def segment_base(url: str, clip: Clip, file: SingleFile, offset: int = 0) -> str:
    pto = f' presentationTimeOffset="{offset}"' if offset else ""
    return element(
        "Representation",
        clip.attributes,
        mpd.text("BaseURL", url),
        element(
            "SegmentBase",
            f'timescale="{clip.timescale}"{pto} indexRange="{file.index}" indexRangeExact="true"',
            element("Initialization", f'range="{file.init}"'),
        ),
    )


def base(sources: Sources) -> None:
    """base.mpd, and list-range.mpd on the same files."""
    videos, audio = sources.both(), sources.audio()
    indexed, listed = {}, {}
    for clip in [*videos, audio]:
        url = f"base/{clip.name}.mp4"
        file = single_file.write_flat(sources.out / url, clip.track, clip.segments)
        indexed[clip.name] = segment_base(url, clip, file)
        listed[clip.name] = element(
            "Representation",
            clip.attributes,
            mpd.text("BaseURL", url),
            element(
                "SegmentList",
                f'timescale="{clip.timescale}" duration="{clip.seconds(clips.SEGMENT_S)}"',
                element("Initialization", f'range="{file.init}"'),
                *(element("SegmentURL", f'mediaRange="{r}"') for r in file.media),
            ),
        )
    for name, by_clip, profiles, subsegments in [
        ("base", indexed, mpd.ON_DEMAND, True),
        ("list-range", listed, mpd.MAIN, False),
    ]:
        sources.manifest(
            name,
            mpd.video_set(*(by_clip[v.name] for v in videos), subsegments=subsegments),
            mpd.audio_set(by_clip[audio.name], subsegments=subsegments),
            profiles=profiles,
        )


def hierarchical(sources: Sources) -> None:
    """Video: a sidx of three sidx boxes. Audio: a daisy chain of them."""
    (video, _), audio = sources.both(), sources.audio()
    tree = single_file.write_tree(
        sources.out / "hierarchical" / "v0.mp4", video.track, video.segments, 2
    )
    chain = single_file.write_chain(
        sources.out / "hierarchical" / "en.mp4", audio.track, audio.segments, 2
    )
    sources.manifest(
        "hierarchical",
        mpd.video_set(segment_base("hierarchical/v0.mp4", video, tree), subsegments=True),
        mpd.audio_set(segment_base("hierarchical/en.mp4", audio, chain), subsegments=True),
        profiles=mpd.ON_DEMAND,
    )


def segment_list(sources: Sources) -> None:
    """Names each file of number/; the sound's true durations are in a SegmentTimeline."""
    videos, audio = sources.both(), sources.audio()

    def urls(clip: Clip, first: int, pattern: str) -> list[str]:
        return [
            element("SegmentURL", f'media="{clip.name}/{pattern.format(first + i)}.m4s"')
            for i in range(len(clip.segments))
        ]

    sources.manifest(
        "list",
        mpd.video_set(
            mpd.text("BaseURL", "number/"),
            element("SegmentList", 'duration="2"'),
            *(
                element(
                    "Representation",
                    v.attributes,
                    element(
                        "SegmentList",
                        "",
                        element("Initialization", f'sourceURL="{v.name}/init.mp4"'),
                        *urls(v, VIDEO_START, "{:04}"),
                    ),
                )
                for v in videos
            ),
        ),
        mpd.audio_set(
            mpd.text("BaseURL", "number/"),
            element(
                "Representation",
                audio.attributes,
                element(
                    "SegmentList",
                    'timescale="48000"',
                    element("Initialization", f'sourceURL="{audio.name}/init.mp4"'),
                    mpd.timeline(audio.segments),
                    *urls(audio, AUDIO_START, "{}"),
                ),
            ),
        ),
        profiles=mpd.MAIN,
    )


def offset(sources: Sources) -> None:
    """The media's own clock stands at 100 s when the presentation begins."""
    sets = []
    for clip, wrap in [
        (sources.video("s0", "v0"), mpd.video_set),
        (sources.audio(), mpd.audio_set),
    ]:
        start = clip.seconds(100)
        clip = Clip(clip.name, clip.track.shifted(start), clip.size)
        clip.write(sources.out / "offset" / clip.name, lambda i, _: f"{51 + i}.m4s")
        template = element(
            "SegmentTemplate",
            f'timescale="{clip.timescale}" duration="{clip.seconds(clips.SEGMENT_S)}" '
            f'presentationTimeOffset="{start}" startNumber="51" '
            'initialization="offset/$RepresentationID$/init.mp4" '
            'media="offset/$RepresentationID$/$Number$.m4s"',
        )
        sets.append(wrap(template, element("Representation", clip.attributes)))
    sources.manifest("offset", *sets)


def big_time(sources: Sources) -> None:
    """Ticks of 100 ns that end 13 s short of 2^53."""
    timescale, start = 10_000_000, 9_007_199_000_000_000
    sets = []
    for clip, wrap in [
        (sources.video("s0", "v0"), mpd.video_set),
        (sources.audio(), mpd.audio_set),
    ]:
        clip = retimed(clip, timescale, start)
        assert clip.segments[-1].time + clip.segments[-1].duration < 2**53
        clip.write(sources.out / "bigtime" / clip.name, lambda _, s: f"{s.time}.m4s")
        template = element(
            "SegmentTemplate",
            f'timescale="{timescale}" presentationTimeOffset="{start}" '
            'initialization="bigtime/$RepresentationID$/init.mp4" '
            'media="bigtime/$RepresentationID$/$Time$.m4s"',
            mpd.timeline(clip.segments),
        )
        sets.append(wrap(template, element("Representation", clip.attributes)))
    sources.manifest("bigtime", *sets)


def b_frames(sources: Sources) -> None:
    """Composition offsets of at least two frames, or shifted to begin at 0 by negative ones."""
    late = sources.video("bframes", "v0")
    straight = sources.video("bframes-negative", "v0")
    straight = Clip("v0", straight.track.with_presentation_from_zero(), SIZE)
    for name, clip in [("bframes", late), ("bframes-negative", straight)]:
        clip.write(sources.out / name / clip.name, lambda i, _: f"{1 + i}.m4s")
        template = element(
            "SegmentTemplate",
            'timescale="12800" duration="25600" '
            f'initialization="{name}/$RepresentationID$/init.mp4" '
            f'media="{name}/$RepresentationID$/$Number$.m4s"',
        )
        sources.manifest(
            name,
            mpd.video_set(template, element("Representation", clip.attributes)),
            mpd.audio_set(
                element("SegmentTemplate", AUDIO_TEMPLATE),
                element("Representation", sources.audio().attributes),
            ),
        )


def periods(sources: Sources) -> None:
    """Three clips, each with its own size, tone, clock and addressing."""
    sizes = [(320, 180), (256, 144), (480, 270)]

    def pair(i: int) -> list[Clip]:
        return [
            sources.video(f"period{i}", "v", sizes[i]),
            sources.audio(f"tone{i}", 4, "a"),
        ]

    def sets(bodies: list[str]) -> list[str]:
        return [mpd.video_set(bodies[0]), mpd.audio_set(bodies[1])]

    first = []
    for clip in pair(0):
        clip.write(sources.out / "periods" / "0" / clip.name, lambda i, _: f"{1 + i}.m4s")
        first.append(
            element(
                "SegmentTemplate",
                f'timescale="{clip.timescale}" duration="{clip.seconds(clips.SEGMENT_S)}" '
                'initialization="periods/0/$RepresentationID$/init.mp4" '
                'media="periods/0/$RepresentationID$/$Number$.m4s"',
            )
            + element("Representation", clip.attributes)
        )

    second = []
    for clip in pair(1):
        timescale = 90000 if clip.size else clip.timescale
        clip = retimed(clip, timescale, 50 * timescale)
        clip.write(sources.out / "periods" / "1" / clip.name, lambda _, s: f"{s.time}.m4s")
        second.append(
            element(
                "SegmentTemplate",
                f'timescale="{timescale}" presentationTimeOffset="{50 * timescale}" '
                'initialization="periods/1/$RepresentationID$/init.mp4" '
                'media="periods/1/$RepresentationID$/$Time$.m4s"',
                mpd.timeline(clip.segments),
            )
            + element("Representation", clip.attributes)
        )

    third = []
    for clip in pair(2):
        start = clip.seconds(7)
        clip = Clip(clip.name, clip.track.shifted(start), clip.size)
        url = f"periods/2/{clip.name}.mp4"
        file = single_file.write_flat(sources.out / url, clip.track, clip.segments)
        third.append(segment_base(url, clip, file, start))

    body = (
        element("Period", 'id="first" start="PT0S" duration="PT4S"', *sets(first))
        # Where the other Periods begin and how long the last one is follows from what is said.
        + element("Period", 'id="second" duration="PT4S"', *sets(second))
        + element("Period", 'id="third"', *sets(third))
    )
    mpd.write(sources.out / "periods.mpd", mpd.document(body, SECONDS, mpd.FULL))


def main(work: Path, out: Path) -> None:
    sources = Sources(work, out)
    number(sources)
    time(sources)
    bandwidth(sources)
    base(sources)
    hierarchical(sources)
    segment_list(sources)
    offset(sources)
    big_time(sources)
    b_frames(sources)
    periods(sources)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
