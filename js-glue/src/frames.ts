/** Frames dropped and shown or dropped so far; zeros for audio. */
export function frames(element: HTMLMediaElement): { droppedFrames: number; totalFrames: number } {
  const quality = (element as Partial<HTMLVideoElement>).getVideoPlaybackQuality?.();
  return {
    droppedFrames: quality?.droppedVideoFrames ?? 0,
    totalFrames: quality?.totalVideoFrames ?? 0,
  };
}
