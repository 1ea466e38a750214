package dev.peregrine.host.platform;

import dev.peregrine.host.due.DueRows;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.telemetry.Telemetry;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deletes a person: after a week in which they may think better of it, everything that they have
 * goes, and a proof of it stays that holds nothing of what was deleted. One that was interrupted
 * goes on with what was counted before.
 */
public final class Erasures {

  /** How long a person may still take it back. */
  public static final Duration DELAY = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration GIVEN_UP = Duration.ofMinutes(30);

  private final ServerDatabase database;
  private final Standings standings;
  private final Function<String, Tenant> tenants;
  private final Consumer<Tenant> farewell;
  private final Supplier<UUID> numbers;
  private final InstantSource clock;
  private final Set<String> going = ConcurrentHashMap.newKeySet();
  private volatile Elsewhere elsewhere = Elsewhere.NOWHERE;
  private volatile Predicate<String> mine = user -> true;
  private volatile boolean several;

  /**
   * @param tenants who has which id
   * @param farewell ends whatever is done for somebody and closes their files
   * @param numbers of proofs
   */
  public Erasures(
      ServerDatabase database,
      Standings standings,
      Function<String, Tenant> tenants,
      Consumer<Tenant> farewell,
      Supplier<UUID> numbers,
      InstantSource clock) {
    this.database = database;
    this.standings = standings;
    this.tenants = tenants;
    this.farewell = farewell;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Has what lies elsewhere deleted, too. Before anybody is. */
  public void alsoIn(Elsewhere place) {
    elsewhere = place;
  }

  /**
   * Leaves to other programs whom they work for; those delete what they have of whoever goes.
   *
   * @param who whether this program works for somebody
   */
  public void only(Predicate<String> who) {
    mine = who;
    several = true;
  }

  /** Has a person deleted after {@link #DELAY}; says when. */
  public Instant plan(String user) {
    Instant now = clock.instant();
    Instant due = now.plus(DELAY);
    int _ =
        database.call(
            mappers ->
                mappers
                    .of(ErasureMapper.class)
                    .plan(numbers.get().toString(), user, hash(user), now, due));
    standings.readNow(user);
    return due;
  }

  /**
   * Takes it back.
   *
   * @return false where it has begun, or was never asked for
   */
  public boolean keep(String user) {
    int kept = database.call(mappers -> mappers.of(ErasureMapper.class).keep(user));
    standings.readNow(user);
    return kept == 1;
  }

  /** Whether somebody is being deleted right now, so that nothing of theirs may be opened. */
  public boolean isGoing(String user) {
    return going.contains(user);
  }

  /**
   * Whether it has begun that somebody is deleted, by whichever program.
   *
   * @throws ServerAwayException where that cannot be known
   */
  public boolean hasBegun(String user) {
    return database.call(mappers -> mappers.of(ErasureMapper.class).hasBegun(user));
  }

  /** The proofs about whoever has that id, the newest first. */
  public List<ErasureProof> proofs(String user) {
    return database.call(
        mappers -> {
          ErasureMapper mapper = mappers.of(ErasureMapper.class);
          return mapper.done(hash(user)).stream()
              .map(row -> proof(row, mapper.copies(row.id())))
              .toList();
        });
  }

  private static ErasureProof proof(ErasureMapper.Row row, List<ErasureProof.Part> copies) {
    return new ErasureProof(
        row.id(),
        row.personSha256(),
        row.requestedAt(),
        Optional.ofNullable(row.doneAt()).orElse(row.dueAt()),
        parts(row.found()),
        copies,
        JSON.readValue(
            Optional.ofNullable(row.removedRows()).orElse("{}"), new TypeReference<>() {}));
  }

  private static List<ErasureProof.Part> parts(@Nullable String json) {
    return json == null ? List.of() : JSON.readValue(json, new TypeReference<>() {});
  }

  private static String hash(String user) {
    return ErasureProof.sha256(user);
  }

  /** Deletes everybody whose time has come. */
  public void finishDue() {
    try {
      for (String user : waiting()) {
        Optional<ErasureMapper.Due> due = mine.test(user) ? begun(user) : Optional.empty();
        if (due.isPresent()) {
          erase(due.get());
        }
      }
    } catch (ServerAwayException | StorageException later) {
      LOG.debug("Nobody is deleted while the database is away", later);
    } catch (IOException | RuntimeException stuck) {
      // It is tried again after a while; until then it stays begun, so that nobody takes it back
      // half done.
      LOG.error("A person could not be deleted whole.", stuck);
    }
  }

  private List<String> waiting() {
    Instant now = clock.instant();
    return database.call(mappers -> mappers.of(ErasureMapper.class).due(now, now.minus(GIVEN_UP)));
  }

  private Optional<ErasureMapper.Due> begun(String user) {
    Instant now = clock.instant();
    return database.call(
        mappers -> mappers.of(ErasureMapper.class).begin(user, now, now.minus(GIVEN_UP), several));
  }

  private void erase(ErasureMapper.Due due) throws IOException {
    going.add(due.userId());
    try {
      Tenant tenant = tenants.apply(due.userId());
      farewell.accept(tenant);
      var belongings = new Belongings(tenant.home());
      if (due.found() == null) {
        String found =
            JSON.writeValueAsString(
                Stream.concat(
                        belongings.counted().stream(), elsewhere.counted(due.userId()).stream())
                    .toList());
        int _ = database.call(mappers -> mappers.of(ErasureMapper.class).note(due.id(), found));
      }
      belongings.delete();
      elsewhere.delete(due.userId());
      boolean _ =
          database.call(
              mappers -> {
                String rows = JSON.writeValueAsString(forget(mappers, due.userId()));
                return mappers.of(ErasureMapper.class).finish(due.id(), rows, clock.instant()) == 1;
              });
      standings.forget(due.userId());
      // Whoever is half deleted stays out until the rest is gone too.
      going.remove(due.userId());
      LOG.info("A person was deleted; the proof has number {}.", due.id());
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static Map<String, Integer> forget(Mappers mappers, String user) {
    var rows = new TreeMap<>(Telemetry.forget(mappers, user));
    rows.put("due", DueRows.forget(mappers, user));
    rows.put("support_access_log", mappers.of(SupportMapper.class).deleteLooks(user));
    rows.put("support_access_grants", mappers.of(SupportMapper.class).deleteGrants(user));
    rows.put("subscriptions", mappers.of(StandingMapper.class).delete(user));
    return rows;
  }
}
