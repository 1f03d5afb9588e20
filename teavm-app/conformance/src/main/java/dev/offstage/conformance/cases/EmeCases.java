package dev.offstage.conformance.cases;

import dev.offstage.bindings.eme.EncryptionScheme;
import dev.offstage.bindings.eme.MediaEncryptedEvent;
import dev.offstage.bindings.eme.MediaKeyMessageEvent;
import dev.offstage.bindings.eme.MediaKeyMessageType;
import dev.offstage.bindings.eme.MediaKeySession;
import dev.offstage.bindings.eme.MediaKeySessionClosedReason;
import dev.offstage.bindings.eme.MediaKeySessionType;
import dev.offstage.bindings.eme.MediaKeyStatus;
import dev.offstage.bindings.eme.MediaKeySystemAccess;
import dev.offstage.bindings.eme.MediaKeySystemConfiguration;
import dev.offstage.bindings.eme.MediaKeySystemMediaCapability;
import dev.offstage.bindings.eme.MediaKeySystems;
import dev.offstage.bindings.eme.MediaKeys;
import dev.offstage.bindings.eme.MediaKeysPolicy;
import dev.offstage.bindings.eme.MediaKeysRequirement;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.html.VideoElement;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Absent;
import dev.offstage.conformance.stage.Await;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Uint8Array;

/** Encrypted Media Extensions, with Clear Key. */
final class EmeCases {
  private static final String CLEAR_KEY = "org.w3.clearkey";

  private EmeCases() {}

  static void register(Suite suite) {
    suite.page("keys: an unknown key system rejects with NotSupportedError", EmeCases::unknown);
    suite.page("keys: the access tells its configuration", EmeCases::access);
    suite.page("keys: a session asks for a licence and takes it", EmeCases::licence);
    suite.page("keys: a session closes and says why", EmeCases::close);
    suite.page("keys: loading and removing what is not stored", EmeCases::storage);
    suite.page("keys: certificates and policies", EmeCases::certificates);
    suite.page("keys: an element takes keys and gives them up", EmeCases::element);
    suite.page("keys: init data in the media gives the event encrypted", EmeCases::encrypted);
    suite.page("keys: the values of the enumerations", EmeCases::values);
    suite.worker("keys: absent in workers", EmeCases::absentInWorker);
  }

  private static MediaKeySystemConfiguration configuration() {
    MediaKeySystemConfiguration configuration = MediaKeySystemConfiguration.create();
    configuration.setLabel("test");
    configuration.setInitDataTypes(
        JSArray.of(JSString.valueOf("keyids"), JSString.valueOf("cenc")));
    MediaKeySystemMediaCapability video = MediaKeySystemMediaCapability.create();
    video.setContentType(Media.AVC);
    video.setEncryptionScheme(EncryptionScheme.cenc());
    video.setRobustness("");
    configuration.setVideoCapabilities(JSArray.of(video));
    MediaKeySystemMediaCapability audio = MediaKeySystemMediaCapability.create();
    audio.setContentType(Media.AAC);
    configuration.setAudioCapabilities(JSArray.of(audio));
    configuration.setDistinctiveIdentifier(MediaKeysRequirement.notAllowed());
    configuration.setPersistentState(MediaKeysRequirement.optional());
    configuration.setSessionTypes(JSArray.of(MediaKeySessionType.temporary()));
    return configuration;
  }

  private static MediaKeySystemAccess clearKey() {
    Check.present("EME", MediaKeySystems.isSupported());
    JSPromise<MediaKeySystemAccess> pending =
        MediaKeySystems.requestMediaKeySystemAccess(CLEAR_KEY, JSArray.of(configuration()));
    String rejected = Await.rejection("access", pending);
    Check.present("Clear Key (" + rejected + ")", rejected == null);
    return Await.value("access", pending);
  }

  private static MediaKeys keys() {
    return Await.value("keys", clearKey().createMediaKeys());
  }

  private static ArrayBuffer bytes(String text) {
    return Await.value("bytes", new Response(text).arrayBuffer());
  }

  private static void unknown(Stage stage) {
    Check.present("EME", MediaKeySystems.isSupported());
    Check.equal(
        "the rejection",
        "NotSupportedError",
        Await.rejection(
            "access",
            MediaKeySystems.requestMediaKeySystemAccess(
                "org.example.none", JSArray.of(configuration()))));
    Check.equal(
        "of no configuration",
        "TypeError",
        Await.rejection(
            "access", MediaKeySystems.requestMediaKeySystemAccess(CLEAR_KEY, new JSArray<>())));
  }

