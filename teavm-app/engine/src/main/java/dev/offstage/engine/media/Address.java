package dev.offstage.engine.media;

import dev.offstage.engine.util.Urls;
import java.util.List;

/**
 * Where a resource is: one reference, and the places that serve it. All of them have the same
 * bytes.
 */
public final class Address {
  private final List<BaseUrl> bases;
  private final String reference;

  /**
   * @param bases at least one, the one to be asked first in front; handed over
   * @param reference absolute, relative or empty
   */
  public Address(List<BaseUrl> bases, String reference) {
    this.bases = bases;
    this.reference = reference;
  }

  /** A resource that is in one place only. */
  public static Address of(String url) {
    return new Address(List.of(new BaseUrl(url, "", 1)), "");
  }

  /** The places, at least one. */
  public List<BaseUrl> bases() {
    return bases;
  }

  /** Its URL at the place that is asked first, absolute. */
  public String url() {
    return url(0);
  }

  /** Its URL at one of the places, absolute. */
  public String url(int index) {
    return Urls.resolve(bases.get(index).url(), reference);
  }

  /** Whether the other one names the same resource, at the place that is asked first. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Address address && address.url().equals(url());
  }

  @Override
  public int hashCode() {
    return url().hashCode();
  }

  @Override
  public String toString() {
    return url();
  }
}
