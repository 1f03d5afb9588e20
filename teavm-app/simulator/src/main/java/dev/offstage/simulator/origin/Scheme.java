package dev.offstage.simulator.origin;

/** How a manifest says where the segments are. */
public enum Scheme {
  /** {@code SegmentTemplate} with {@code $Number$} and a constant duration. */
  NUMBER,
  /** {@code SegmentTemplate} with {@code $Time$} and a {@code SegmentTimeline}. */
  TIMELINE,
  /** {@code SegmentList}. */
  LIST,
  /** {@code SegmentBase}: one file for each Representation, with a {@code sidx}. */
  BASE,
  /** HLS: media playlists, a discontinuity at the start of each further period. */
  HLS,
  /** HLS with transport streams; sound is apart, some of it without a container. */
  HLS_TS,
  /** HLS with transport streams that have picture and sound. */
  HLS_MUXED;

  /** Whether the manifest is a playlist. */
  public boolean isHls() {
    return this == HLS || isStream();
  }

  /** Whether the engine takes the segments apart, so that frames have bytes of their own. */
  public boolean isStream() {
    return this == HLS_TS || this == HLS_MUXED;
  }
}
