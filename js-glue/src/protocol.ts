/**
 * The messages between the page and the worker: two unions, and nothing else crosses.
 *
 * Every message but those of the worker's own life names its `session`: each `load()` starts a new
 * one, counted up from 1 by the page. Both sides drop messages of sessions that are over. The same
 * messages stand as Java records in `dev.offstage.engine.protocol`; `CommandDecoder` and
 * `EventEncoder` of `dev.offstage.worker` turn one into the other.
 *
 * Times of media are seconds. Moments (`at`) are milliseconds since the Unix epoch, by
 * `performance.timeOrigin + performance.now()`, so that both sides mean the same moment.
 */

/** Which build of the engine runs. */
export type EngineKind = 'wasm' | 'js';

/** Where the MediaSource lives. */
export type MsePlace = 'worker' | 'window';

/** The policies that choose qualities. */
export type AbrPolicy = 'default' | 'throughput' | 'bola' | 'bolae' | 'dynamic';

/** The kinds of track that can be chosen. */
export type TrackKind = 'video' | 'audio';

/** Start and end of each buffered range by turns, in seconds. */
export type FlatRanges = number[];

/** The part of the configuration that the engine reads. Every field is set: the page fills in defaults. */
export interface EngineConfig {
  /** How much to hold: seconds of media before and behind the playhead, and bytes of all tracks. */
  buffer: { ahead: number; behind: number; bytes: number };
  abr: {
    /** Who chooses. */
    policy: AbrPolicy;
    /** Bits per second assumed until the first transfers have been measured. */
    initialBandwidth: number;
    /** The part of the measured bandwidth that media may use, 0 to 1. */
    safetyFactor: number;
    /** Qualities of more bits per second are not chosen, but for the lowest; Infinity: no limit. */
    maxBitrate: number;
    /**
     * Device pixels that the element shows: a quality is not chosen where one with fewer pixels fills
     * them. 0: no matter.
     */
    width: number;
    height: number;
  };
  network: {
    /** How often a failed request is tried again. */
    retries: number;
    /** Milliseconds without progress after which a request has failed. */
    timeout: number;
    /** Headers for every request, as pairs. */
    headers: [string, string][];
    withCredentials: boolean;
    /** Whether the application wants to see each request (`request`) before it is sent. */
    hooked: boolean;
  };
  /** `targetLatency`: seconds to stay behind the live edge; NaN for what the stream wants. */
  live: { targetLatency: number };
  /** Preferred audio language, BCP 47, or '' for the manifest's first. */
  audioLanguage: string;
}

/** What the page sees of the media element. */
export interface Observation {
  /** `currentTime`, in seconds. */
  position: number;
  /** `playbackRate`. */
  rate: number;
  /** Whether time is passing: not paused, not seeking, not ended, and enough data (readyState ≥ 3). */
  moving: boolean;
  paused: boolean;
  seeking: boolean;
  ended: boolean;
  readyState: number;
  /** When the page looked. */
  at: number;
}

/** Page → worker, answered by the boot script itself; always the first message. */
export interface BootCommand {
  type: 'boot';
  engine: 'auto' | EngineKind;
  /** Where its builds are, absolute URLs. */
  files: Record<EngineKind, string>;
  /** The WebAssembly build, where the page has compiled it. */
  module: WebAssembly.Module | null;
}

