package dev.peregrine.host.connections;

import dev.peregrine.api.About;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.SettingField;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the page of one integration. */
final class ConnectionViews {

  private final ExtensionSettings settings;
  private final Cards cards;
  private final Typed typed;
  private final SignInViews signIns;
  private List<SettingsEntry> entries = List.of();

  ConnectionViews(ExtensionSettings settings, Cards cards, Typed typed, SignInViews signIns) {
    this.settings = settings;
    this.cards = cards;
    this.typed = typed;
    this.signIns = signIns;
  }

  void entries(List<SettingsEntry> all) {
    entries = all;
  }

  /**
   * As it is stored.
   *
   * @param link where the person goes on to sign in; empty where they did not ask for it
   */
  ConnectionPage stored(Visit visit, Connection connection, String problem, String link) {
    Map<String, String> values = settings.entered(connection.descriptor());
    return page(visit, connection, values, Map.of(), problem, link);
  }

  /**
   * With what was typed.
   *
   * @param errors sentences by setting
   * @param problem what went wrong with all of it; may be empty
   */
  ConnectionPage typed(
      Visit visit,
      Connection connection,
      Map<String, String> values,
      Map<String, String> errors,
      String problem) {
    return page(visit, connection, values, errors, problem, "");
  }

  private ConnectionPage page(
      Visit visit,
      Connection connection,
      Map<String, String> values,
      Map<String, String> errors,
      String problem,
      String link) {
    IntegrationDescriptor descriptor = connection.descriptor();
    About about = descriptor.about();
    var secrets = new HashSet<>(settings.secrets(descriptor));
    boolean hasStored = !secrets.isEmpty() || !settings.entered(descriptor).isEmpty();
    secrets.addAll(typed.names(connection.key()));
    return new ConnectionPage(
        visit.shell(connection.name(), "settings"),
        SettingsNav.of(entries, ConnectionsRoutes.HERE),
        cards.of(connection, visit.times()),
        about.summary(),
        connection.connected().map(visit.times()::day).orElse(""),
        hasStored,
        SettingField.of(about.settings(), values, secrets, errors),
        hosts(descriptor, values),
        about.hosts().contains("*") || isForThePersonToSay(descriptor, values),
        about.homepage().map(Object::toString).filter(page -> page.startsWith("http")).orElse(""),
        about.terms().orElse(""),
        descriptor instanceof IntegrationDescriptor.ForNotifier notifier && notifier.testIsSeen(),
        signIns.of(visit, connection, link),
        problem);
  }

  /** Those of its author, those of its sign-in, and those of the addresses that were entered. */
  private static List<String> hosts(IntegrationDescriptor descriptor, Map<String, String> values) {
    Stream<String> entered =
        descriptor.about().settings().stream()
            .filter(SettingSpec.Address.class::isInstance)
            .map(spec -> values.getOrDefault(spec.key(), ""))
            .flatMap(address -> host(address).stream());
    Stream<String> signIn = descriptor.signIn().stream().map(how -> how.token().getHost());
    return Stream.of(descriptor.about().hosts().stream(), signIn, entered)
        .flatMap(hosts -> hosts)
        .filter(host -> !host.equals("*"))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether an address that has no initial value is still to be entered. */
  private static boolean isForThePersonToSay(
      IntegrationDescriptor descriptor, Map<String, String> values) {
    return descriptor.about().settings().stream()
        .filter(spec -> values.getOrDefault(spec.key(), "").isBlank())
        .anyMatch(spec -> spec instanceof SettingSpec.Address own && own.initial().isEmpty());
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
