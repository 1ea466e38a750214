package dev.peregrine.host.boot;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.trackers.TrackerRoutes;
import dev.peregrine.host.tracking.RecurringPushes;
import dev.peregrine.host.tracking.SoonAfter;
import dev.peregrine.host.tracking.Tracking;
import dev.peregrine.host.web.Routes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Tables elsewhere that jobs are pushed to, wired. */
final class TrackerTables {

  private static final int SPACE_LENGTH = 16;

  private final Tracking tracking;
  private final SoonAfter soon;

  TrackerTables(AfterApplying.Ground ground, Integrations integrations, Rounds rounds) {
    tracking =
        new Tracking(
            ground.databases(),
            integrations,
            ground.jobs(),
            rounds,
            ground.tasks(),
            ground.live(),
            ground.clock(),
            ground.zone(),
            board -> name(ground.plugins(), board),
            TrackerTables::unguessable);
    soon = new SoonAfter(tracking, ground.live(), ground.clock());
    ground.schedules().register(new RecurringPushes(tracking));
  }

  static List<Class<?>> mappers() {
    return Tracking.mappers();
  }

  private static String name(PluginRuntime plugins, String board) {
    return plugins.extensions(JobBoard.class).stream()
        .filter(each -> each.id().equals(board))
        .map(each -> each.descriptor().about().name())
        .findFirst()
        .orElseGet(
            () ->
                board.isEmpty()
                    ? board
                    : board.substring(0, 1).toUpperCase(Locale.ROOT) + board.substring(1));
  }

  private static String unguessable() {
    var random = new SecureRandom();
    var name = new StringBuilder("pg");
    for (int i = 0; i < SPACE_LENGTH; i++) {
      name.append("abcdefghijkmnpqrstuvwxyz23456789".charAt(random.nextInt(32)));
    }
    return name.toString();
  }

  Routes routes(Integrations integrations, Schedules schedules, InstantSource clock) {
    return new TrackerRoutes(tracking, integrations, schedules, clock);
  }

  Tracking tracking() {
    return tracking;
  }

  SoonAfter soon() {
    return soon;
  }
}
