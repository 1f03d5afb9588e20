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
  HLS
}
