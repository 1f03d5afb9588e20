/** The code for what is playing, to be copied. */

const TAG_SCRIPT = `<script type="module" src="offstage/offstage-video.js"></script>`;

/** The forms it comes in, by the value of their radio buttons. */
const FORMS = { tag, controls, script };

/** Keeps the snippet in step with the stream. */
export class Snippet {
  #form = document.getElementById('snippet-form');
  #code = document.getElementById('snippet');
  #copied = document.getElementById('snippet-copied');
  #stream = { url: '', config: {} };

  constructor() {
    this.#form.addEventListener('change', () => this.#write());
    document.getElementById('snippet-copy').addEventListener('click', () => this.#copy());
  }

  /**
   * Shows the code for a stream.
   *
   * @param {string} url absolute
   * @param {object} config the options that are not what they are by default
   */
  show(url, config) {
    this.#stream = { url, config };
    this.#write();
  }

  #write() {
    const { url, config } = this.#stream;
    this.#code.textContent = FORMS[new FormData(this.#form).get('form')](url, config);
    this.#copied.textContent = '';
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#code.textContent);
      this.#copied.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(this.#code);
      this.#copied.textContent = 'Selected: copy it with your keyboard.';
    }
  }
}

function tag(url, config) {
  return `${TAG_SCRIPT}

<offstage-video src="${attribute(url)}"${configAttribute(config, '\n  ')} controls></offstage-video>`;
}

function controls(url, config) {
  return `<script type="module" src="media-chrome/index.js"></script>
<script type="module" src="media-chrome/menu/index.js"></script>
${TAG_SCRIPT}

<media-controller>
  <offstage-video slot="media" src="${attribute(url)}"${configAttribute(config, '\n    ')}></offstage-video>
  <media-rendition-menu hidden anchor="auto"></media-rendition-menu>
  <media-control-bar>
    <media-play-button></media-play-button>
    <media-time-range></media-time-range>
    <media-time-display showduration></media-time-display>
    <media-mute-button></media-mute-button>
    <media-rendition-menu-button></media-rendition-menu-button>
    <media-fullscreen-button></media-fullscreen-button>
  </media-control-bar>
</media-controller>`;
}

function script(url, config) {
  const given = Object.keys(config).length ? `, ${literal(config)}` : '';
  return `import { Player } from 'offstage';

const video = document.querySelector('video');
const player = new Player(video${given});
player.addEventListener('error', ({ detail }) => console.error(detail.code, detail.message));
await player.load('${url.replaceAll("'", '%27')}');
await video.play();`;
}

function configAttribute(config, space) {
  return Object.keys(config).length
    ? `${space}config='${attribute(JSON.stringify(config), "'")}'`
    : '';
}

function attribute(text, quote = '"') {
  const safe = text.replaceAll('&', '&amp;');
  return quote === '"' ? safe.replaceAll('"', '&quot;') : safe.replaceAll("'", '&#39;');
}

/** An object as one writes it in JavaScript. */
function literal(value) {
  if (typeof value !== 'object') {
    return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : String(value);
  }
  const members = Object.entries(value).map(([name, member]) => `${name}: ${literal(member)}`);
  return `{ ${members.join(', ')} }`;
}
