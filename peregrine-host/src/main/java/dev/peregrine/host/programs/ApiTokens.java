package dev.peregrine.host.programs;

import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The current tenant's tokens for programs. Stored is a hash of each, so that whoever reads the
 * database or a backup can do nothing with it.
 */
public final class ApiTokens {

  /** How many a person may have at once. */
  public static final int MOST = 50;

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 60;

  /** How long a revoked token can be had back. */
  public static final Duration UNDO = Duration.ofHours(1);

  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);
  private static final int CHANCE = 32;

  private final Databases databases;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** The end of {@link #create}. */
  public sealed interface Making {

    /**
     * It is there.
     *
     * @param text the token itself, which nobody can tell again
     */
    record Made(ApiToken token, String text) implements Making {

      /** Without the token: logs print records. */
      @Override
      public String toString() {
        return "Made[" + token + "]";
      }
    }

    /** Another program is called so; nothing was made. */
    record NameTaken() implements Making {}

    /** There are {@link ApiTokens#MOST} already; nothing was made. */
    record TooMany() implements Making {}
  }

  /**
   * @param random of which nobody can guess what comes next
   */
  public ApiTokens(Databases databases, InstantSource clock, RandomGenerator random) {
    this.databases = databases;
    this.clock = clock;
    this.random = random;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(TokenMapper.class, ReplyMapper.class);
  }

  /**
   * The id of the tenant whose token this says it is, before anybody checked whether it is one;
   * empty where it is none at all.
   */
  public static Optional<String> tenantOf(String token) {
    return TokenText.tenant(token);
  }

  /**
   * Makes a token.
   *
   * @param name one that no other has; how the person calls the program
   * @param scopes at least one
   * @param expires from when on it no longer counts; empty for never
   */
  public Making create(String name, Set<Scope> scopes, Optional<Instant> expires) {
    if (name.isBlank() || name.length() > LONGEST_NAME || scopes.isEmpty()) {
      throw new IllegalArgumentException(
          "Token \"%s\" for %s: expected a name of 1 to %d characters and at least one scope."
              .formatted(name, scopes, LONGEST_NAME));
    }
    var chance = new byte[CHANCE];
    random.nextBytes(chance);
    String text = TokenText.of(Tenant.current(), chance);
    return databases
        .current()
        .write(
            mappers -> {
              TokenMapper mapper = mappers.of(TokenMapper.class);
              mapper.forget(undoableSince());
              List<TokenMapper.Row> all = mapper.all();
              if (all.stream().anyMatch(row -> row.name().equalsIgnoreCase(name))) {
                return new Making.NameTaken();
              }
              if (all.size() >= MOST) {
                return new Making.TooMany();
              }
              return new Making.Made(
                  token(
                      mapper.add(
                          name,
                          TokenText.digest(text),
                          Scope.written(scopes),
                          clock.millis(),
                          expires.map(Instant::toEpochMilli).orElse(null))),
                  text);
            });
  }

  /** All that were not revoked, by name; those that expired, too. */
  public List<ApiToken> all() {
    return databases.current().read(mappers -> mappers.of(TokenMapper.class).all()).stream()
        .map(ApiTokens::token)
        .toList();
  }

  /**
   * Shuts a token out at once.
   *
   * @return false where there is none of that number
   */
  public boolean revoke(long id) {
    return databases
        .current()
        .write(mappers -> mappers.of(TokenMapper.class).revoke(id, clock.millis()) == 1);
  }

  /**
   * Takes {@link #revoke} back.
   *
   * @return false where that was longer ago than {@link #UNDO}, or another took the name since
   */
  public boolean restore(long id) {
    return databases
        .current()
        .write(
            mappers -> {
              TokenMapper mapper = mappers.of(TokenMapper.class);
              TokenMapper.Row row = mapper.byId(id);
              return row != null
                  && mapper.all().stream()
                      .noneMatch(each -> each.name().equalsIgnoreCase(row.name()))
                  && mapper.restore(id, undoableSince()) == 1;
            });
  }

  /** What a token of the current tenant allows; empty where it is none that counts. */
  public Optional<Grant> grant(String token) {
    if (tenantOf(token).filter(Tenant.current().id()::equals).isEmpty()) {
      return Optional.empty();
    }
    byte[] digest = bytes(TokenText.digest(token));
    // Each is compared, and each from beginning to end, so that time tells nothing.
    TokenMapper.@Nullable Row found = null;
    for (TokenMapper.Row row :
        databases.current().read(mappers -> mappers.of(TokenMapper.class).all())) {
      found = MessageDigest.isEqual(bytes(row.digest()), digest) ? row : found;
    }
    return Optional.ofNullable(found)
        .filter(row -> !token(row).isOver(clock.instant()))
        .map(this::used);
  }

  private Grant used(TokenMapper.Row row) {
    long now = clock.millis();
    if (row.used() == null || now - row.used() >= BETWEEN_NOTES.toMillis()) {
      var _ =
          databases.current().write(mappers -> mappers.of(TokenMapper.class).use(row.id(), now));
    }
    return new Grant(row.id(), row.name(), Scope.read(row.scopes()));
  }

  private long undoableSince() {
    return clock.millis() - UNDO.toMillis();
  }

  private static byte[] bytes(String digest) {
    return digest.getBytes(StandardCharsets.US_ASCII);
  }

  private static ApiToken token(TokenMapper.Row row) {
    return new ApiToken(
        row.id(),
        row.name(),
        Scope.read(row.scopes()),
        Instant.ofEpochMilli(row.created()),
        Optional.ofNullable(row.expires()).map(Instant::ofEpochMilli),
        Optional.ofNullable(row.used()).map(Instant::ofEpochMilli));
  }
}
