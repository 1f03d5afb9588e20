/**
 * The dedicated worker's scope, workers and message ports with transfer lists, clock and timers. It
 * runs in pages and workers as each type tells; everyone may import it.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/workers.html">HTML, 10 Web workers</a>
 */
@NullMarked
package dev.offstage.bindings.worker;

import org.jspecify.annotations.NullMarked;
