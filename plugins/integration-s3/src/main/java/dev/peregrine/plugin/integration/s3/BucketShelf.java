package dev.peregrine.plugin.integration.s3;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Deposit;
import dev.peregrine.integration.wire.UploadNote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bucket for one document. Each object says in its metadata which document it is.
 *
 * @param root the folders of the settings
 */
record BucketShelf(Bucket bucket, List<String> root, Upload upload, IntegrationContext context)
    implements Deposit.Shelf<Kept> {

  /** What is larger goes in parts. */
  private static final long ONE_PIECE = 16 << 20;

  @Override
  public Optional<Kept> former(String storedId) throws ExtensionException, InterruptedException {
    Optional<Kept> there = bucket.head(storedId);
    return there.isPresent() && isOurs(there.get()) ? there : Optional.empty();
  }

  @Override
  public Optional<Kept> at(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    return bucket.head(key(folder, name));
  }

  @Override
  public boolean isOurs(Kept file) {
    return file.document().equals(Optional.of(document()));
  }

  @Override
  public boolean isSame(Kept file) {
    return file.sha256().equals(Optional.of(upload.sha256()));
  }

  @Override
  public Optional<Kept> add(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    return sent(key(folder, name), Map.of("If-None-Match", "*"));
  }

  @Override
  public Kept replace(Kept file) throws ExtensionException, InterruptedException {
    return sent(file.key(), Map.of()).orElseThrow(() -> Deposit.changedMeanwhile(file.key()));
  }

  private Optional<Kept> sent(String key, Map<String, String> condition)
      throws ExtensionException, InterruptedException {
    var headers = new HashMap<String, String>();
    headers.put("Content-Type", upload.content().mediaType());
    headers.put(Kept.DOCUMENT, document());
    headers.put(Kept.SHA256, upload.sha256());
    HttpReply reply =
        upload.content().length() > ONE_PIECE
            ? new Parts(bucket, key, upload, context).send(headers, condition)
            : whole(key, headers, condition);
    if (reply.status() == 412) {
      return Optional.empty();
    }
    HttpReply _ = bucket.checked(reply, Bucket.named(key));
    return Optional.of(bucket.head(key).orElseThrow(() -> Deposit.changedMeanwhile(key)));
  }

  private HttpReply whole(String key, Map<String, String> headers, Map<String, String> condition)
      throws ExtensionException, InterruptedException {
    var all = new HashMap<>(headers);
    all.putAll(condition);
    HttpReply reply = bucket.send(key, Map.of(), all, upload.content(), upload.sha256());
    // Some servers do not know the condition; the name was free a moment ago.
    return reply.status() == 501 && !condition.isEmpty()
        ? bucket.send(key, Map.of(), headers, upload.content(), upload.sha256())
        : reply;
  }

  private String key(List<String> folder, String name) {
    return Stream.of(root.stream(), folder.stream(), Stream.of(name))
        .flatMap(all -> all)
        .collect(Collectors.joining("/"));
  }

  /** Ids of documents can have letters that no header takes. */
  private String document() {
    return UploadNote.digest(upload.id()).substring(0, 32);
  }
}
