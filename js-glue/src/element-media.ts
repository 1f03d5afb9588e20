import type { OffstageMediaError } from './element-error.js';
import type { Player, PlayerConfig } from './index.js';
import type { AudioTrack, RenditionList, TrackList, VideoTrack } from './media-tracks.js';

/** What the elements have beyond their native kin. */
export interface OffstageMedia {
  /** The player at work; null while the element is not in the document, or `config` is wrong. */
  readonly player: Player | null;
  /**
   * The player's options. Also an attribute, in JSON. Others hold at once, as those of
   * `player.configure()`; but another `engine`, `worker` or `mse`, and less than was said before,
   * start the stream anew. What makes no sense comes out as an `error` event. Default `{}`.
   */
  config: PlayerConfig;
  /** As that of a native element; its `cause` is the player's error. */
  readonly error: OffstageMediaError | null;
  /** The video tracks of the stream. Setting `selected` of one plays it. */
  readonly videoTracks: TrackList<VideoTrack>;
  /** The audio tracks of the stream. Setting `enabled` of one plays it in place of the other. */
  readonly audioTracks: TrackList<AudioTrack>;
  /** The qualities of the video track. Selecting one pins it, selecting none lets the player choose. */
  readonly videoRenditions: RenditionList;
  /** The qualities of the audio track, where there is no video. */
  readonly audioRenditions: RenditionList;
}
