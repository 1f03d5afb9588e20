package dev.offstage.conformance.size;

import dev.offstage.bindings.PlainObject;
import dev.offstage.bindings.WebEnum;
import dev.offstage.bindings.capabilities.AudioConfiguration;
import dev.offstage.bindings.capabilities.ColorGamut;
import dev.offstage.bindings.capabilities.HdrMetadataType;
import dev.offstage.bindings.capabilities.KeySystemTrackConfiguration;
import dev.offstage.bindings.capabilities.MediaCapabilities;
import dev.offstage.bindings.capabilities.MediaCapabilitiesDecodingInfo;
import dev.offstage.bindings.capabilities.MediaCapabilitiesKeySystemConfiguration;
import dev.offstage.bindings.capabilities.MediaDecodingConfiguration;
import dev.offstage.bindings.capabilities.MediaDecodingType;
import dev.offstage.bindings.capabilities.TransferFunction;
import dev.offstage.bindings.capabilities.VideoConfiguration;
import dev.offstage.bindings.crypto.AesCbcParams;
import dev.offstage.bindings.crypto.CryptoKey;
import dev.offstage.bindings.crypto.SubtleCrypto;
import dev.offstage.bindings.dom.AbortController;
import dev.offstage.bindings.dom.AbortSignal;
import dev.offstage.bindings.dom.DOMException;
import dev.offstage.bindings.eme.EncryptionScheme;
import dev.offstage.bindings.eme.MediaEncryptedEvent;
import dev.offstage.bindings.eme.MediaKeyMessageEvent;
import dev.offstage.bindings.eme.MediaKeyMessageType;
import dev.offstage.bindings.eme.MediaKeySession;
import dev.offstage.bindings.eme.MediaKeySessionClosedReason;
import dev.offstage.bindings.eme.MediaKeySessionType;
import dev.offstage.bindings.eme.MediaKeyStatus;
import dev.offstage.bindings.eme.MediaKeyStatusMap;
import dev.offstage.bindings.eme.MediaKeySystemAccess;
import dev.offstage.bindings.eme.MediaKeySystemConfiguration;
import dev.offstage.bindings.eme.MediaKeySystemMediaCapability;
import dev.offstage.bindings.eme.MediaKeySystems;
import dev.offstage.bindings.eme.MediaKeys;
import dev.offstage.bindings.eme.MediaKeysPolicy;
import dev.offstage.bindings.eme.MediaKeysRequirement;
import dev.offstage.bindings.fetch.Body;
import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Headers;
import dev.offstage.bindings.fetch.Request;
import dev.offstage.bindings.fetch.RequestCache;
import dev.offstage.bindings.fetch.RequestCredentials;
import dev.offstage.bindings.fetch.RequestInit;
import dev.offstage.bindings.fetch.RequestMode;
import dev.offstage.bindings.fetch.RequestPriority;
import dev.offstage.bindings.fetch.RequestRedirect;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.fetch.ResponseInit;
import dev.offstage.bindings.fetch.ResponseType;
import dev.offstage.bindings.html.MediaElement;
import dev.offstage.bindings.html.MediaError;
import dev.offstage.bindings.html.URL;
import dev.offstage.bindings.html.VideoElement;
import dev.offstage.bindings.html.VideoFrameCallback;
import dev.offstage.bindings.html.VideoFrameCallbackMetadata;
import dev.offstage.bindings.html.VideoPlaybackQuality;
import dev.offstage.bindings.mse.AppendMode;
import dev.offstage.bindings.mse.AudioTrack;
import dev.offstage.bindings.mse.AudioTrackList;
import dev.offstage.bindings.mse.BufferedChangeEvent;
import dev.offstage.bindings.mse.BufferedChangeEventInit;
import dev.offstage.bindings.mse.EndOfStreamError;
import dev.offstage.bindings.mse.ManagedMediaSource;
import dev.offstage.bindings.mse.ManagedSourceBuffer;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.mse.SourceBufferList;
import dev.offstage.bindings.mse.TextTrack;
import dev.offstage.bindings.mse.TextTrackKind;
import dev.offstage.bindings.mse.TextTrackList;
import dev.offstage.bindings.mse.TextTrackMode;
import dev.offstage.bindings.mse.TimeRanges;
import dev.offstage.bindings.mse.TrackEvent;
import dev.offstage.bindings.mse.VideoTrack;
import dev.offstage.bindings.mse.VideoTrackList;
import dev.offstage.bindings.streams.ReadableStream;
import dev.offstage.bindings.streams.ReadableStreamBYOBReader;
import dev.offstage.bindings.streams.ReadableStreamDefaultReader;
import dev.offstage.bindings.streams.ReadableStreamReadResult;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import dev.offstage.bindings.worker.MessageChannel;
import dev.offstage.bindings.worker.MessagePort;
import dev.offstage.bindings.worker.Performance;
import dev.offstage.bindings.worker.PromiseRejectionEvent;
import dev.offstage.bindings.worker.Timers;
import dev.offstage.bindings.worker.Worker;
import dev.offstage.bindings.worker.WorkerOptions;
import dev.offstage.bindings.worker.WorkerType;

