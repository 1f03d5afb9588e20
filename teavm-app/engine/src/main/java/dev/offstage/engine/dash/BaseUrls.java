package dev.offstage.engine.dash;

import dev.offstage.engine.media.BaseUrl;
import dev.offstage.engine.util.Numbers;
import dev.offstage.engine.util.Urls;
import dev.offstage.engine.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** {@code BaseURL} at any level: each is relative to each of those outside (section 5.6). */
final class BaseUrls {
  /** More places than this for one resource are of no use to anyone. */
  private static final int MOST = 8;

  private static final int DEFAULT_PRIORITY = 1;

  private BaseUrls() {}

  /** The only one there is before the MPD has said anything: where it came from. */
  static List<BaseUrl> of(String url) {
    return List.of(new BaseUrl(url, hostOf(url), DEFAULT_PRIORITY));
  }

  /**
   * What references within an element are relative to.
   *
   * @param outside what those outside of it are relative to
   * @return the one to be asked first in front: by priority, then in the order of the MPD
   */
  static List<BaseUrl> within(XmlElement element, List<BaseUrl> outside) {
    if (element.child("BaseURL") == null) {
      return outside;
    }
    List<BaseUrl> found = new ArrayList<>();
    for (BaseUrl outer : outside) {
      for (XmlElement inner : element.children("BaseURL")) {
        add(found, resolve(inner, outer));
      }
    }
    while (found.size() > MOST) {
      found.remove(found.size() - 1);
    }
    return found;
  }

  private static BaseUrl resolve(XmlElement inner, BaseUrl outer) {
    String url = Urls.resolve(outer.url(), inner.text());
    boolean sameHost = hostOf(url).equals(hostOf(outer.url()));
    String location = inner.attribute("serviceLocation");
    String priority = inner.attribute("dvb:priority");
    double number = priority == null ? Double.NaN : Numbers.integer(priority.trim());
    return new BaseUrl(
        url,
        location != null ? location : sameHost ? outer.location() : hostOf(url),
        number >= 0 && number <= Integer.MAX_VALUE ? (int) number : outer.priority());
  }

  /** An absolute URL comes out the same of each outer one, and counts once. */
  private static void add(List<BaseUrl> found, BaseUrl added) {
    int index = 0;
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).url().equals(added.url())) {
        return;
      }
      if (found.get(i).priority() <= added.priority()) {
        index = i + 1;
      }
    }
    found.add(index, added);
  }

  /** The scheme and the authority of a URL, such as {@code https://a.example}. */
  private static String hostOf(String url) {
    int slashes = url.indexOf("//");
    int path = slashes < 0 ? -1 : url.indexOf('/', slashes + 2);
    return path < 0 ? url : url.substring(0, path);
  }
}
