package dev.peregrine.plugin.integration.googledrive;

import dev.peregrine.api.Json;
import java.net.URI;
import java.util.Optional;

/**
 * What Drive says about a file.
 *
 * @param id stays when the person moves or renames it
 * @param revision of its content
 * @param sha256 of its content
 * @param document which document it is, where it is one
 * @param link where the person sees it
 */
record DriveFile(
    String id,
    Optional<String> revision,
    Optional<String> sha256,
    Optional<String> document,
    Optional<URI> link) {

  /** The property that only this app's calls see. */
  static final String PROPERTY = "peregrine";

  static final String FIELDS = "id,trashed,sha256Checksum,headRevisionId,webViewLink,appProperties";

  /** A file in the bin is none. */
  static Optional<DriveFile> of(Json file) {
    boolean trashed = file.at("trashed").flag().orElse(false);
    return file.at("id")
        .text()
        .filter(id -> !trashed)
        .map(
            id ->
                new DriveFile(
                    id,
                    file.at("headRevisionId").text(),
                    file.at("sha256Checksum").text(),
                    file.at("appProperties").at(PROPERTY).text(),
                    file.at("webViewLink").address()));
  }
}
