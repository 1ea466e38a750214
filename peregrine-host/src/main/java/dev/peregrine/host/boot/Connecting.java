package dev.peregrine.host.boot;

import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.notices.Outbox;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.storage.Databases;
import java.util.List;
import java.util.stream.Stream;

/** What reaches services elsewhere in the person's name, wired. */
final class Connecting {

  private final Integrations integrations;
  private final Outbox outbox;
  private final TrackerTables tables;

  Connecting(AfterApplying.Ground ground, ExtensionSettings settings, AfterApplying afterApplying) {
    integrations =
        new Integrations(
            ground.databases(),
            ground.plugins(),
            settings,
            ground.contexts(),
            ground.live(),
            ground.clock());
    outbox = new Outbox(ground.databases(), ground.live(), ground.clock());
    tables = new TrackerTables(ground, integrations, afterApplying.rounds());
  }

  /** The mappers that {@link Databases} must know. */
  static List<Class<?>> mappers() {
    return Stream.of(Integrations.mappers(), Outbox.mappers(), TrackerTables.mappers())
        .flatMap(List::stream)
        .toList();
  }

  Integrations integrations() {
    return integrations;
  }

  Outbox outbox() {
    return outbox;
  }

  TrackerTables tables() {
    return tables;
  }
}
