"""ladder/: the main sample. Three video renditions and two languages, numbered segments."""

import sys
from pathlib import Path

import clips
import mpd
from mpd import element

SECONDS = 40
VIDEO = {"v240": (426, 240), "v480": (854, 480), "v720": (1280, 720)}
AUDIO = ("en", "fr")
LANGUAGE_NAMES = {"en": "English", "fr": "Français"}


def main(work: Path, out: Path) -> None:
    video = {name: clips.video(work, name) for name in VIDEO}
    audio = {name: clips.aac(work, name, SECONDS) for name in AUDIO}
    rates = {}
    for name, track in {**video, **audio}.items():
        segments = track.split(clips.SEGMENT_S)
        rates[name] = mpd.bandwidth(segments)
        mpd.write_segments(
            track, segments, out / name, "init.mp4", lambda i, _: f"{i + 1:05}.m4s"
        )

    def template(timescale: int) -> str:
        return element(
            "SegmentTemplate",
            f'timescale="{timescale}" duration="{clips.SEGMENT_S * timescale}" startNumber="1" '
            'initialization="$RepresentationID$/init.mp4" '
            'media="$RepresentationID$/$Number%05d$.m4s"',
        )

    def video_set(*names: str) -> str:
        return element(
            "AdaptationSet",
            'id="1" contentType="video" mimeType="video/mp4" segmentAlignment="true" '
            'startWithSAP="1" par="16:9" frameRate="25"',
            template(12800),
            *(
                element(
                    "Representation",
                    f'id="{name}" codecs="{video[name].codecs}" bandwidth="{rates[name]}" '
                    f'width="{VIDEO[name][0]}" height="{VIDEO[name][1]}" sar="1:1"',
                )
                for name in names
            ),
        )

    def audio_set(name: str) -> str:
        return element(
            "AdaptationSet",
            f'id="{2 + AUDIO.index(name)}" contentType="audio" mimeType="audio/mp4" lang="{name}" '
            'segmentAlignment="true" startWithSAP="1"',
            mpd.text("Label", LANGUAGE_NAMES[name]),
            element("Role", 'schemeIdUri="urn:mpeg:dash:role:2011" value="main"')
            if name == "en"
            else element("Role", 'schemeIdUri="urn:mpeg:dash:role:2011" value="dub"'),
            template(48000),
            element(
                "Representation",
                f'id="{name}" codecs="{audio[name].codecs}" bandwidth="{rates[name]}" '
                'audioSamplingRate="48000"',
                element(
                    "AudioChannelConfiguration",
                    'schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" '
                    'value="2"',
                ),
            ),
        )

    manifests = {
        "manifest": [video_set(*VIDEO), audio_set("en"), audio_set("fr")],
        "480p": [video_set("v480"), audio_set("en")],
        "480p-video": [video_set("v480")],
        "240p": [video_set("v240"), audio_set("en")],
        "audio": [audio_set("en"), audio_set("fr")],
    }
    for name, sets in manifests.items():
        period = element("Period", 'id="1" start="PT0S"', *sets)
        mpd.write(out / f"{name}.mpd", mpd.document(period, SECONDS))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
