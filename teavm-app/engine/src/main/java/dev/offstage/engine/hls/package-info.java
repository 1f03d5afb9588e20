/**
 * Reads HLS playlists (RFC 8216bis, the second edition of HTTP Live Streaming) into immutable
 * models, and those into a {@link dev.offstage.engine.presentation.Presentation}; {@link
 * dev.offstage.engine.hls.PlaylistParser} is the door.
 *
 * <p>Runs in the worker and on the JVM. Knows neither network nor clock nor player; the stages
 * behind it may import it.
 */
@NullMarked
package dev.offstage.engine.hls;

import org.jspecify.annotations.NullMarked;
