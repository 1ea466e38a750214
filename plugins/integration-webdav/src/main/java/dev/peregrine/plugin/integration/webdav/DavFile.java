package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.api.Markup;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server says about one of its files.
 *
 * @param isFolder whether it is none
 * @param tag what changes with the content, without quotes
 * @param isStrong whether the server compares the tag with {@code If-Match}
 * @param length in bytes
 * @param sha256 where the server keeps the one that it was given
 * @param number of the file, in Nextcloud
 */
record DavFile(
    boolean isFolder,
    String tag,
    boolean isStrong,
    long length,
    Optional<String> sha256,
    Optional<String> number) {

  static final String PROPERTIES =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><d:resourcetype/><d:getetag/>\
      <d:getcontentlength/><d:getlastmodified/><oc:fileid/><oc:checksums/></d:prop></d:propfind>
      """;

  /** Reads the answer about one file. */
  static DavFile of(Markup answer) {
    Optional<String> etag = answer.text("*|getetag");
    String length = answer.text("*|getcontentlength").orElse("0");
    return new DavFile(
        answer.first("*|resourcetype *|collection").isPresent(),
        etag.map(DavFile::bare)
            .orElseGet(() -> answer.text("*|getlastmodified").orElse("") + " " + length),
        etag.isPresent() && !etag.get().startsWith("W/"),
        length.matches("\\d{1,18}") ? Long.parseLong(length) : 0,
        answer
            .text("*|checksums")
            .flatMap(
                sums ->
                    sums.lines()
                        .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                        .filter(sum -> sum.matches("(?i)SHA256:[0-9a-f]{64}"))
                        .map(sum -> sum.substring("SHA256:".length()).toLowerCase(Locale.ROOT))
                        .findFirst()),
        answer.text("*|fileid"));
  }

  /** This with the tag that a header gave. */
  DavFile withTag(String header) {
    return new DavFile(isFolder, bare(header), !header.startsWith("W/"), length, sha256, number);
  }

  /** This with what is known of its content. */
  DavFile withSha256(String known) {
    return new DavFile(isFolder, tag, isStrong, length, Optional.of(known), number);
  }

  private static String bare(String etag) {
    return etag.replaceFirst("^W/", "").replace("\"", "");
  }
}
