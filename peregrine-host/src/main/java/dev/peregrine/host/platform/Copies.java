package dev.peregrine.host.platform;

import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copies that this disk may have of people whom another node deleted. Who came back after that
 * has a file that says after which deletion; a folder that does not say the last one is from
 * before, and goes. It is looked for again and again, and before a database is opened.
 *
 * <p><b>Threads:</b> any.
 */
public final class Copies {

  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

  /** Beside what backups and snapshots take. */
  private static final String LIFE = "since-erasure";

  private static final Pattern PERSON =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** What was put out of the way and is to be deleted: of which erasure, and its own number. */
  private static final Pattern GONE =
      Pattern.compile("\\.erased\\.([0-9a-f-]{36})\\.([0-9a-f-]{36})");

  private static final int AT_ONCE = 500;

  /** How far the clocks of nodes may be apart. */
  private static final Duration APART = Duration.ofHours(1);

  private final ServerDatabase database;
  private final Path root;
  private final Function<String, Tenant> tenants;
  private final Supplier<UUID> numbers;
  private final InstantSource clock;

  // Those for which this disk was looked through. Of who looks alone, which is one thread.
  private final Set<String> done = new HashSet<>();
  private Optional<Instant> looked = Optional.empty();

  /**
   * @param root the folder with everybody's folders
   * @param tenants who has which id
   */
  public Copies(
      ServerDatabase database,
      Path root,
      Function<String, Tenant> tenants,
      Supplier<UUID> numbers,
      InstantSource clock) {
    this.database = database;
    this.root = root;
    this.tenants = tenants;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Deletes copies of whoever was deleted since the last look; at first of everybody. */
  public void look() {
    try {
      Instant now = clock.instant();
      Optional<Instant> before = looked;
      List<String> since =
          database.call(
              mappers ->
                  mappers
                      .of(ErasureMapper.class)
                      .everywhereSince(before.map(then -> then.minus(APART)).orElse(now)));
      if ((before.isEmpty() || !done.containsAll(since)) && !lookThrough()) {
        return;
      }
      done.retainAll(since);
      done.addAll(since);
      looked = Optional.of(now);
    } catch (ServerAwayException | StorageException later) {
      LOG.debug("Copies of deleted people are looked for later", later);
    } catch (IOException | RuntimeException stuck) {
      LOG.error("Copies of deleted people could not be looked for; it is tried again.", stuck);
    }
  }

  /** Whether all went that had to. */
  private boolean lookThrough() throws IOException {
    if (Files.notExists(root)) {
      return true;
    }
    boolean all = true;
    var some = new ArrayList<String>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
      for (Path folder : folders) {
        String name = folder.getFileName().toString();
        if (PERSON.matcher(name).matches()) {
          some.add(name);
        }
        if (some.size() == AT_ONCE) {
          all &= removed(some);
          some.clear();
        }
      }
    }
    return removed(some) && all;
  }

  private boolean removed(List<String> people) {
    var hashes = new HashMap<String, String>();
    people.forEach(each -> hashes.put(ErasureProof.sha256(each), each));
    boolean all = true;
    for (Map.Entry<String, String> erased : last(hashes.keySet()).entrySet()) {
      Tenant tenant = tenants.apply(Optional.ofNullable(hashes.get(erased.getKey())).orElseThrow());
      try {
        boolean whole = Files.exists(tenant.data().resolve("staging.db"));
        // Who comes back at this moment writes to which life it belongs before there is a database.
        if (whole) {
          remove(tenant, erased.getValue());
        }
        finish(tenant.home().resolveSibling(""));
      } catch (IOException stuck) {
        all = false;
        LOG.error("A copy of a deleted person is still here; it is tried again.", stuck);
      }
    }
    return all;
  }

  /** Which deletion was the last, of whom there was one. */
  private Map<String, String> last(Set<String> hashes) {
    var last = new HashMap<String, String>();
    if (!hashes.isEmpty()) {
      database
          .call(mappers -> mappers.of(ErasureMapper.class).lastEverywhere(List.copyOf(hashes)))
          .forEach(each -> last.put(each.person(), each.id()));
    }
    return last;
  }

  /**
   * Sees to it that what lies here of somebody is not from before they were deleted. Before their
   * database is opened, where another node may have had them meanwhile.
   *
   * @return false where they are being deleted now
   * @throws IOException where a copy cannot be put away
   */
  public boolean clear(Tenant tenant) throws IOException {
    boolean going = database.call(mappers -> mappers.of(ErasureMapper.class).hasBegun(tenant.id()));
    if (going) {
      return false;
    }
    Optional<String> erased =
        last(Set.of(ErasureProof.sha256(tenant.id()))).values().stream().findFirst();
    if (erased.isPresent()) {
      remove(tenant, erased.get());
      Files.createDirectories(tenant.config());
      Files.createDirectories(tenant.data());
      Files.writeString(tenant.home().resolve(LIFE), erased.get());
      finish(tenant.home().resolveSibling(""));
    }
    return true;
  }

  /** Puts it out of the way at once; that it is deleted may take longer, and be begun anew. */
  private synchronized void remove(Tenant tenant, String erasure) throws IOException {
    if (Files.notExists(tenant.home()) || life(tenant).equals(erasure)) {
      return;
    }
    Path gone =
        tenant.home().resolveSibling(".erased.%s.%s".formatted(erasure, numbers.get().toString()));
    Path _ = Files.move(tenant.home(), gone, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String life(Tenant tenant) throws IOException {
    try {
      return Files.readString(tenant.home().resolve(LIFE)).strip();
    } catch (NoSuchFileException fromTheBeginning) {
      return "";
    }
  }

  private void finish(Path person) throws IOException {
    if (Files.notExists(person)) {
      return;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(person, ".erased.*")) {
      for (Path each : all) {
        Matcher name = GONE.matcher(each.getFileName().toString());
        if (name.matches()) {
          finish(each, name.group(1), name.group(2));
        }
      }
    }
  }

  private synchronized void finish(Path gone, String erasure, String copy) throws IOException {
    if (Files.notExists(gone)) {
      return;
    }
    var belongings = new Belongings(gone);
    List<ErasureProof.Part> parts = belongings.counted();
    boolean _ =
        database.call(
            mappers -> {
              ErasureMapper mapper = mappers.of(ErasureMapper.class);
              parts.forEach(
                  part -> {
                    int _ = mapper.noteCopy(copy, erasure, part, clock.instant());
                  });
              return true;
            });
    belongings.delete();
    LOG.info("A copy of a deleted person was deleted here; the proof has number {}.", erasure);
  }
}
