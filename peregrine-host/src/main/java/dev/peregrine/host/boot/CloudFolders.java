package dev.peregrine.host.boot;

import dev.peregrine.host.sessions.UserIds;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The folders of people, {@code <root>/<uuid>/peregrine} each. */
final class CloudFolders {

  /** The program's own folder, beside which other programs of the same account have theirs. */
  static final String PROGRAM = "peregrine";

  private final Path root;
  private final byte[] formKey;

  /**
   * @param formKey from which the seal of each person's forms is made
   */
  CloudFolders(Path root, byte[] formKey) {
    this.root = root;
    this.formKey = formKey.clone();
  }

  /**
   * Whose folder it is.
   *
   * @param user a number that {@link UserIds} takes
   */
  Tenant tenant(String user) {
    String checked =
        UserIds.canonical(user)
            .orElseThrow(() -> new IllegalArgumentException("This is no number of a person."));
    return new Tenant(checked, root.resolve(checked).resolve(PROGRAM), true);
  }

  /** Whether somebody was here before. */
  boolean has(Tenant tenant) {
    return Files.isDirectory(tenant.data());
  }

  /** Makes sure that somebody has a folder. */
  void make(Tenant tenant) {
    if (has(tenant) && Files.isDirectory(tenant.config())) {
      return;
    }
    try {
      Files.createDirectories(tenant.config());
      Files.createDirectories(tenant.data());
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The folder of %s cannot be made".formatted(tenant.id()), failed);
    }
  }

  /** Has something done for everybody who was ever here. */
  void forEach(Consumer<Tenant> work) {
    if (Files.notExists(root)) {
      return;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
      for (Path each : all) {
        UserIds.canonical(each.getFileName().toString())
            .map(this::tenant)
            .filter(this::has)
            .ifPresent(work);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("The folder of all people cannot be read", failed);
    }
  }

  /** Makes the forms of somebody count for nobody else. */
  Seal seal(Tenant tenant) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(formKey, "HmacSHA256"));
      return new Seal(mac.doFinal(("forms of " + tenant.id()).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
