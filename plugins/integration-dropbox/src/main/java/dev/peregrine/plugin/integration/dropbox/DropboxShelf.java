package dev.peregrine.plugin.integration.dropbox;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Deposit;
import dev.peregrine.integration.wire.Part;
import dev.peregrine.integration.wire.UploadNote;
import dev.peregrine.wire.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Dropbox for one document.
 *
 * @param root the folders of the settings
 * @param hash of the document's content
 */
record DropboxShelf(
    DropboxApi api, List<String> root, Upload upload, String hash, IntegrationContext context)
    implements Deposit.Shelf<DropboxFile> {

  @Override
  public Optional<DropboxFile> former(String storedId)
      throws ExtensionException, InterruptedException {
    return storedId.startsWith("id:")
        ? api.metadata(storedId).filter(DropboxFile::isFile)
        : Optional.empty();
  }

  @Override
  public Optional<DropboxFile> at(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    return api.metadata(path(folder, name));
  }

  /** A file cannot say whose it is, so its content does, or the note of a try that broke off. */
  @Override
  public boolean isOurs(DropboxFile file) {
    return isSame(file)
        || UploadNote.of(upload, context)
            .flatMap(note -> SessionNote.parse(note.where()))
            .filter(note -> note.path().equals(file.path()) && note.hash().equals(file.hash()))
            .isPresent();
  }

  @Override
  public boolean isSame(DropboxFile file) {
    return file.isFile() && file.hash().equals(hash);
  }

  @Override
  public Optional<DropboxFile> add(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    return sent(path(folder, name), new JsonObject().text(".tag", "add"));
  }

  @Override
  public DropboxFile replace(DropboxFile file) throws ExtensionException, InterruptedException {
    var mode = new JsonObject().text(".tag", "update").text("update", file.revision());
    return sent(file.path(), mode).orElseThrow(() -> Deposit.changedMeanwhile(file.path()));
  }

  private Optional<DropboxFile> sent(String path, JsonObject mode)
      throws ExtensionException, InterruptedException {
    JsonObject commit =
        new JsonObject()
            .text("path", path)
            .object("mode", mode)
            .flag("autorename", false)
            .flag("mute", true)
            .flag("strict_conflict", true);
    DropboxApi.Answer answer;
    if (upload.content().length() > Session.PART) {
      answer = new Session(api, upload, path, hash, context).send(commit);
    } else {
      new SessionNote(path, hash, "", 0).put(upload, context);
      Part whole = Part.at(upload.content(), 0, upload.content().length());
      answer = api.send("/2/files/upload", commit, whole, path);
    }
    if (answer.done()) {
      return Optional.of(DropboxFile.of(answer.json()).orElseThrow(api.service()::notUnderstood));
    }
    if (answer.says("path/conflict")) {
      return Optional.empty();
    }
    throw api.refused(answer, path);
  }

  private String path(List<String> folder, String name) {
    return Stream.of(root.stream(), folder.stream(), Stream.of(name))
        .flatMap(all -> all)
        .collect(Collectors.joining("/", "/", ""));
  }
}
