package dev.peregrine.host.shares;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much the current tenant keeps: what is in their database, and their other files. Copies that
 * the program makes of the database for itself are not theirs.
 */
public final class Room {

  /** Looking through all files is not cheap. */
  private static final Duration BELIEVED = Duration.ofSeconds(30);

  private static final String DATABASE = "staging.db";

  private final long most;
  private final Databases databases;
  private final InstantSource clock;
  private final Map<Tenant, Looked> looked = new ConcurrentHashMap<>();

  private record Looked(long bytes, Instant at) {}

  /**
   * @param most in bytes; 0 for no limit
   */
  public Room(long most, Databases databases, InstantSource clock) {
    this.most = most;
    this.databases = databases;
    this.clock = clock;
  }

  /** How many bytes are kept, as it was lately. */
  public long used() {
    Tenant tenant = Tenant.current();
    Looked last = looked.get(tenant);
    if (last == null || !last.at().plus(BELIEVED).isAfter(clock.instant())) {
      last = new Looked(look(tenant), clock.instant());
      looked.put(tenant, last);
    }
    return last.bytes();
  }

  /**
   * Makes sure that there is room for something that comes.
   *
   * @param bytes how large it is; 0 where that is not known
   * @throws OverShareException where there is none, with what to do
   */
  public void need(long bytes) {
    if (most == 0) {
      return;
    }
    if (used() + bytes > most && look() + bytes > most) {
      long used = used();
      throw OverShareException.untilMended(
          used >= most
              ? t("shares.full", "used", Amounts.bytes(used), "most", Amounts.bytes(most))
              : t(
                  "shares.too-large",
                  "size",
                  Amounts.bytes(bytes),
                  "used",
                  Amounts.bytes(used),
                  "most",
                  Amounts.bytes(most)));
    }
    if (bytes > 0) {
      looked.computeIfPresent(
          Tenant.current(), (who, last) -> new Looked(last.bytes() + bytes, last.at()));
    }
  }

  /** What was looked at is forgotten. */
  public void leave(Tenant tenant) {
    looked.remove(tenant);
  }

  /** Something may have been deleted since. */
  private long look() {
    Tenant tenant = Tenant.current();
    var now = new Looked(look(tenant), clock.instant());
    looked.put(tenant, now);
    return now.bytes();
  }

  private long look(Tenant tenant) {
    long database =
        databases.current().read(mappers -> mappers.of(UsedMapper.class).databaseBytes());
    var files = new Sum();
    try {
      Files.walkFileTree(tenant.home(), files);
    } catch (IOException unreadable) {
      // What can be seen counts.
      return database + files.bytes;
    }
    return database + files.bytes;
  }

  private static final class Sum extends SimpleFileVisitor<Path> {

    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
      if (!file.getFileName().toString().startsWith(DATABASE)) {
        bytes += about.size();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
      return FileVisitResult.CONTINUE;
    }
  }
}
