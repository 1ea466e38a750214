package dev.peregrine.plugin.integration.s3;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.ForDocumentStore;
import dev.peregrine.integration.wire.Deposit;
import dev.peregrine.integration.wire.RootFolder;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.integration.wire.UploadNote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Storage that speaks S3: Amazon, MinIO, Backblaze B2, Cloudflare R2, Hetzner, Garage. */
public final class S3 implements DocumentStore {

  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,62}");

  @Override
  public ForDocumentStore descriptor() {
    return ForDocumentStore.of(
            About.of(
                    "s3",
                    "S3 storage",
                    "Documents into a bucket: Amazon S3, MinIO, Backblaze B2, Cloudflare R2, Hetzner and others.")
                .withCallGap(Duration.ofMillis(50))
                .withSettings(
                    new SettingSpec.Address(
                        "base-url",
                        "Endpoint",
                        "Without the bucket, such as https://s3.eu-central-1.amazonaws.com.",
                        true,
                        Optional.empty()),
                    new SettingSpec.Text(
                        "region",
                        "Region",
                        "As the provider names it; us-east-1 where there are none.",
                        false,
                        Optional.of("us-east-1")),
                    new SettingSpec.Text(
                        "bucket", "Bucket", "It has to be there already.", true, Optional.empty()),
                    new SettingSpec.Text(
                        "access-key",
                        "Access key",
                        "The public half, such as AKIA….",
                        true,
                        Optional.empty()),
                    new SettingSpec.Secret(
                        "secret-key",
                        "Secret key",
                        "The secret half. The key needs the rights to list the bucket and to get and put objects.",
                        true),
                    RootFolder.setting()))
        .withLargest(1L << 40);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    Bucket bucket = bucket(context);
    bucket.look(String.join("/", RootFolder.of(context)) + "/");
    return "Bucket \"%s\": documents go into %s."
        .formatted(bucket.name(), RootFolder.shown(context));
  }

  @Override
  public Stored store(Upload upload, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    List<String> root = RootFolder.of(context);
    Kept kept = Deposit.put(upload, new BucketShelf(bucket(context), root, upload, context));
    UploadNote.remove(upload, context);
    return stored(kept);
  }

  @Override
  public Optional<Stored> find(String storedId, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return bucket(context)
        .head(storedId)
        .filter(file -> file.document().isPresent())
        .map(S3::stored);
  }

  private static Stored stored(Kept file) {
    return new Stored(file.key(), Optional.of(file.tag()), Optional.empty());
  }

  private static Bucket bucket(IntegrationContext context) throws ExtensionException {
    String secret = Service.required(context, "secret-key", "Secret key");
    String name = context.settings().text("bucket").orElse("").strip();
    if (!BUCKET.matcher(name).matches()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Bucket \"%s\": expected 3 to 63 letters, digits, - and dots. Correct it in the settings."
              .formatted(name));
    }
    var signature =
        new Signature(
            context.settings().text("access-key").orElse("").strip(),
            secret.strip(),
            context.settings().text("region").orElse("us-east-1").strip());
    return new Bucket(Service.of("The storage", context).withSecret(secret), name, signature);
  }
}
