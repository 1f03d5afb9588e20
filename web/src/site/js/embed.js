/** The page with one tag: takes the stream from the address, and shows what went wrong. */

import { Trouble } from './trouble.js';

const video = document.getElementById('video');
const trouble = new Trouble(document.getElementById('error'));

document.documentElement.classList.toggle('framed', self !== top);

const src = new URLSearchParams(location.search).get('src')?.trim();
if (src) {
  video.removeAttribute('loop');
  video.setAttribute('src', src);
}

video.addEventListener('error', () => {
  if (video.error) {
    trouble.show(video.error);
  }
});
video.addEventListener('loadstart', () => trouble.clear());
