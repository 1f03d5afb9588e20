import type { Player, Quality, Track } from './index.js';
import {
  AudioTrack,
  Rendition,
  type RenditionFacts,
  RenditionList,
  TRACK,
  type TrackFacts,
  TrackList,
  VideoTrack,
} from './media-tracks.js';

/** HTML's words for the roles of DASH; HLS comes with the same. */
const KINDS: Record<string, string> = {
  main: 'main',
  alternate: 'alternative',
  description: 'descriptions',
  dub: 'translation',
  commentary: 'commentary',
};

/** The lists of tracks and renditions of an element, which stay the same whatever it plays. */
export class ElementTracks {
  readonly videoTracks = new TrackList(VideoTrack, TRACK, (id) => {
    if (id !== null) {
      this.#player?.selectVideoTrack(id, { immediate: true });
    }
  });
  readonly audioTracks = new TrackList(AudioTrack, TRACK, (id) => {
    if (id !== null) {
      this.#player?.selectAudioTrack(id, { immediate: true });
    }
  });
  readonly videoRenditions = new RenditionList(Rendition, 'rendition', (id) => this.#pin(id));
  readonly audioRenditions = new RenditionList(Rendition, 'rendition', (id) => this.#pin(id));
  #player: Player | null = null;
  #pinned: string | null = null;

  /** Shows what a player has, from now on. */
  follow(player: Player): void {
    this.#player = player;
    const update = (): void => {
      if (player === this.#player) {
        this.#update();
      }
    };
    player.addEventListener('trackschange', update);
    player.addEventListener('qualitychange', ({ detail: { quality, pinned } }) => {
      this.#pinned = pinned ? quality.id : null;
      update();
    });
  }

  /** There is nothing, or not yet. */
  clear(): void {
    this.#pinned = null;
    this.#show([], [], []);
  }

  #update(): void {
    const { videoTracks = [], audioTracks = [], qualities = [] } = this.#player ?? {};
    this.#show(videoTracks, audioTracks, qualities);
  }

  #show(
    videoTracks: readonly Track[],
    audioTracks: readonly Track[],
    qualities: readonly Quality[],
  ): void {
    const renditions = qualities.map(renditionOf);
    const isVideo = videoTracks.length > 0;
    // Renditions first: who hears of a track finds those of it.
    this.videoRenditions.update(isVideo ? renditions : [], this.#pinned);
    this.audioRenditions.update(isVideo ? [] : renditions, this.#pinned);
    this.videoTracks.update(videoTracks.map(trackOf), selectedOf(videoTracks));
    this.audioTracks.update(audioTracks.map(trackOf), selectedOf(audioTracks));
  }

  #pin(id: string | null): void {
    this.#pinned = id;
    this.#player?.setQuality(id ?? 'auto');
  }
}

function trackOf({ id, label, language, role }: Track, index: number): TrackFacts {
  return {
    id,
    kind: KINDS[role] ?? (index ? 'alternative' : 'main'),
    label: label || nameOf(language) || id,
    language,
  };
}

/** What viewers call a language, in the page's own. */
function nameOf(language: string): string {
  try {
    const page = document.documentElement.lang || navigator.language;
    return new Intl.DisplayNames(page, { type: 'language' }).of(language) ?? language;
  } catch {
    return language; // no tag of BCP 47
  }
}

function renditionOf({ id, bandwidth, codecs, ...picture }: Quality): RenditionFacts {
  return { id, bitrate: bandwidth, codec: codecs, ...(picture.width ? picture : {}) };
}

function selectedOf(tracks: readonly Track[]): string | null {
  return tracks.find(({ selected }) => selected)?.id ?? null;
}