  private static void access(Stage stage) {
    MediaKeySystemAccess access = clearKey();
    Check.equal("keySystem", CLEAR_KEY, access.getKeySystem());
    MediaKeySystemConfiguration found = access.getConfiguration();
    Check.equal("label", "test", found.getLabel());
    Check.equal("initDataTypes", 2, found.getInitDataTypes().getLength());
    Check.equal("videoCapabilities", 1, found.getVideoCapabilities().getLength());
    Check.equal("audioCapabilities", 1, found.getAudioCapabilities().getLength());
    MediaKeySystemMediaCapability video = found.getVideoCapabilities().get(0);
    Check.equal("contentType", Media.AVC, video.getContentType());
    Check.equal("robustness", "", video.getRobustness());
    EncryptionScheme scheme = video.getEncryptionScheme();
    Check.that("scheme", scheme == null || scheme == EncryptionScheme.cenc());
    Check.equal(
        "distinctiveIdentifier",
        MediaKeysRequirement.notAllowed(),
        found.getDistinctiveIdentifier());
    Check.that("persistentState", !found.getPersistentState().stringValue().isEmpty());
    Check.equal("sessionTypes", 1, found.getSessionTypes().getLength());
    Check.equal("the type", MediaKeySessionType.temporary(), found.getSessionTypes().get(0));
  }

  private static void licence(Stage stage) {
    MediaKeySession session = keys().createSession();
    EventLog log = new EventLog();
    session.onMessage(event -> log.note(told(event)));
    session.onKeyStatusesChange(log::add);
    Check.equal("sessionId", "", session.getSessionId());
    Check.equal("expiration", Double.NaN, session.getExpiration());
    Check.equal("keys", 0, session.getKeyStatuses().getSize());
    Await.value(
        "generateRequest",
        session.generateRequest("keyids", bytes("{\"kids\":[\"AAECAwQFBgcICQoLDA0ODw\"]}")));
    log.await("license-request with bytes");
    Check.that("sessionId", !session.getSessionId().isEmpty());
    String answer =
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"AAECAwQFBgcICQoLDA0ODw\","
            + "\"k\":\"EBESExQVFhcYGRobHB0eHw\"}],\"type\":\"temporary\"}";
    Await.value("update", session.update(bytes(answer)));
    log.await("keystatuseschange");
    Check.equal("keys", 1, session.getKeyStatuses().getSize());
    Uint8Array id = new Uint8Array(16);
    for (int i = 0; i < 16; i++) {
      id.set(i, (short) i);
    }
    Check.equal("has", true, session.getKeyStatuses().has(id));
    Check.equal("has", true, session.getKeyStatuses().has(id.getBuffer()));
    Check.equal("has another", false, session.getKeyStatuses().has(new ArrayBuffer(16)));
    Check.equal("status", MediaKeyStatus.usable(), session.getKeyStatuses().get(id));
    Check.equal("status", MediaKeyStatus.usable(), session.getKeyStatuses().get(id.getBuffer()));
    Check.that("no status", session.getKeyStatuses().get(new ArrayBuffer(16)) == null);
    EventLog each = new EventLog();
    session
        .getKeyStatuses()
        .forEach((key, status) -> each.note(key.getByteLength() + status.stringValue()));
    Check.equal("each", "16usable", each.text());
    Check.equal(
        "a bad licence",
        "TypeError",
        Await.rejection("update", session.update(new Uint8Array(bytes("nonsense")))));
    Await.value("close", session.close());
  }

  private static String told(MediaKeyMessageEvent event) {
    return event.getMessageType().stringValue()
        + (event.getMessage().getByteLength() > 0 ? " with bytes" : "");
  }

  private static MediaKeySession opened(MediaKeys keys) {
    MediaKeySession session = keys.createSession(MediaKeySessionType.temporary());
    Await.value(
        "generateRequest",
        session.generateRequest(
            "keyids", new Uint8Array(bytes("{\"kids\":[\"AAECAwQFBgcICQoLDA0ODw\"]}"))));
    return session;
  }

  private static void close(Stage stage) {
    MediaKeySession session = opened(keys());
    Await.value("close", session.close());
    MediaKeySessionClosedReason reason = Await.value("closed", session.getClosed());
    Check.that("the reason is told or absent", reason == null || isReason(reason));
    Check.equal(
        "update of a closed one",
        "InvalidStateError",
        Await.rejection("update", session.update(bytes("{}"))));
  }

  private static boolean isReason(MediaKeySessionClosedReason reason) {
    return JSObjects.isUndefined(reason)
        || reason == MediaKeySessionClosedReason.closedByApplication();
  }

  private static void storage(Stage stage) {
    MediaKeys keys = keys();
    String load = Await.rejection("load", keys.createSession().load("1"));
    Check.equal("load of a temporary session", "TypeError", load);
    String remove = Await.rejection("remove", opened(keys).remove());
    stage.saw("remove of a temporary session " + (remove == null ? "passes" : remove));
    String thrown =
        Check.thrownBy(() -> keys.createSession(MediaKeySessionType.persistentLicense()));
    Check.equal("a persistent session", "NotSupportedError", thrown);
  }

