package dev.peregrine.plugin.integration.onedrive;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Deposit;
import dev.peregrine.integration.wire.UploadNote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A OneDrive for one document. It makes missing folders by itself.
 *
 * @param root the folders of the settings
 * @param hash of the document's content
 */
record OneDriveShelf(
    GraphApi api, List<String> root, Upload upload, String hash, IntegrationContext context)
    implements Deposit.Shelf<DriveItem> {

  @Override
  public Optional<DriveItem> former(String storedId)
      throws ExtensionException, InterruptedException {
    return api.byId(storedId).filter(DriveItem::isFile);
  }

  @Override
  public Optional<DriveItem> at(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    return api.at(steps(folder, name));
  }

  /** A file cannot say whose it is, so its content does, or the note of a try that broke off. */
  @Override
  public boolean isOurs(DriveItem file) {
    return isSame(file)
        || UploadNote.of(upload, context)
            .flatMap(note -> SessionNote.parse(note.where()))
            .filter(note -> file.isFile() && file.hash().equals(Optional.of(note.hash())))
            .isPresent();
  }

  @Override
  public boolean isSame(DriveItem file) {
    return file.isFile() && file.hash().equals(Optional.of(hash));
  }

  @Override
  public Optional<DriveItem> add(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    return sent(GraphApi.path(steps(folder, name)) + ":", "fail", Optional.empty());
  }

  @Override
  public DriveItem replace(DriveItem file) throws ExtensionException, InterruptedException {
    return sent("/me/drive/items/" + file.id(), "replace", Optional.of(file.etag()))
        .orElseThrow(() -> Deposit.changedMeanwhile(file.name()));
  }

  /** 409: the name was taken meanwhile. 412: somebody changed the file. */
  private Optional<DriveItem> sent(String target, String behaviour, Optional<String> etag)
      throws ExtensionException, InterruptedException {
    if (upload.content().length() > UploadSession.PART) {
      return new UploadSession(api, upload, target, hash, context).send(behaviour, etag);
    }
    new SessionNote(target, hash, "").put(upload, context);
    HttpCall put =
        api.service()
            .call("PUT", target + "/content?@microsoft.graph.conflictBehavior=" + behaviour)
            .accepting(409, 412);
    HttpCall call = etag.map(tag -> put.withHeader("If-Match", tag)).orElse(put);
    HttpReply reply = api.send(call, upload.content());
    return reply.status() > 299 ? Optional.empty() : Optional.of(api.stored(reply));
  }

  private List<String> steps(List<String> folder, String name) {
    return Stream.of(root.stream(), folder.stream(), Stream.of(name)).flatMap(all -> all).toList();
  }
}