/** Page → worker, for the engine. */
export type Command =
  /** Start a session. `startTime` null: the presentation's default; negative: from its end. */
  | {
      type: 'load';
      session: number;
      url: string;
      contentType: string | null;
      startTime: number | null;
      mse: MsePlace;
      /** Tracks and quality that the viewer has chosen before, by id; null: the engine chooses. */
      videoTrack: string | null;
      audioTrack: string | null;
      quality: string | null;
      config: EngineConfig;
    }
  /** End a session; answered by `unloaded`. The page has detached the MediaSource already. */
  | { type: 'unload'; session: number }
  /** The element has been looked at: on its events, each second while it stands, else where time errs. */
  | ({ type: 'observe'; session: number } & Observation)
  /** The element's `error`. */
  | { type: 'elementerror'; session: number; mediaErrorCode: number; message: string }
  /** Pin a quality by its id, or null to let the engine choose. */
  | { type: 'setquality'; session: number; id: string | null }
  /**
   * Play this track. `immediate`: in place of what is buffered of the other one, as near to the
   * playhead as can be; else behind it.
   */
  | { type: 'selecttrack'; session: number; kind: TrackKind; id: string; immediate: boolean }
  /** Change options while playing. */
  | { type: 'configure'; session: number; config: EngineConfig }
  /** What the application's hook has made of a `request`; `error`: why it has failed, or null. */
  | {
      type: 'requestanswer';
      session: number;
      id: number;
      url: string;
      headers: [string, string][];
      withCredentials: boolean;
      error: string | null;
    }
  /** Tell the figures (`status`) soon, once: somebody wants to know them. */
  | { type: 'ask'; session: number }
  /** Are you there? Answered by `pong` with the same `at`. */
  | { type: 'ping'; at: number }
  | SinkReply;

/** Page → worker: what the bridge (`media-bridge.ts`) answers when the MediaSource is on the page. */
export type SinkReply = OfSink &
  (
    | { type: 'sinkopen' }
    | { type: 'sinkclosed' }
    | { type: 'sinksupport'; supported: boolean[] }
    /** An operation is over. `errorName` is the DOMException's name, or null when it went well. */
    | {
        type: 'sinkdone';
        buffer: number;
        operation: number;
        buffered: FlatRanges;
        errorName: string | null;
        errorMessage: string;
      }
  );

/**
 * Which MediaSource on the page is meant. A session may have several, one after the other: what is
 * still told of one that it has given up must not be taken for an answer of the next.
 */
export interface OfSink {
  session: number;
  sink: number;
}

/** A reply but for its session. */
export type Reply = SinkReply extends infer R
  ? R extends SinkReply
    ? Omit<R, 'session'>
    : never
  : never;

/** A track as the page lists it. */
export interface TrackMessage {
  id: string;
  /** BCP 47, or '' where the manifest says nothing. */
  language: string;
  label: string;
  role: string;
  selected: boolean;
}

/** A quality of the video track (of the audio track where there is no video). */
export interface QualityMessage {
  id: string;
  /** Bits per second. */
  bandwidth: number;
  /** Pixels; 0 for audio. */
  width: number;
  height: number;
  frameRate: number;
  /** RFC 6381. */
  codecs: string;
}

/** Something that happens for a time. Numbers are NaN where nobody says. */
export interface DateRangeMessage {
  id: string;
  /** The kind of range, or ''. */
  className: string;
  /** Where it starts, seconds of media time. */
  startTime: number;
  /** Milliseconds since the Unix epoch. */
  startDate: number;
  endDate: number;
  /** Seconds. */
  duration: number;
  plannedDuration: number;
  /** Whether it ends where the next one of its class starts. */
  endOnNext: boolean;
  attributes: Record<string, string>;
}

/** Why the element is moved. */
export type SeekReason = 'start' | 'gap' | 'live';

/** Worker → page, by the boot script. */
export type BootEvent =
  /** The engine runs and listens. `reason` says why it is not Wasm, or is ''. */
  | { type: 'booted'; engine: EngineKind; reason: string }
  /** No engine could be started. `unavailable`: the one that was asked for cannot run here. */
  | { type: 'bootfailed'; unavailable: boolean; message: string };

