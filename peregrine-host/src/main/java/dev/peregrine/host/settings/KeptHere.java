package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.settings.PrivacyPage.Kept;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.texts.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a home holds of the person, and how much. */
final class KeptHere {

  private static final int MOST_FILES = 20_000;
  private static final int KILO = 1_000;

  private KeptHere() {}

  static List<Kept> of(Tenant tenant) {
    Path home = tenant.home();
    var all = new ArrayList<Kept>();
    all.add(kept(t("privacy.kept-database"), home, "data/staging.db"));
    all.add(kept(t("privacy.kept-documents"), home, "data/documents"));
    all.add(kept(t("privacy.kept-secrets"), home, "data/secrets.sealed"));
    all.add(kept(t("privacy.kept-config"), home, "config"));
    all.add(kept(t("privacy.kept-answers"), home, "data/answers"));
    all.add(kept(t("privacy.kept-backups"), home, "data/backups"));
    if (!tenant.isGuest()) {
      // On another's machine the log is everybody's, and not theirs.
      all.add(kept(t("privacy.kept-logs"), home, "logs"));
    }
    return List.copyOf(all);
  }

  private static Kept kept(String what, Path home, String where) {
    return new Kept(what, where, size(bytes(home.resolve(where))));
  }

  private static long bytes(Path path) {
    if (Files.notExists(path)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.limit(MOST_FILES).mapToLong(KeptHere::bytesOf).sum();
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  private static long bytesOf(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  /** Bytes as a person reads them. */
  static String size(long bytes) {
    if (bytes == 0) {
      return t("privacy.nothing");
    }
    if (bytes < (long) KILO * KILO) {
      return t("privacy.kilobytes", "size", Numbers.n(Math.max(1, bytes / KILO)));
    }
    BigDecimal mega =
        BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(KILO * KILO), 1, RoundingMode.HALF_UP);
    return t("privacy.megabytes", "size", Numbers.n(mega));
  }
}
