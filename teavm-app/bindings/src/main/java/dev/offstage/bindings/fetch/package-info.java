/**
 * Fetch: requests, responses and their headers. It runs in pages and workers; everyone may import
 * it.
 *
 * @see <a href="https://fetch.spec.whatwg.org/">Fetch</a>
 */
@NullMarked
package dev.offstage.bindings.fetch;

import org.jspecify.annotations.NullMarked;
