package dev.peregrine.host.snapshots;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects by name, at a server that speaks S3. Checksums of the protocol's newer kind are left out
 * where they are optional, since not every such server knows them; what is kept says its own
 * SHA-256.
 *
 * <p><b>Threads:</b> any.
 *
 * <p><b>Failure:</b> {@link StoreAwayException}, after the client tried three times.
 */
final class ObjectStore implements AutoCloseable {

  private static final Duration ONE_TRY = Duration.ofSeconds(60);
  private static final Duration ALL_TRIES = Duration.ofSeconds(120);

  /** Some server's own word for a condition that does not hold. */
  private static final int PRECONDITION_FAILED = 412;

  private static final int CONFLICT = 409;

  private final StoreAddress address;
  private final S3Client client;

  /** What is kept under a name. */
  record Found(String name, long bytes) {}

  ObjectStore(StoreAddress address) {
    this.address = address;
    var builder =
        S3Client.builder()
            .region(Region.of(address.region()))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(
                every -> every.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES));
    address.url().ifPresent(url -> builder.endpointOverride(url).forcePathStyle(true));
    address
        .keys()
        .ifPresent(
            keys ->
                builder.credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.access(), keys.secret()))));
    client = builder.build();
  }

  /** Keeps a file. */
  void put(String name, Path file) {
    var _ =
        asked(
            () ->
                client.putObject(
                    put -> put.bucket(address.bucket()).key(full(name)),
                    RequestBody.fromFile(file)));
  }

  /**
   * Keeps something under a name that nothing has.
   *
   * @return false where something has it, which stays as it is
   */
  boolean putNew(String name, byte[] content) {
    try {
      var _ =
          client.putObject(
              put -> put.bucket(address.bucket()).key(full(name)).ifNoneMatch("*"),
              RequestBody.fromBytes(content));
      return true;
    } catch (S3Exception refused) {
      if (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == CONFLICT) {
        return false;
      }
      throw away(refused);
    } catch (SdkException failed) {
      throw away(failed);
    }
  }

  /** Something small. */
  byte[] read(String name) {
    return asked(
        () ->
            client
                .getObjectAsBytes(get -> get.bucket(address.bucket()).key(full(name)))
                .asByteArray());
  }

  /**
   * Writes something into a file.
   *
   * @param to a file that does not exist yet
   */
  void fetch(String name, Path to) throws IOException {
    try (InputStream in =
        asked(() -> client.getObject(get -> get.bucket(address.bucket()).key(full(name))))) {
      long _ = Files.copy(in, to);
    }
  }

  /** Everything whose name begins so, in the order of their names. */
  List<Found> list(String start) {
    return asked(
        () ->
            client
                .listObjectsV2Paginator(list -> list.bucket(address.bucket()).prefix(full(start)))
                .contents()
                .stream()
                .map(object -> new Found(plain(object.key()), object.size()))
                .toList());
  }

  /** What comes up to the next slash after this, which ends with one. */
  List<String> folders(String start) {
    return asked(
        () ->
            client
                .listObjectsV2Paginator(
                    list -> list.bucket(address.bucket()).prefix(full(start)).delimiter("/"))
                .commonPrefixes()
                .stream()
                .map(CommonPrefix::prefix)
                .map(this::plain)
                .toList());
  }

  /** One by one: not every server knows how to delete several. */
  void delete(String name) {
    var _ = asked(() -> client.deleteObject(old -> old.bucket(address.bucket()).key(full(name))));
  }

  private String full(String name) {
    return address.prefix().isEmpty() ? name : address.prefix() + "/" + name;
  }

  private String plain(String full) {
    return address.prefix().isEmpty() ? full : full.substring(address.prefix().length() + 1);
  }

  private <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException failed) {
      throw away(failed);
    }
  }

  private StoreAwayException away(SdkException failed) {
    String why =
        failed instanceof S3Exception said
            ? "answered %d %s".formatted(said.statusCode(), said.awsErrorDetails().errorCode())
            : "cannot be reached (%s)".formatted(failed.getMessage());
    return new StoreAwayException(
        "The object store %s %s. Check CLOUD_SNAPSHOT_S3_… and that server."
            .formatted(address.named(), why),
        failed);
  }

  @Override
  public void close() {
    client.close();
  }
}
