/** Where things are, whatever the directory the build is called from. */
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export const root = at('../');
export const pages = at('../src/site/');
export const samples = at('../src/media/');
export const site = at('../target/site/');
/** The npm package. */
export const offstage = at('../../js-glue/dist/');
export const media = at('../../e2e-tests/media/files/');
export const docs = at('../../docs/');
