package dev.peregrine.host.plugins;

import dev.peregrine.api.About;
import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.integration.Integration;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.StateStore;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmContext;
import dev.peregrine.api.mail.ClassifierContext;
import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.api.scoring.ScorerContext;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.Proxies;
import dev.peregrine.host.http.Scrubber;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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

  /**
   * For one call of an exporter.
   *
   * @param listener hears what the person should know of the document
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person
   */
  public ExporterContext exporter(
      Extension<Exporter> exporter, ExporterContext.Layout layout, BoardListener listener)
      throws ExtensionException {
    return new LentExporterContext(lent(exporter, Map.of(), listener, CallTap.NONE), layout);
  }

  /**
   * For one call of a mail classifier.
   *
   * @param corrections read when the classifier asks for them
   * @param learnt what its training returned last
   * @param llm a model, where it may ask one
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person
   */
  public ClassifierContext classifier(
      Extension<EmailClassifier> classifier,
      Supplier<List<ClassifierContext.Correction>> corrections,
      Optional<Blob> learnt,
      Optional<Llm> llm)
      throws ExtensionException {
    LentContext lent = lent(classifier, Map.of(), new BoardListener() {}, CallTap.NONE);
    return new LentClassifierContext(lent, corrections, learnt, llm);
  }

  /**
   * For one call of an integration.
   *
   * @param overrides values for this call only, checked like the person's; addresses among them
   *     count as entered by the person
   * @param listener hears how far the call is
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person
   */
  public IntegrationContext integration(
      Extension<Integration> integration,
      Map<String, String> overrides,
      StateStore state,
      AccessTokens tokens,
      BoardListener listener)
      throws ExtensionException {
    EffectiveSettings values =
        settings.effective(integration.descriptor(), overrides, integration.usesStored());
    About about = integration.descriptor().about();
    return new LentIntegrationContext(
        lent(integration, values, listener, CallTap.NONE),
        state,
        tokens,
        Set.copyOf(values.texts()),
        http.dialling(integration.key(), about, given(values)));
  }

  /**
   * For one call of a backend that the person set up.
   *
   * @param backend what the person calls it, for messages
   * @param values of its settings, secrets among them
   * @param patience the longest silence
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person
   */
  public LlmContext llm(
      Extension<LlmBackend> kind,
      String backend,
      Map<String, String> values,
      Duration patience,
      BoardListener listener)
      throws ExtensionException {
    About about = kind.descriptor().about();
    EffectiveSettings settings =
        ExtensionSettings.effective(about, values, "Settings → Models → " + backend);
    var given = new Given(addresses(about, values), settings.secrets(), Proxies.NONE);
    Http lentHttp = http.forExtension(kind.key(), about, given);
    var log = new MaskedLog(kind.key(), Tenant.current().id(), settings.secrets());
    return new LentLlmContext(new LentContext(settings, lentHttp, clock, log, listener), patience);
  }

  /**
   * The addresses that may lead inside: those that stand in the person's file, also where the
   * author of the plugin proposed them, and the loopback address that the author proposed, since
   * the person named this kind of backend to have a server of their own asked.
   */
  private static List<URI> addresses(About about, Map<String, String> values) {
    var addresses = new ArrayList<URI>();
    for (SettingSpec spec : about.settings()) {
      if (spec instanceof SettingSpec.Address address) {
        String entered = values.getOrDefault(spec.key(), "").strip();
        Optional<URI> named =
            entered.isEmpty()
                ? address.initial().map(URI::create).filter(Contexts::isLoopback)
                : Optional.of(URI.create(entered));
        named.ifPresent(addresses::add);
      }
    }
    return addresses;
  }

  private static boolean isLoopback(URI address) {
    return Set.of("localhost", "127.0.0.1", "[::1]")
        .contains(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT));
  }

  private LentContext lent(
      Extension<?> extension, Map<String, String> overrides, BoardListener listener, CallTap tap)
      throws ExtensionException {
    return lent(
        extension,
        settings.effective(extension.descriptor(), overrides, extension.usesStored()),
        listener,
        tap);
  }

  private LentContext lent(
      Extension<?> extension, EffectiveSettings values, BoardListener listener, CallTap tap)
      throws ExtensionException {
    tap.opened(values.withoutSecrets());
    Optional<Http> standIn = tap.standIn();
    Http lentHttp = standIn.isPresent() ? standIn.get() : network(extension, values, tap);
    String tenant = Tenant.current().id();
    var log = new MaskedLog(extension.key(), tenant, values.secrets());
    return new LentContext(values, new BrowserWatch(lentHttp, listener), clock, log, listener);
  }

  private static Given given(EffectiveSettings values) throws ExtensionException {
    return new Given(
        values.addresses(), values.secrets(), Proxies.of(values.declared("proxies").orElse("")));
  }

  private Http network(Extension<?> extension, EffectiveSettings values, CallTap tap)
      throws ExtensionException {
    About about = extension.descriptor().about();
    Given given = given(values);
    if (tap == CallTap.NONE) {
      return http.forExtension(extension.key(), about, given);
    }
    var scrubber = new Scrubber(values.secretsByKey());
    return http.forExtension(
        extension.key(), about, given, (call, reply) -> tap.heard(scrubber.scrubbed(call, reply)));
  }
}
