package dev.peregrine.host.platform;

import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.storage.StorageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Support looks at what a person has only while that person lets it, changes nothing, and each look
 * is noted before it happens. Where it cannot be noted, there is none.
 */
public final class SupportAccess {

  /** For how many hours it may be granted. */
  public static final List<Integer> HOURS = List.of(4, 8, 24, 48, 72);

  private static final Logger LOG = LoggerFactory.getLogger(SupportAccess.class);
  private static final int LONGEST = 200;
  private static final Set<String> LOOKING = Set.of("GET", "HEAD");

  /** Copies of everything, keys to it, and what is between the person and the service. */
  private static final List<String> CLOSED =
      List.of(
          "/settings/backup",
          "/settings/programs",
          "/settings/account",
          "/settings/support",
          "/settings/telemetry",
          "/settings/secrets",
          // It would go on after the grant ends.
          "/events",
          "/oauth",
          "/api",
          "/mcp");

  private final ServerDatabase database;
  private final Standings standings;
  private final InstantSource clock;

  public SupportAccess(ServerDatabase database, Standings standings, InstantSource clock) {
    this.database = database;
    this.standings = standings;
    this.clock = clock;
  }

  /**
   * Lets somebody of support look at one page of a person, and notes it.
   *
   * @param staff who looks, as the session says it
   * @param user the person's id
   * @param method of the request; what may change something is refused
   * @param path of the page
   * @return whether they may
   */
  public boolean enter(String staff, String user, String method, String path) {
    if (staff.isBlank() || !LOOKING.contains(method) || isClosed(path)) {
      return false;
    }
    try {
      return database.call(
          mappers ->
              mappers
                  .of(SupportMapper.class)
                  .look(user, shortened(staff), shortened(path), clock.instant())
                  .isPresent());
    } catch (ServerAwayException | StorageException unnoted) {
      LOG.warn("Support was not let in, since it could not be noted.", unnoted);
      return false;
    }
  }

  private static boolean isClosed(String path) {
    return CLOSED.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }

  private static String shortened(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  /**
   * Lets support look from now on.
   *
   * @param hours one of {@link #HOURS}
   * @param ticket what it is about; may be empty
   */
  public void grant(String user, int hours, String ticket) {
    if (!HOURS.contains(hours)) {
      throw new IllegalArgumentException(
          "Hours \"%d\": expected one of %s.".formatted(hours, HOURS));
    }
    long _ =
        database.call(
            mappers ->
                mappers
                    .of(SupportMapper.class)
                    .grant(
                        user,
                        shortened(ticket.strip()),
                        clock.instant(),
                        clock.instant().plus(Duration.ofHours(hours))));
    standings.readNow(user);
  }

  /** Takes it back; counts from the next look on. */
  public boolean revoke(String user, long id) {
    int changed =
        database.call(mappers -> mappers.of(SupportMapper.class).revoke(user, id, clock.instant()));
    standings.readNow(user);
    return changed == 1;
  }

  /** Undoes {@link #revoke} for as long as the grant would have lasted. */
  public boolean giveBack(String user, long id) {
    int changed =
        database.call(
            mappers -> mappers.of(SupportMapper.class).giveBack(user, id, clock.instant()));
    standings.readNow(user);
    return changed == 1;
  }

  /** What a person granted, the newest first. */
  public List<SupportGrant> grants(String user, int most) {
    return database.call(mappers -> mappers.of(SupportMapper.class).grants(user, most));
  }

  /** When support looked at what, the newest first. */
  public List<SupportLook> looks(String user, long before, int most) {
    return database.call(mappers -> mappers.of(SupportMapper.class).looks(user, before, most));
  }
}
