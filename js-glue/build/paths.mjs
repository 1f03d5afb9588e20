/** Where things are, whatever the directory the build is called from. */
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export const root = at('../');
export const src = at('../src/');
export const dist = at('../dist/');
export const tests = at('../test/');
export const testOutput = at('../target/tests/');
/** What TeaVM has made of the Java. */
export const engine = at('../../teavm-app/worker/target/engine/');
export const licence = at('../../LICENSE');
