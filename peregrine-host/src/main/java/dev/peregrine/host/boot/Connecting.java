package dev.peregrine.host.boot;

import dev.peregrine.host.agenda.Agenda;
import dev.peregrine.host.depots.Depots;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.integrations.DescriptorProviders;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.notices.Outbox;
import dev.peregrine.host.oauth.DeviceSignIns;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.oauth.OAuthUse;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.storage.Databases;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** What reaches services elsewhere in the person's name, and who reaches in, wired. */
final class Connecting {

  private final OAuth oauth;
  private final DeviceSignIns devices;
  private final Integrations integrations;
  private final Depositing depositing;
  private final Noticing noticing;
  private final Appointing appointing;
  private final TrackerTables tables;
  private final Opening opening;

  Connecting(
      AfterApplying.Ground ground,
      ExtensionSettings settings,
      AfterApplying afterApplying,
      Discovery discovery) {
    oauth =
        new OAuth(
            new DescriptorProviders(ground.plugins(), settings),
            OAuthUse.INTEGRATIONS,
            ground.secrets(),
            ground.http(),
            ground.clock(),
            new SecureRandom());
    devices = new DeviceSignIns(DeviceSignIns.INTEGRATIONS, oauth, ground.tasks(), Thread::sleep);
    integrations =
        new Integrations(
            ground.databases(),
            ground.plugins(),
            settings,
            ground.contexts(),
            oauth,
            ground.live(),
            ground.clock());
    depositing = new Depositing(ground, afterApplying, integrations);
    noticing = new Noticing(ground, integrations, afterApplying, discovery);
    appointing = new Appointing(ground, afterApplying, integrations);
    tables = new TrackerTables(ground, integrations, afterApplying.rounds());
    opening = new Opening(ground);
  }

  /** The mappers that {@link Databases} must know. */
  static List<Class<?>> mappers() {
    return Stream.of(
            Integrations.mappers(),
            Outbox.mappers(),
            Depots.mappers(),
            TrackerTables.mappers(),
            Agenda.mappers(),
            ApiTokens.mappers())
        .flatMap(List::stream)
        .toList();
  }

  /** Tokens of integrations at whose services the person signed in. */
  OAuth oauth() {
    return oauth;
  }

  DeviceSignIns devices() {
    return devices;
  }

  Integrations integrations() {
    return integrations;
  }

  Appointing appointing() {
    return appointing;
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

  /** By which other programs are known. */
  ApiTokens tokens() {
    return opening.tokens();
  }

  Opening opening() {
    return opening;
  }
}
