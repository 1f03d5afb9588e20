package dev.offstage.bindings.mse;

import org.teavm.jso.JSObject;

/**
 * A token that stands for a {@link MediaSource} of a worker. It is transferable, not cloneable: it
 * must be in the transfer list of the {@code postMessage} that carries it, and only once; a second
 * transfer throws {@code DataCloneError}. The page assigns it to {@code srcObject} of one media
 * element.
 *
 * <p>Context: dedicated workers make it, pages receive it. It has no members.
 *
 * @see <a href="https://w3c.github.io/media-source/#mediasourcehandle-interface">Media Source
 *     Extensions, MediaSourceHandle</a>
 */
public interface MediaSourceHandle extends JSObject {}
