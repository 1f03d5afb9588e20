package dev.offstage.conformance.cases;

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
import dev.offstage.bindings.eme.EncryptionScheme;
import dev.offstage.bindings.eme.MediaKeySessionType;
import dev.offstage.bindings.eme.MediaKeySystemAccess;
import dev.offstage.bindings.eme.MediaKeysRequirement;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Await;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import org.teavm.jso.core.JSArray;

/** Media Capabilities. */
final class CapabilityCases {
  private CapabilityCases() {}

  static void register(Suite suite) {
    suite.everywhere("capabilities: supported, smooth, power efficient", CapabilityCases::plain);
    suite.everywhere(
        "capabilities: sound alone, and a codec that is nowhere", CapabilityCases::audio);
    suite.everywhere("capabilities: every member of the configuration", CapabilityCases::whole);
    suite.everywhere(
        "capabilities: a configuration without media is a TypeError", CapabilityCases::bad);
    suite.page("capabilities: with a key system they give its access", CapabilityCases::keySystem);
  }

  private static MediaCapabilities capabilities() {
    MediaCapabilities capabilities = MediaCapabilities.current();
    Check.present("MediaCapabilities", capabilities != null);
    return capabilities;
  }

  private static VideoConfiguration video() {
    VideoConfiguration video = VideoConfiguration.create();
    video.setContentType(Media.AVC);
    video.setWidth(320);
    video.setHeight(180);
    video.setBitrate(140_000);
    video.setFramerate(25);
    return video;
  }

  private static AudioConfiguration sound() {
    AudioConfiguration audio = AudioConfiguration.create();
    audio.setContentType(Media.AAC);
    audio.setChannels("2");
    audio.setBitrate(66_000);
    audio.setSamplerate(48_000);
    return audio;
  }

  private static MediaDecodingConfiguration configuration(MediaDecodingType type) {
    MediaDecodingConfiguration configuration = MediaDecodingConfiguration.create();
    configuration.setType(type);
    return configuration;
  }

  private static MediaCapabilitiesDecodingInfo info(MediaDecodingConfiguration configuration) {
    return Await.value("decodingInfo", capabilities().decodingInfo(configuration));
  }

  private static void plain(Stage stage) {
    MediaDecodingConfiguration configuration = configuration(MediaDecodingType.mediaSource());
    configuration.setVideo(video());
    configuration.setAudio(sound());
    MediaCapabilitiesDecodingInfo info = info(configuration);
    Check.equal("supported", true, info.isSupported());
    Check.that("no key system", info.getKeySystemAccess() == null);
    MediaDecodingConfiguration asked = info.getConfiguration();
    Check.that("what was asked", asked == null || Made.has(asked, "video"));
    stage.saw(asked == null ? "it does not tell what was asked" : "it tells what was asked");
    // Smoothness and power are the machine's; that they are told at all is the statement.
    Check.that("told", info.isSmooth() | info.isPowerEfficient() | info.isSupported());
  }

  private static void audio(Stage stage) {
    MediaDecodingConfiguration configuration = configuration(MediaDecodingType.file());
    configuration.setAudio(sound());
    Check.equal("supported", true, info(configuration).isSupported());
    AudioConfiguration unknown = sound();
    unknown.setContentType("audio/mp4; codecs=\"none\"");
    configuration.setAudio(unknown);
    Check.equal("supported", false, info(configuration).isSupported());
  }

  private static void whole(Stage stage) {
    MediaDecodingConfiguration configuration = configuration(MediaDecodingType.mediaSource());
    VideoConfiguration video = video();
    video.setContentType("video/webm; codecs=\"vp09.02.10.10.01.09.16.09.01\"");
    video.setHasAlphaChannel(false);
    video.setHdrMetadataType(HdrMetadataType.smpteSt2086());
    video.setColorGamut(ColorGamut.rec2020());
    video.setTransferFunction(TransferFunction.pq());
    AudioConfiguration audio = sound();
    audio.setSpatialRendering(false);
    configuration.setVideo(video);
    configuration.setAudio(audio);
    info(configuration);
    video = video();
    for (HdrMetadataType type :
        new HdrMetadataType[] {HdrMetadataType.smpteSt209410(), HdrMetadataType.smpteSt209440()}) {
      video.setHdrMetadataType(type);
      configuration.setVideo(video);
      info(configuration);
    }
    video = video();
    video.setColorGamut(ColorGamut.p3());
    video.setTransferFunction(TransferFunction.hlg());
    configuration.setVideo(video);
    info(configuration);
    video.setColorGamut(ColorGamut.srgb());
    video.setTransferFunction(TransferFunction.srgb());
    info(configuration);
    MediaDecodingConfiguration call = configuration(MediaDecodingType.webrtc());
    VideoConfiguration live = video();
    live.setContentType("video/VP9");
    live.setScalabilityMode("L1T1");
    live.setSpatialScalability(false);
    call.setVideo(live);
    String rejected = Await.rejection("webrtc", capabilities().decodingInfo(call));
    stage.saw(rejected == null ? "webrtc is known" : "webrtc is refused with " + rejected);
  }

  private static void bad(Stage stage) {
    MediaDecodingConfiguration configuration = configuration(MediaDecodingType.file());
    Check.equal(
        "empty", "TypeError", Await.rejection("empty", capabilities().decodingInfo(configuration)));
    VideoConfiguration video = video();
    video.setContentType("nonsense");
    configuration.setVideo(video);
    Check.equal(
        "no MIME type",
        "TypeError",
        Await.rejection("no MIME type", capabilities().decodingInfo(configuration)));
  }

  private static void keySystem(Stage stage) {
    MediaCapabilitiesKeySystemConfiguration keys = MediaCapabilitiesKeySystemConfiguration.create();
    keys.setKeySystem("org.w3.clearkey");
    keys.setInitDataType("cenc");
    keys.setDistinctiveIdentifier(MediaKeysRequirement.notAllowed());
    keys.setPersistentState(MediaKeysRequirement.optional());
    keys.setSessionTypes(JSArray.of(MediaKeySessionType.temporary()));
    KeySystemTrackConfiguration track = KeySystemTrackConfiguration.create();
    track.setRobustness("");
    track.setEncryptionScheme(EncryptionScheme.cenc());
    keys.setVideo(track);
    KeySystemTrackConfiguration sound = KeySystemTrackConfiguration.create();
    sound.setRobustness("");
    keys.setAudio(sound);
    MediaDecodingConfiguration configuration = configuration(MediaDecodingType.mediaSource());
    configuration.setVideo(video());
    configuration.setAudio(sound());
    configuration.setKeySystemConfiguration(keys);
    MediaCapabilitiesDecodingInfo info = info(configuration);
    MediaKeySystemAccess access = info.getKeySystemAccess();
    Check.present("keySystemAccess", access != null);
    Check.equal("the key system", "org.w3.clearkey", access.getKeySystem());
  }
}
