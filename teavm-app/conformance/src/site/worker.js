// The program's worker. What it is to do stands in its name; it says when it listens.
import { boot } from './boot.js';

const engine = new URL(self.location.href).searchParams.get('engine');
boot('conformance', engine).then(
  (main) => main([]),
  (error) => self.postMessage({ kind: 'broken', text: String(error) }),
);
