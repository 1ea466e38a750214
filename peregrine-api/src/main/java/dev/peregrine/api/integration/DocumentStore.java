package dev.peregrine.api.integration;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps documents elsewhere: the letters and résumés that were sent, briefs. Plugins implement it;
 * the host names files and folders and remembers what is where.
 *
 * <p><b>Threads:</b> as {@link Integration}.
 *
 * <p><b>Failure:</b> as {@link Integration}; a full store is {@code REFUSED}.
 *
 * <p><b>Limits:</b> as the descriptor declares. Large documents go in parts, and an upload that
 * broke off goes on where it stopped, as far as the service allows: note its address in {@link
 * IntegrationContext#state} under the document's {@code id} and {@code sha256}.
 *
 * @since 0.1
 */
public non-sealed interface DocumentStore extends Integration {

  @Override
  IntegrationDescriptor.ForDocumentStore descriptor();

  /**
   * Stores a document, making the folders that are missing.
   *
   * <p>The same document stored again is another version of it, or takes its place where the store
   * keeps no versions; it is never a second one beside it. A different file of that name, one that
   * was not stored through here, is left alone: the document then gets a number behind its name.
   */
  Stored store(Upload upload, IntegrationContext context)
      throws ExtensionException, InterruptedException;

  /**
   * A stored document as it is now; empty where it is gone.
   *
   * @param storedId {@link Stored#id}
   */
  Optional<Stored> find(String storedId, IntegrationContext context)
      throws ExtensionException, InterruptedException;

  /**
   * A document to store.
   *
   * @param id Peregrine's lasting id of the document
   * @param folder names of the folders from the one in the settings downwards, as people read them;
   *     the store replaces characters that its service forbids
   * @param content its name is the file's
   * @param sha256 of the content, 64 lower-case hexadecimal digits: the same means unchanged
   * @param storedId {@link Stored#id} from the last time, if any; a hint, for the person may have
   *     moved or deleted it since
   */
  record Upload(
      String id, List<String> folder, Content content, String sha256, Optional<String> storedId) {
    public Upload {
      if (id.isBlank()) {
        throw new IllegalArgumentException("A document's id is blank.");
      }
      folder = List.copyOf(folder);
      for (String step : folder) {
        if (step.isBlank() || step.equals(".") || step.equals("..")) {
          throw new IllegalArgumentException(
              "Folder \"%s\" of document \"%s\": expected a name.".formatted(step, id));
        }
      }
      Objects.requireNonNull(content);
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(
            "Document \"%s\": SHA-256 \"%s\", expected 64 lower-case hexadecimal digits."
                .formatted(id, sha256));
      }
      Objects.requireNonNull(storedId);
    }
  }

  /**
   * Where a document is.
   *
   * @param id as the service names it
   * @param version of the content, as the service names it, where it does
   * @param link where the person sees it, if anywhere
   */
  record Stored(String id, Optional<String> version, Optional<URI> link) {
    public Stored {
      if (id.isBlank()) {
        throw new IllegalArgumentException("A stored document's id is blank.");
      }
      Objects.requireNonNull(version);
      Objects.requireNonNull(link);
    }
  }
}