/** The program that refers to every public type of the bindings and does nothing with them. */
public final class References {
  /** All of them. */
  public static final Class<?>[] TYPES = {
    PlainObject.class,
    WebEnum.class,
    AudioConfiguration.class,
    ColorGamut.class,
    HdrMetadataType.class,
    KeySystemTrackConfiguration.class,
    MediaCapabilities.class,
    MediaCapabilitiesDecodingInfo.class,
    MediaCapabilitiesKeySystemConfiguration.class,
    MediaDecodingConfiguration.class,
    MediaDecodingType.class,
    TransferFunction.class,
    VideoConfiguration.class,
    AesCbcParams.class,
    CryptoKey.class,
    SubtleCrypto.class,
    AbortController.class,
    AbortSignal.class,
    DOMException.class,
    EncryptionScheme.class,
    MediaEncryptedEvent.class,
    MediaKeyMessageEvent.class,
    MediaKeyMessageType.class,
    MediaKeySession.class,
    MediaKeySessionClosedReason.class,
    MediaKeySessionType.class,
    MediaKeyStatus.class,
    MediaKeyStatusMap.class,
    MediaKeyStatusMap.Consumer.class,
    MediaKeySystemAccess.class,
    MediaKeySystemConfiguration.class,
    MediaKeySystemMediaCapability.class,
    MediaKeySystems.class,
    MediaKeys.class,
    MediaKeysPolicy.class,
    MediaKeysRequirement.class,
    Body.class,
    Fetch.class,
    Headers.class,
    Headers.Consumer.class,
    Request.class,
    RequestCache.class,
    RequestCredentials.class,
    RequestInit.class,
    RequestMode.class,
    RequestPriority.class,
    RequestRedirect.class,
    Response.class,
    ResponseInit.class,
    ResponseType.class,
    MediaElement.class,
    MediaError.class,
    URL.class,
    VideoElement.class,
    VideoFrameCallback.class,
    VideoFrameCallbackMetadata.class,
    VideoPlaybackQuality.class,
    AppendMode.class,
    AudioTrack.class,
    AudioTrackList.class,
    BufferedChangeEvent.class,
    BufferedChangeEventInit.class,
    EndOfStreamError.class,
    ManagedMediaSource.class,
    ManagedSourceBuffer.class,
    MediaSource.class,
    MediaSourceHandle.class,
    ReadyState.class,
    SourceBuffer.class,
    SourceBufferList.class,
    TextTrack.class,
    TextTrackKind.class,
    TextTrackList.class,
    TextTrackMode.class,
    TimeRanges.class,
    TrackEvent.class,
    VideoTrack.class,
    VideoTrackList.class,
    ReadableStream.class,
    ReadableStreamBYOBReader.class,
    ReadableStreamDefaultReader.class,
    ReadableStreamReadResult.class,
    DedicatedWorkerGlobalScope.class,
    MessageChannel.class,
    MessagePort.class,
    Performance.class,
    PromiseRejectionEvent.class,
    Timers.class,
    Worker.class,
    WorkerOptions.class,
    WorkerType.class,
  };

  private References() {}

  public static void main(String[] args) {
    for (Class<?> type : TYPES) {
      if (type == null) {
        throw new IllegalStateException();
      }
    }
  }
}