  private static void certificates(Stage stage) {
    MediaKeys keys = keys();
    JSPromise<JSBoolean> first = keys.setServerCertificate(bytes("none"));
    String rejected = Await.rejection("setServerCertificate", first);
    String again =
        Await.rejection(
            "setServerCertificate", keys.setServerCertificate(new Uint8Array(bytes("none"))));
    Check.equal("the same again", rejected, again);
    Check.equal(
        "an empty one",
        "TypeError",
        Await.rejection("setServerCertificate", keys.setServerCertificate(new ArrayBuffer(0))));
    MediaKeysPolicy policy = MediaKeysPolicy.create();
    policy.setMinHdcpVersion("1.0");
    String asked = Await.rejection("getStatusForPolicy", keys.getStatusForPolicy(policy));
    // Whether a policy that asks for nothing is answered or refused differs; a promise it is.
    Await.rejection("getStatusForPolicy without a policy", keys.getStatusForPolicy());
    stage.saw(
        "certificate: "
            + (rejected == null ? "answered" : rejected)
            + ", policy: "
            + (asked == null ? "answered" : asked));
  }

  private static void element(Stage stage) {
    VideoElement video = stage.page().video();
    Check.that("null at first", video.getMediaKeys() == null);
    MediaKeys keys = keys();
    Await.value("setMediaKeys", video.setMediaKeys(keys));
    Check.that("they are there", video.getMediaKeys() == keys);
    Await.value("setMediaKeys(null)", video.setMediaKeys(null));
    Check.that("null again", video.getMediaKeys() == null);
  }

  private static void encrypted(Stage stage) {
    Check.present("EME", MediaKeySystems.isSupported());
    VideoElement video = stage.page().video();
    EventLog log = new EventLog();
    video.onEncrypted(event -> log.note(told(event)));
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(withPssh(Media.avcInit()));
    updates.await("updateend");
    log.await("cenc 52");
    stage.saw(log.text());
  }

  private static String told(MediaEncryptedEvent event) {
    ArrayBuffer data = event.getInitData();
    return event.getInitDataType() + " " + (data == null ? 0 : data.getByteLength());
  }

  private static void values(Stage stage) {
    String all =
        MediaKeyMessageType.licenseRequest().stringValue()
            + ' '
            + MediaKeyMessageType.licenseRenewal().stringValue()
            + ' '
            + MediaKeyMessageType.licenseRelease().stringValue()
            + ' '
            + MediaKeyMessageType.individualizationRequest().stringValue()
            + ' '
            + MediaKeySessionClosedReason.internalError().stringValue()
            + ' '
            + MediaKeySessionClosedReason.releaseAcknowledged().stringValue()
            + ' '
            + MediaKeySessionClosedReason.hardwareContextReset().stringValue()
            + ' '
            + MediaKeySessionClosedReason.resourceEvicted().stringValue();
    Check.equal(
        "messages and reasons",
        "license-request license-renewal license-release individualization-request"
            + " internal-error release-acknowledged hardware-context-reset resource-evicted",
        all);
    String states =
        MediaKeyStatus.expired().stringValue()
            + ' '
            + MediaKeyStatus.released().stringValue()
            + ' '
            + MediaKeyStatus.outputRestricted().stringValue()
            + ' '
            + MediaKeyStatus.outputDownscaled().stringValue()
            + ' '
            + MediaKeyStatus.usableInFuture().stringValue()
            + ' '
            + MediaKeyStatus.statusPending().stringValue()
            + ' '
            + MediaKeyStatus.internalError().stringValue();
    Check.equal(
        "states",
        "expired released output-restricted output-downscaled usable-in-future status-pending"
            + " internal-error",
        states);
    Check.that("they are alike where they are equal", alike());
  }

  private static boolean alike() {
    return MediaKeysRequirement.required() != MediaKeysRequirement.optional()
        && EncryptionScheme.cbcs() != EncryptionScheme.cbcs19()
        && MediaKeySessionType.temporary() == MediaKeySessionType.temporary();
  }

  private static void absentInWorker(Stage stage) {
    if (MediaKeySystems.isSupported()) {
      throw new Absent("this browser has EME in workers");
    }
  }

  /** Puts a pssh box with one key id at the end of the moov box, which must end the segment. */
  @JSBody(
      params = "init",
      script =
          "var bytes = new Uint8Array(init.byteLength + 52);"
              + "bytes.set(new Uint8Array(init));"
              + "var view = new DataView(bytes.buffer);"
              + "var place = 0;"
              + "while (view.getUint32(place + 4) !== 0x6d6f6f76) place += view.getUint32(place);"
              + "view.setUint32(place, view.getUint32(place) + 52);"
              + "view.setUint32(init.byteLength, 52);"
              + "view.setUint32(init.byteLength + 4, 0x70737368);"
              + "view.setUint32(init.byteLength + 8, 0x01000000);"
              + "var system = [0x1077efec, 0xc0b24d02, 0xace33c1e, 0x52e2fb4b];"
              + "for (var word = 0; word < 4; word++) {"
              + " view.setUint32(init.byteLength + 12 + 4 * word, system[word]);"
              + "}"
              + "view.setUint32(init.byteLength + 28, 1);"
              + "return bytes.buffer;")
  private static native ArrayBuffer withPssh(ArrayBuffer init);
}
