/** The menus of what the stream offers: its qualities and its audio tracks. */

import * as format from './format.js';

/** Keeps two `<select>`s in step with a player. */
export class Menus {
  #quality;
  #audio;
  /** @type {import('../offstage/offstage.js').Player | null} */
  #player = null;

  /**
   * @param {HTMLSelectElement} quality
   * @param {HTMLSelectElement} audio
   * @param {(language: string) => void} onAudioLanguage hears which language was chosen
   */
  constructor(quality, audio, onAudioLanguage) {
    this.#quality = quality;
    this.#audio = audio;
    quality.addEventListener('change', () => this.#player?.setQuality(quality.value));
    audio.addEventListener('change', () => {
      this.#player?.selectAudioTrack(audio.value);
      onAudioLanguage(
        this.#player?.audioTracks.find((track) => track.id === audio.value)?.language ?? '',
      );
    });
  }

  /**
   * Lists what the player's stream offers.
   *
   * @param {import('../offstage/offstage.js').Player} player
   */
  list(player) {
    this.#player = player;
    const { qualities, audioTracks } = player;
    const names = qualities.map((quality) => ({
      value: quality.id,
      text: format.quality(quality),
    }));
    fill(this.#quality, [{ value: 'auto', text: 'Automatic' }, ...names]);
    this.#quality.disabled = qualities.length < 2;

    fill(
      this.#audio,
      audioTracks.length === 0
        ? [{ value: '', text: 'None' }]
        : audioTracks.map((track, i) => ({ value: track.id, text: format.audioTrack(track, i) })),
    );
    this.#audio.disabled = audioTracks.length < 2;
    this.showSelected();
  }

  /** Shows which audio track is selected now. */
  showSelected() {
    const selected = this.#player?.audioTracks.find((track) => track.selected);
    if (selected) {
      this.#audio.value = selected.id;
    }
  }

  /** Nothing is loaded: nothing to choose from. */
  clear() {
    this.#player = null;
    fill(this.#quality, [{ value: 'auto', text: 'Automatic' }]);
    fill(this.#audio, [{ value: '', text: '–' }]);
    this.#quality.disabled = true;
    this.#audio.disabled = true;
  }
}

function fill(select, options) {
  select.replaceChildren(...options.map(({ value, text }) => new Option(text, value)));
}
