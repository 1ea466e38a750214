package dev.peregrine.plugin.integration.s3;

import dev.peregrine.api.HttpReply;
import java.util.Optional;

/**
 * An object of a bucket.
 *
 * @param key its whole name
 * @param tag of its content
 * @param document which document it is, where it is one
 * @param sha256 of that document
 */
record Kept(String key, String tag, Optional<String> document, Optional<String> sha256) {

  static final String DOCUMENT = "x-amz-meta-peregrine-document";
  static final String SHA256 = "x-amz-meta-peregrine-sha256";

  static Kept of(String key, HttpReply head) {
    return new Kept(
        key,
        head.header("ETag").orElse("").replace("\"", ""),
        head.header(DOCUMENT),
        head.header(SHA256));
  }
}
