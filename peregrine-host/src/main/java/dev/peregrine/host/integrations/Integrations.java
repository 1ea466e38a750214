package dev.peregrine.host.integrations;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.Integration;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.plugins.AccessTokens;
import dev.peregrine.host.plugins.BoardListener;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The services that the current tenant's person connected Peregrine with. One is connected once its
 * settings were tried and work; what it does then is for those who call it.
 */
public final class Integrations {

  /** The topic of {@link Live} that is told when one is connected or not any more. */
  public static final String TOPIC = "integrations";

  private static final Duration TEST = Duration.ofSeconds(30);

  private final Databases databases;
  private final PluginRuntime plugins;
  private final ExtensionSettings settings;
  private final Contexts contexts;
  private final OAuth oauth;
  private final Ledger ledger;
  private final Leavings leavings;
  private final List<Consumer<String>> whenGone = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> whenThere = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> whenConnected = new CopyOnWriteArrayList<>();
  private final List<Doings> doings = new CopyOnWriteArrayList<>();

  public Integrations(
      Databases databases,
      PluginRuntime plugins,
      ExtensionSettings settings,
      Contexts contexts,
      OAuth oauth,
      Live live,
      InstantSource clock) {
    this.databases = databases;
    this.plugins = plugins;
    this.settings = settings;
    this.contexts = contexts;
    this.oauth = oauth;
    this.ledger = new Ledger(databases, live, clock);
    this.leavings = new Leavings(clock);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(IntegrationMapper.class);
  }

  /** Calls somebody with the key of one that was disconnected, in its tenant. */
  public void whenGone(Consumer<String> listener) {
    whenGone.add(listener);
  }

  /** Calls somebody with the key of one whose settings were just found to work, in its tenant. */
  public void whenThere(Consumer<String> listener) {
    whenThere.add(listener);
  }

  /** Asks somebody from now on what an integration does: {@link #doings(String)}. */
  public void add(Doings some) {
    doings.add(some);
  }

  /** What a connected integration does; nothing where it is not connected. */
  public List<Doing> doings(String key) {
    return ledger.isConnected(key)
        ? doings.stream().flatMap(each -> each.of(key).stream()).toList()
        : List.of();
  }

  /**
   * Calls somebody with the key of one that was connected, perhaps anew with other settings, in its
   * tenant.
   */
  public void whenConnected(Consumer<String> listener) {
    whenConnected.add(listener);
  }

  /** All whose plugins are switched on, by name. */
  public List<Connection> all() {
    return all(ledger.connected(), key -> true);
  }

  private List<Connection> all(Map<String, IntegrationMapper.Row> rows, Predicate<String> keys) {
    return plugins.extensions(Integration.class).stream()
        .filter(extension -> keys.test(extension.key()))
        .map(extension -> connection(extension, Optional.ofNullable(rows.get(extension.key()))))
        .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
        .toList();
  }

  private Connection connection(
      Extension<Integration> extension, Optional<IntegrationMapper.Row> row) {
    return new Connection(
        extension.key(),
        (IntegrationDescriptor) extension.descriptor(),
        row.map(IntegrationMapper.Row::connected).map(Instant::ofEpochMilli),
        row.map(IntegrationMapper.Row::reached).orElse(""),
        row.flatMap(Ledger::trouble),
        plugins.locked(extension.plugin().id()));
  }

  /** The one of that key, where its plugin is switched on. */
  public Optional<Connection> byKey(String key) {
    return all(ledger.connected(), key::equals).stream().findFirst();
  }

  /** Those that are connected; asked for each page. */
  public List<Connection> connected() {
    Map<String, IntegrationMapper.Row> rows = ledger.connected();
    return rows.isEmpty() ? List.of() : all(rows, rows::containsKey);
  }

  /**
   * Tries settings, and where they work keeps them and connects the integration.
   *
   * @param values as the person entered them; a secret that is left empty keeps its value
   * @return what was reached, a sentence
   * @throws ExtensionException with a sentence where they do not work; then nothing is kept
   */
  public String connect(String key, Map<String, String> values)
      throws ExtensionException, InterruptedException {
    Extension<Integration> extension = find(key);
    Map<String, String> problems = settings.check(extension.descriptor(), values);
    if (!problems.isEmpty()) {
      throw new ExtensionException(Kind.BAD_SETTINGS, problems.values().iterator().next());
    }
    String reached = test(extension, entered(extension, values));
    settings.save(extension.descriptor(), values);
    ledger.connect(key, reached);
    whenThere.forEach(listener -> listener.accept(key));
    whenConnected.forEach(listener -> listener.accept(key));
    return reached;
  }

