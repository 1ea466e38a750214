package dev.peregrine.plugin.integration.dropbox;

import dev.peregrine.api.Json;
import java.util.Optional;

/**
 * What Dropbox says about a file.
 *
 * @param id stays when the person moves it
 * @param path where it is
 * @param revision of its content
 * @param hash of its content
 */
record DropboxFile(String id, String path, String revision, String hash) {

  /** A folder, or anything else that is no file, has neither revision nor hash. */
  static Optional<DropboxFile> of(Json metadata) {
    Optional<String> id = metadata.at("id").text();
    Optional<String> path = metadata.at("path_display").text();
    return id.isEmpty() || path.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DropboxFile(
                id.get(),
                path.get(),
                metadata.at("rev").text().orElse(""),
                metadata.at("content_hash").text().orElse("")));
  }

  boolean isFile() {
    return !revision.isEmpty();
  }
}