/** Worker → page, by the engine. */
export type Event =
  /** The MediaSourceHandle, transferred: `video.srcObject = handle`. Comes before the manifest. */
  | { type: 'handle'; session: number; handle: MediaSourceHandle }
  /** The manifest is read and tracks are chosen. */
  | {
      type: 'loaded';
      session: number;
      /** Seconds; Infinity when not known. */
      duration: number;
      startTime: number;
      videoTracks: TrackMessage[];
      audioTracks: TrackMessage[];
      textTracks: TrackMessage[];
      qualities: QualityMessage[];
    }
  /** Another track is selected. `qualities`: those that can be chosen now, as in `loaded`. */
  | {
      type: 'trackchange';
      session: number;
      kind: TrackKind;
      id: string;
      qualities: QualityMessage[];
    }
  /** Media of another quality is being loaded from now on. */
  | { type: 'qualitychange'; session: number; id: string; pinned: boolean }
  /**
   * Figures for `stats()`: every 1.7 seconds while the element plays or they change. When asked for,
   * as soon as they change, but half a second after the last ones at the least.
   */
  | {
      type: 'status';
      session: number;
      /** Where the worker believes the playhead to be, seconds. */
      position: number;
      /** Bits per second, 0 while unknown. */
      bandwidth: number;
      videoBuffered: FlatRanges;
      audioBuffered: FlatRanges;
      bytesLoaded: number;
      requests: number;
      retries: number;
      /** How often, and for how many seconds, playback has stood still for want of data. */
      stalls: number;
      stalledTime: number;
      /** Seconds: the oldest segment's start, and where a live stream has come to; NaN for others. */
      liveStart: number;
      liveEdge: number;
      /** Seconds from `liveEdge` at which to play. */
      targetLatency: number;
      /** The date of `position`, milliseconds since the Unix epoch; NaN where nobody says. */
      date: number;
      at: number;
    }
  /** What happens for a time has become known, or more of it. */
  | { type: 'dateranges'; session: number; ranges: DateRangeMessage[] }
  /** There is an ID3 tag in the media: `data`, all of it. It counts from `startTime` on, seconds. */
  | { type: 'timedmetadata'; session: number; startTime: number; data: Uint8Array }
  /**
   * Move the element: to the start position, over a gap in the media, or to where a live stream has
   * something to play. `from`: where it was taken to be.
   */
  | { type: 'seekto'; session: number; from: number; position: number; reason: SeekReason }
  /** Something went wrong. Fatal: the session is over, what is buffered may still play. */
  | {
      type: 'error';
      session: number;
      code: number;
      category: string;
      fatal: boolean;
      message: string;
      url: string;
      data: Record<string, string>;
    }
  /** Let the application's hook see this request. Answered by `requestanswer` with the same `id`. */
  | {
      type: 'request';
      session: number;
      id: number;
      kind: 'manifest' | 'index' | 'init' | 'segment' | 'key';
      url: string;
      headers: [string, string][];
      withCredentials: boolean;
    }
  /** Nobody waits for that answer any more. */
  | { type: 'requestdrop'; session: number; id: number }
  /** The session is over and all of its requests and buffers are gone. */
  | { type: 'unloaded'; session: number }
  | { type: 'pong'; at: number }
  | SinkCommand;

/** Worker → page: what the bridge shall do with the MediaSource on the page. Answers: SinkReply. */
export type SinkCommand = OfSink &
  /** Make a MediaSource and attach it. Answered by `sinkopen`. */
  (
    | { type: 'sinkcreate' }
    /** Which of these content types can be played? Answered by `sinksupport`, in the same order. */
    | { type: 'sinkquery'; types: string[] }
    | { type: 'sinkaddbuffer'; buffer: number; contentType: string }
    /** Append a segment or a piece of one. `data` is transferred. Answered by `sinkdone`, like all that name an `operation`. */
    | {
        type: 'sinkappend';
        buffer: number;
        operation: number;
        data: ArrayBuffer;
        timestampOffset: number;
        windowStart: number;
        windowEnd: number;
      }
    | {
        type: 'sinkremove';
        buffer: number;
        operation: number;
        start: number;
        end: number;
      }
    /** Forget a media segment of which only the first pieces have been appended. */
    | { type: 'sinkabort'; buffer: number; operation: number }
    | {
        type: 'sinkchangetype';
        buffer: number;
        operation: number;
        contentType: string;
      }
    | { type: 'sinkduration'; duration: number }
    /** `setLiveSeekableRange()`, seconds. */
    | { type: 'sinkseekable'; start: number; end: number }
    /** All media is in: `endOfStream()`. */
    | { type: 'sinkend' }
    /** Give the MediaSource up. */
    | { type: 'sinkclose' }
  );