  /** An empty secret means the stored one. */
  private static Map<String, String> entered(
      Extension<Integration> extension, Map<String, String> values) {
    return values.entrySet().stream()
        .filter(
            value ->
                !value.getValue().isBlank()
                    || extension.descriptor().about().settings().stream()
                        .noneMatch(
                            spec ->
                                spec.key().equals(value.getKey())
                                    && spec instanceof SettingSpec.Secret))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Tries the settings as they are.
   *
   * @return what was reached, a sentence
   */
  public String test(String key) throws ExtensionException, InterruptedException {
    Extension<Integration> extension = find(key);
    String reached = ledger.noting(key, () -> test(extension, Map.of()));
    ledger.reached(key, reached);
    whenThere.forEach(listener -> listener.accept(key));
    return reached;
  }

  private String test(Extension<Integration> extension, Map<String, String> values)
      throws ExtensionException, InterruptedException {
    IntegrationContext context = context(extension, values);
    return extension.call(TEST, integration -> integration.test(context));
  }

  /**
   * Disconnects one: what it noted and its tokens are forgotten, its settings stay for the next
   * time. For an hour {@link #undo} brings it back.
   */
  public void disconnect(String key) {
    String id = Connection.idOf(key);
    Map<String, String> sealed = oauth.sealed(id);
    Optional<Ledger.Entry> gone = ledger.remove(key);
    oauth.forget(id);
    gone.ifPresent(entry -> leavings.keep(new Leavings.Left(entry, sealed)));
    if (gone.isPresent()) {
      whenGone.forEach(listener -> listener.accept(key));
    }
  }

  /** Brings back one that was disconnected; false where it is too late. */
  public boolean undo(String key) {
    Optional<Leavings.Left> left = leavings.take(key);
    if (left.isPresent()) {
      oauth.putBack(left.get().sealed());
      ledger.putBack(left.get().entry());
      whenConnected.forEach(listener -> listener.accept(key));
    }
    return left.isPresent();
  }

  /** Disconnects one for good: its settings and secrets are forgotten, too. */
  public void forget(String key) {
    disconnect(key);
    Optional<Leavings.Left> _ = leavings.take(key);
    byKey(key)
        .map(Connection::descriptor)
        .ifPresent(
            descriptor ->
                descriptor
                    .about()
                    .settings()
                    .forEach(spec -> settings.forget(descriptor, spec.key())));
  }

  /** Something that a connected integration is asked to do. */
  @FunctionalInterface
  public interface Deed<T extends Integration, R> {
    R with(T integration, IntegrationContext context)
        throws ExtensionException, InterruptedException;
  }

  /**
   * Has a connected integration do something. Where that fails, why is kept as its {@link
   * Connection#trouble} until something succeeds.
   *
   * @param kind which of the four kinds it has to be
   * @throws ExtensionException what it throws; {@code UNSUPPORTED} where it is not connected, not
   *     switched on or of another kind
   */
  public <T extends Integration, R> R call(
      String key, Class<T> kind, Duration limit, Deed<T, R> deed)
      throws ExtensionException, InterruptedException {
    Extension<Integration> extension = find(key);
    if (!ledger.isConnected(key)) {
      throw new ExtensionException(
          Kind.UNSUPPORTED,
          "%s is not connected. Connect it under Settings → Integrations."
              .formatted(extension.descriptor().about().name()));
    }
    return ledger.noting(
        key,
        () -> {
          IntegrationContext context = context(extension, Map.of());
          return extension.call(limit, integration -> deed.with(fit(integration, kind), context));
        });
  }

  private static <T extends Integration> T fit(Integration integration, Class<T> kind)
      throws ExtensionException {
    if (!kind.isInstance(integration)) {
      throw new ExtensionException(
          Kind.UNSUPPORTED,
          "%s cannot do this.".formatted(integration.descriptor().about().name()));
    }
    return kind.cast(integration);
  }

  private IntegrationContext context(Extension<Integration> extension, Map<String, String> values)
      throws ExtensionException {
    return contexts.integration(
        extension,
        values,
        new Notes(databases, extension.key()),
        tokens(extension),
        new BoardListener() {});
  }

  private AccessTokens tokens(Extension<Integration> extension) {
    boolean signsIn = ((IntegrationDescriptor) extension.descriptor()).signIn().isPresent();
    return signsIn ? new SignedIn(oauth, extension.id(), Tenant.current()) : AccessTokens.NONE;
  }

  private Extension<Integration> find(String key) throws ExtensionException {
    return plugins.extensions(Integration.class).stream()
        .filter(extension -> extension.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.UNSUPPORTED,
                    "Integration \"%s\" is not switched on. Switch it on under Plugins."
                        .formatted(key)));
  }
}
