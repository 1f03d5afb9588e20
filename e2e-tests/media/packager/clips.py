"""Reads the clips that make-media.sh has encoded, put straight in time."""

from __future__ import annotations

from pathlib import Path

import fmp4
from fmp4 import Track

FRAME_RATE = 25
SEGMENT_S = 2


def video(work: Path, name: str) -> Track:
    return fmp4.read(str(work / f"{name}.mp4"))


def aac(work: Path, name: str, seconds: float) -> Track:
    """An AAC clip without the encoder's first frame, which holds only the priming samples.

    So the tone's first sample plays at time 0 and no edit list is needed. The last frame is the
    one that covers the end: audio may end up to 21 ms after the video.
    """
    track = fmp4.read(str(work / f"{name}.mp4"))
    return track.without_first(1).rebased().until(seconds)
