package dev.peregrine.host.boot;

import dev.peregrine.host.depots.Depots;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.notices.Outbox;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.storage.Databases;
import java.util.List;
import java.util.stream.Stream;

/** What reaches services elsewhere in the person's name, wired. */
final class Connecting {

  private final Integrations integrations;
  private final Depositing depositing;
  private final Noticing noticing;
  private final TrackerTables tables;

  Connecting(
      AfterApplying.Ground ground,
      ExtensionSettings settings,
      AfterApplying afterApplying,
      Discovery discovery) {
    integrations =
        new Integrations(
            ground.databases(),
            ground.plugins(),
            settings,
            ground.contexts(),
            ground.live(),
            ground.clock());
    depositing = new Depositing(ground, afterApplying, integrations);
    noticing = new Noticing(ground, integrations, afterApplying, discovery);
    tables = new TrackerTables(ground, integrations, afterApplying.rounds());
  }

  /** The mappers that {@link Databases} must know. */
  static List<Class<?>> mappers() {
    return Stream.of(
            Integrations.mappers(),
            Outbox.mappers(),
            Depots.mappers(),
            TrackerTables.mappers())
        .flatMap(List::stream)
        .toList();
  }

  Integrations integrations() {
    return integrations;
  }

  Noticing noticing() {
    return noticing;
  }

  Depositing depositing() {
    return depositing;
  }

  TrackerTables tables() {
    return tables;
  }
}
