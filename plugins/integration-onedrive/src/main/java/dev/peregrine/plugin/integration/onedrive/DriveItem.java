package dev.peregrine.plugin.integration.onedrive;

import dev.peregrine.api.Json;
import java.net.URI;
import java.util.Optional;

/**
 * What OneDrive says about a file or folder.
 *
 * @param id stays when the person moves or renames it
 * @param name of it
 * @param isFile whether it is no folder
 * @param etag changes with whatever changes
 * @param version changes with the content
 * @param hash of the content
 * @param link where the person sees it
 */
record DriveItem(
    String id,
    String name,
    boolean isFile,
    String etag,
    Optional<String> version,
    Optional<String> hash,
    Optional<URI> link) {

  static Optional<DriveItem> of(Json item) {
    return item.at("id")
        .text()
        .map(
            id ->
                new DriveItem(
                    id,
                    item.at("name").text().orElse(""),
                    item.at("file").isPresent(),
                    item.at("eTag").text().orElse(""),
                    item.at("cTag").text(),
                    item.at("file").at("hashes").at("quickXorHash").text(),
                    item.at("webUrl").address()));
  }
}
