/**
 * What HTML has around media: the members of media elements and object URLs. It runs in pages,
 * object URLs of blobs also in workers; everyone may import it.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html">HTML, 4.8.11 Media elements</a>
 */
@NullMarked
package dev.offstage.bindings.html;

import org.jspecify.annotations.NullMarked;
