package dev.peregrine.host.snapshots;

import java.net.URI;
import java.util.Optional;

/**
 * Where snapshots are kept.
 *
 * @param url of a server that speaks S3; empty for Amazon's own
 * @param prefix of all names, without a slash at its end; empty for none
 * @param keys empty where the machine itself may, as roles of instances do
 */
public record StoreAddress(
    Optional<URI> url, String bucket, String region, String prefix, Optional<Keys> keys) {

  /** By which one is let in. */
  public record Keys(String access, String secret) {

    /** Nothing of the secret. */
    @Override
    public String toString() {
      return "keys of " + access;
    }
  }

  /** As it is named in messages. */
  String named() {
    return url.map(URI::toString).orElse("s3." + region + ".amazonaws.com") + "/" + bucket;
  }
}
