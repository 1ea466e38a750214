package dev.peregrine.host.tiers;

import dev.peregrine.host.config.LicenceFile;
import dev.peregrine.host.http.OutgoingHttp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The licence of the current tenant. It is checked without a network; the server is asked to
 * activate it, to renew it in its last days, and to give its seat back.
 */
public final class Licences {

  /** How long before its end a licence is renewed. */
  static final Duration RENEWED_BEFORE = Duration.ofDays(5);

  /** How long a licence counts after its end, where the server could not be asked. */
  static final Duration GRACE = Duration.ofDays(7);

  /** A clock that is set back by more than this is told. */
  private static final Duration SET_BACK = Duration.ofDays(1);

  private final LicenceFile file;
  private final LicenceServer server;
  private final String machine;
  private final InstantSource clock;

  /**
   * @param machine see {@link Machine}
   * @param version of this program, for the server
   */
  public Licences(
      LicenceFile file, OutgoingHttp http, String machine, String version, InstantSource clock) {
    this.file = file;
    this.server = new LicenceServer(http, file, version);
    this.machine = machine;
    this.clock = clock;
  }

  /** How it stands now. */
  public LicenceState state() {
    try {
      Optional<StoredLicence> stored = StoredLicence.read();
      return stored.isEmpty() ? new LicenceState.None() : state(stored.get());
    } catch (LicenceException unusable) {
      return new LicenceState.Unusable(String.valueOf(unusable.getMessage()));
    }
  }

  private LicenceState state(StoredLicence stored) throws LicenceException {
    Instant now = clock.instant();
    Licence licence = read(stored.jwt());
    if (stored.refreshed().isAfter(now.plus(SET_BACK))) {
      throw new LicenceException(
          "This machine's clock says %s, but the licence was renewed on %s already. Set the clock; the licence counts again then."
              .formatted(LicenceDates.of(now), LicenceDates.of(stored.refreshed())));
    }
    if (now.isBefore(licence.expires())) {
      return new LicenceState.Valid(licence, stored.trouble());
    }
    return stored
        .grace()
        .filter(now::isBefore)
        .<LicenceState>map(until -> new LicenceState.Grace(licence, until, stored.trouble()))
        .orElseGet(() -> new LicenceState.Expired(licence, stored.trouble()));
  }

  private Licence read(String jwt) throws LicenceException {
    return SignedLicence.read(jwt, TrustedKey.of(file.publicKey()), machine, clock.instant());
  }

  /**
   * Takes a seat for this machine.
   *
   * @param typed the key
   * @return what the licence says
   */
  public synchronized Licence activate(String typed) throws LicenceException, InterruptedException {
    return store(server.activate(LicenceKey.parse(typed), machine));
  }

  private Licence store(LicenceServer.Answered answered) throws LicenceException {
    Instant now = clock.instant();
    Optional<Duration> off = answered.clock().map(theirs -> Duration.between(theirs, now).abs());
    if (off.isPresent() && off.get().compareTo(SignedLicence.TOLERANCE) > 0) {
      throw new LicenceException(
          "This machine's clock says %s, the licence server's says %s. Set this machine's clock, then try again."
              .formatted(LicenceDates.of(now), LicenceDates.of(answered.clock().orElse(now))));
    }
    Licence licence = read(answered.jwt());
    if (!now.isBefore(licence.expires())) {
      throw new LicenceException(
          "The licence ran out on %s. Renew it in your account, then activate the key again."
              .formatted(LicenceDates.of(licence.expires())));
    }
    new StoredLicence(answered.jwt(), machine, now, Optional.empty(), "").write(licence);
    return licence;
  }

  /** Renews it where that is due; never fails, since what went wrong shows in the state. */
  public synchronized void refreshIfDue() throws InterruptedException {
    try {
      Optional<StoredLicence> stored = StoredLicence.read();
      if (stored.isPresent() && state(stored.get()).said().filter(this::isDue).isPresent()) {
        refresh(stored.get(), read(stored.get().jwt()));
      }
    } catch (LicenceException shownInTheState) {
      // An unusable licence cannot be renewed; state() says so.
    }
  }

  private boolean isDue(Licence licence) {
    return !clock.instant().isBefore(licence.expires().minus(RENEWED_BEFORE));
  }

  private void refresh(StoredLicence stored, Licence licence)
      throws LicenceException, InterruptedException {
    try {
      store(server.refresh(stored.jwt(), machine, LicenceKey.display(licence.key())));
    } catch (LicenceException failed) {
      // Who was refused gets no grace; who could not ask does, once.
      Optional<Instant> grace =
          failed.isUnreachable()
              ? stored.grace().or(() -> Optional.of(graceEnd(licence)))
              : Optional.empty();
      new StoredLicence(
              stored.jwt(),
              stored.machine(),
              stored.refreshed(),
              grace,
              String.valueOf(failed.getMessage()))
          .write(licence);
    }
  }

  private Instant graceEnd(Licence licence) {
    Instant now = clock.instant();
    return (now.isBefore(licence.expires()) ? licence.expires() : now).plus(GRACE);
  }

  /**
   * Gives the seat back and forgets the licence.
   *
   * @param anyway whether it is forgotten even where the server cannot be told
   * @return what happened, as a sentence
   * @throws LicenceException where the server cannot be told; the licence stays then
   */
  public synchronized String deactivate(boolean anyway)
      throws LicenceException, InterruptedException {
    Optional<StoredLicence> stored;
    try {
      stored = StoredLicence.read();
    } catch (LicenceException damaged) {
      StoredLicence.delete();
      return "The damaged licence was removed. Its seat stays taken; its issuer can free it.";
    }
    if (stored.isEmpty()) {
      return "No licence was active here.";
    }
    try {
      server.deactivate(stored.get().jwt(), machine, "the licence");
    } catch (LicenceException untold) {
      if (!anyway && untold.isUnreachable()) {
        throw untold;
      }
      StoredLicence.delete();
      return "The licence was removed here. The server was not told, so its seat may stay taken.";
    }
    StoredLicence.delete();
    return "The licence was removed here, and its seat is free for another machine.";
  }
}
