package dev.peregrine.plugin.integration.onedrive;

import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.UploadNote;
import java.util.Optional;

/**
 * Where an upload is going to.
 *
 * @param target what is written
 * @param hash of its content
 * @param address of an upload in parts; empty without
 */
record SessionNote(String target, String hash, String address) {

  static Optional<SessionNote> parse(String note) {
    String[] lines = note.split("\n", -1);
    return lines.length == 3
        ? Optional.of(new SessionNote(lines[0], lines[1], lines[2]))
        : Optional.empty();
  }

  void put(Upload upload, IntegrationContext context) {
    UploadNote.put(upload, String.join("\n", target, hash, address), context);
  }
}
