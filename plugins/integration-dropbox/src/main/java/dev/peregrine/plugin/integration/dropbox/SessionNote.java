package dev.peregrine.plugin.integration.dropbox;

import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.UploadNote;
import java.util.Optional;

/**
 * Where an upload is going to and how far it is.
 *
 * @param path it will have
 * @param hash of its content
 * @param session of an upload in parts; empty without
 * @param sent bytes that are there
 */
record SessionNote(String path, String hash, String session, long sent) {

  static Optional<SessionNote> parse(String note) {
    String[] lines = note.split("\n", -1);
    return lines.length == 4 && lines[3].matches("\\d{1,18}")
        ? Optional.of(new SessionNote(lines[0], lines[1], lines[2], Long.parseLong(lines[3])))
        : Optional.empty();
  }

  void put(Upload upload, IntegrationContext context) {
    UploadNote.put(upload, String.join("\n", path, hash, session, Long.toString(sent)), context);
  }
}
