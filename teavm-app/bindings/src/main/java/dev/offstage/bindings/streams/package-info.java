/**
 * Readable streams and their readers. It runs in pages and workers; everyone may import it.
 *
 * @see <a href="https://streams.spec.whatwg.org/">Streams</a>
 */
@NullMarked
package dev.offstage.bindings.streams;

import org.jspecify.annotations.NullMarked;
