/**
 * What HTML adds around media: the elements' newer members, time ranges, tracks, object URLs. It
 * runs in pages, time ranges and track lists also in dedicated workers; everyone may import it.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html">HTML, 4.8.11 Media elements</a>
 */
@NullMarked
package dev.offstage.bindings.html;

import org.jspecify.annotations.NullMarked;
