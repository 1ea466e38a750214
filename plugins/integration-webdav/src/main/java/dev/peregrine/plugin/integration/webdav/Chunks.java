package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Part;
import dev.peregrine.integration.wire.UploadNote;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends large files to Nextcloud in parts. The parts lie in a folder whose name follows from file
 * and content, so that a later try finds those that are there.
 *
 * @param tree the person's files
 * @param uploads where parts lie until all are there
 * @see <a
 *     href="https://docs.nextcloud.com/server/latest/developer_manual/client_apis/WebDAV/chunking.html">Chunked
 *     upload v2</a>
 */
record Chunks(DavTree tree, DavTree uploads, IntegrationContext context) implements Placing.Sender {

  /** Between 5 MB and 5 GB; at most 10,000 of them. */
  private static final long CHUNK = 10 << 20;

  @Override
  public boolean send(List<String> steps, Upload upload, Optional<DavFile> former)
      throws ExtensionException, InterruptedException {
    Content content = upload.content();
    if (content.length() <= CHUNK) {
      return tree.put(steps, content, upload.sha256(), former);
    }
    String target = tree.address(steps).toString();
    String folder = "peregrine-" + UploadNote.digest(target + upload.sha256()).substring(0, 32);
    Set<String> there = begun(folder, target);
    for (long from = 0; from < content.length(); from += CHUNK) {
      Part part = Part.at(content, from, CHUNK);
      String name = "%05d".formatted(from / CHUNK + 1);
      if (!there.contains(name + " " + part.length())) {
        HttpCall put =
            HttpCall.of("PUT", uploads.address(List.of(folder, name)))
                .withHeader("Destination", target)
                .withHeader("OC-Total-Length", Long.toString(content.length()));
        HttpReply _ = uploads.service().send(put, part, DavTree.named(steps));
      }
      context.progress().of(part.end(), content.length());
    }
    return assembled(folder, target, upload, former);
  }

  /** Makes the folder for the parts, or lists those in it: name and length. */
  private Set<String> begun(String folder, String target)
      throws ExtensionException, InterruptedException {
    HttpCall make =
        HttpCall.of("MKCOL", uploads.address(List.of(folder)))
            .withHeader("Destination", target)
            .accepting(405);
    if (uploads.service().send(make).status() != 405) {
      return Set.of();
    }
    HttpCall list =
        HttpCall.of("PROPFIND", uploads.address(List.of(folder)))
            .withHeader("Depth", "1")
            .withBody(DavTree.xml(DavFile.PROPERTIES));
    var there = new HashSet<String>();
    for (Markup answer : uploads.service().send(list).xml().select("*|response")) {
      String href = answer.text("*|href").orElse("");
      DavFile part = DavFile.of(answer);
      if (!part.isFolder()) {
        there.add(href.substring(href.lastIndexOf('/') + 1) + " " + part.length());
      }
    }
    return there;
  }

  private boolean assembled(String folder, String target, Upload upload, Optional<DavFile> former)
      throws ExtensionException, InterruptedException {
    HttpCall move =
        HttpCall.of("MOVE", uploads.address(List.of(folder, ".file")))
            .withHeader("Destination", target)
            .withHeader("Overwrite", former.isPresent() ? "T" : "F")
            .withHeader("OC-Total-Length", Long.toString(upload.content().length()))
            .withHeader("OC-Checksum", "SHA256:" + upload.sha256())
            .accepting(412);
    HttpReply moved =
        uploads.service().send(move, "file \"%s\"".formatted(upload.content().name()));
    return moved.status() != 412;
  }
}
