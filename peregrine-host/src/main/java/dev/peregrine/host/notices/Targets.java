package dev.peregrine.host.notices;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.host.config.NoticeRules;
import dev.peregrine.host.integrations.Integrations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where the current tenant's person can be told something: connected notifiers, and open pages. */
public final class Targets {

  /** The key of pages that are open. */
  public static final String BROWSER = "browser";

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int TITLE = 100;
  private static final int TEXT = 500;

  private final Integrations integrations;
  private final Supplier<NoticeRules> rules;

  public Targets(Integrations integrations, Supplier<NoticeRules> rules) {
    this.integrations = integrations;
    this.rules = rules;
  }

  /** All there are. */
  public List<Target> all() {
    Stream<Target> notifiers =
        integrations.connected().stream()
            .flatMap(
                connection ->
                    connection.descriptor() instanceof IntegrationDescriptor.ForNotifier notifier
                        ? Stream.of(
                            new Target(
                                connection.key(),
                                connection.name(),
                                notifier.longestTitle(),
                                notifier.longestText()))
                        : Stream.empty());
    Stream<Target> pages = rules.get().browser() ? Stream.of(browser()) : Stream.empty();
    return Stream.concat(notifiers, pages).toList();
  }

  private static Target browser() {
    return new Target(BROWSER, t("notices.browser"), TITLE, TEXT);
  }

  /** Their keys. */
  public List<String> keys() {
    return all().stream().map(Target::key).toList();
  }

  /** The one of that key, if it is there. */
  public Optional<Target> find(String key) {
    return all().stream().filter(target -> target.key().equals(key)).findFirst();
  }

  /**
   * Tells a notifier a notice, cut to what it takes.
   *
   * @throws ExtensionException with a sentence where it does not take it
   */
  public void send(String key, Notice notice) throws ExtensionException, InterruptedException {
    integrations.call(
        key,
        Notifier.class,
        LIMIT,
        (notifier, context) -> {
          IntegrationDescriptor.ForNotifier takes = notifier.descriptor();
          notifier.send(Lengths.cut(notice, takes.longestTitle(), takes.longestText()), context);
          return key;
        });
  }
}
