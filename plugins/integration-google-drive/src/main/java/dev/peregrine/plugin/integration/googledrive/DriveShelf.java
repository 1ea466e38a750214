package dev.peregrine.plugin.integration.googledrive;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Deposit;
import dev.peregrine.integration.wire.UploadNote;
import dev.peregrine.wire.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Drive for one document. Each file says in a property which document it is.
 *
 * @param top id of the folder in which those of the settings lie
 * @param root the folders of the settings
 */
record DriveShelf(
    DriveApi api, String top, List<String> root, Upload upload, IntegrationContext context)
    implements Deposit.Shelf<DriveFile> {

  @Override
  public Optional<DriveFile> former(String storedId)
      throws ExtensionException, InterruptedException {
    return api.file(storedId).filter(this::isOurs);
  }

  /** Of several files of that name the one that is this document, if it is among them. */
  @Override
  public Optional<DriveFile> at(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    Optional<String> parent = Optional.of(top);
    for (String step : below(folder)) {
      parent = api.folder(parent.get(), step);
      if (parent.isEmpty()) {
        return Optional.empty();
      }
    }
    List<DriveFile> files = api.files(parent.get(), name);
    return files.stream().filter(this::isOurs).findFirst().or(() -> files.stream().findFirst());
  }

  @Override
  public boolean isOurs(DriveFile file) {
    return file.document().equals(Optional.of(document()));
  }

  @Override
  public boolean isSame(DriveFile file) {
    return file.sha256().equals(Optional.of(upload.sha256()));
  }

  @Override
  public Optional<DriveFile> add(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    String parent = top;
    for (String step : below(folder)) {
      Optional<String> there = api.folder(parent, step);
      parent = there.isPresent() ? there.get() : api.makeFolder(parent, step);
    }
    JsonObject file = described().text("name", name).texts("parents", List.of(parent));
    return Optional.of(sent("POST", "/upload/drive/v3/files", file, parent + "/" + name));
  }

  @Override
  public DriveFile replace(DriveFile file) throws ExtensionException, InterruptedException {
    return sent("PATCH", "/upload/drive/v3/files/" + file.id(), described(), file.id());
  }

  private DriveFile sent(String method, String path, JsonObject file, String target)
      throws ExtensionException, InterruptedException {
    String id = new Resumable(api, upload, target, context).send(method, path, file);
    return api.file(id).orElseThrow(() -> Deposit.changedMeanwhile(upload.content().name()));
  }

  private JsonObject described() {
    return new JsonObject()
        .object("appProperties", new JsonObject().text(DriveFile.PROPERTY, document()));
  }

  private List<String> below(List<String> folder) {
    return Stream.concat(root.stream(), folder.stream()).toList();
  }

  /** Ids of documents can be longer than a property may be. */
  private String document() {
    return UploadNote.digest(upload.id()).substring(0, 32);
  }
}
