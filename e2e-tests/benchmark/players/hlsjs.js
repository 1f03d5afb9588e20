// As applications import it.
export { default } from 'hls.js';
