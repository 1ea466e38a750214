package dev.peregrine.host.plugins;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.api.scoring.ScorerContext;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.Proxies;
import dev.peregrine.host.http.Scrubber;
import dev.peregrine.host.tenancy.Tenant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Makes what the host lends an extension for one call of the current tenant. */
public final class Contexts {

  private final OutgoingHttp http;
  private final ExtensionSettings settings;
  private final InstantSource clock;

  public Contexts(OutgoingHttp http, ExtensionSettings settings, InstantSource clock) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * For one call of a board.
   *
   * @param overrides values for this call only, checked like the person's; addresses among them
   *     count as entered by the person
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person
   */
  public BoardContext board(
      Extension<JobBoard> board, Map<String, String> overrides, BoardListener listener)
      throws ExtensionException {
    return board(board, overrides, listener, CallTap.NONE);
  }

  /**
   * The same for a try.
   *
   * @param tap hears or answers the board's calls
   */
  public BoardContext board(
      Extension<JobBoard> board, Map<String, String> overrides, BoardListener listener, CallTap tap)
      throws ExtensionException {
    return lent(board, overrides, listener, tap);
  }

  /**
   * For one call of a scorer.
   *
   * @param overrides values for this call only, checked like the person's
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person
   */
  public ScorerContext scorer(Extension<Scorer> scorer, Map<String, String> overrides)
      throws ExtensionException {
    return lent(scorer, overrides, new BoardListener() {}, CallTap.NONE);
  }

  private LentContext lent(
      Extension<?> extension, Map<String, String> overrides, BoardListener listener, CallTap tap)
      throws ExtensionException {
    EffectiveSettings values =
        settings.effective(extension.descriptor(), overrides, extension.usesStored());
    tap.opened(values.withoutSecrets());
    Optional<Http> standIn = tap.standIn();
    Http lentHttp = standIn.isPresent() ? standIn.get() : network(extension, values, tap);
    String tenant = Tenant.current().id();
    var log = new MaskedLog(extension.key(), tenant, values.secrets());
    return new LentContext(values, new BrowserWatch(lentHttp, listener), clock, log, listener);
  }

  private Http network(Extension<?> extension, EffectiveSettings values, CallTap tap)
      throws ExtensionException {
    About about = extension.descriptor().about();
    var given =
        new Given(
            values.addresses(),
            values.secrets(),
            Proxies.of(values.declared("proxies").orElse("")));
    if (tap == CallTap.NONE) {
      return http.forExtension(extension.key(), about, given);
    }
    var scrubber = new Scrubber(values.secretsByKey());
    return http.forExtension(
        extension.key(), about, given, (call, reply) -> tap.heard(scrubber.scrubbed(call, reply)));
  }
}
