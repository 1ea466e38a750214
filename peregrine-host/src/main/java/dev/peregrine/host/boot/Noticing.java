package dev.peregrine.host.boot;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.NotificationsFile;
import dev.peregrine.host.config.SchedulesFile;
import dev.peregrine.host.discovery.BoardHappenings;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.notices.Delivery;
import dev.peregrine.host.notices.MailHappenings;
import dev.peregrine.host.notices.Outbox;
import dev.peregrine.host.notices.PostingHappenings;
import dev.peregrine.host.notices.ReminderHappenings;
import dev.peregrine.host.notices.Targets;
import dev.peregrine.host.notices.TaskHappenings;
import dev.peregrine.host.notices.Telling;
import dev.peregrine.host.notifications.NoticeDoings;
import dev.peregrine.host.notifications.NotificationsRoutes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.signals.Signals;
import dev.peregrine.host.web.Routes;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the person is told outside of Peregrine, wired over everything that happens. */
final class Noticing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Noticing.class);

  private final NotificationsFile file = new NotificationsFile();
  private final Outbox outbox;
  private final Targets targets;
  private final Telling telling;
  private final Delivery delivery;
  private final InstantSource clock;

  Noticing(
      AfterApplying.Ground ground,
      Integrations integrations,
      AfterApplying afterApplying,
      Discovery discovery) {
    clock = ground.clock();
    outbox = new Outbox(ground.databases(), ground.live(), ground.clock());
    targets = new Targets(integrations, file::current);
    var schedules = new SchedulesFile(ground.zone());
    telling =
        new Telling(
            ground.databases(),
            ground.live(),
            outbox,
            targets::keys,
            file::current,
            () -> schedules.rules().zone(),
            ground.clock());
    delivery = new Delivery(outbox, targets::send);
    integrations.whenGone(
        key -> {
          int _ = outbox.drop(key);
        });
    integrations.whenConnected(
        key -> {
          outbox.tryAgain(key);
          int _ = outbox.bringBack(key);
        });
    integrations.add(new NoticeDoings(outbox, targets, ground.clock()));
    Signals signals = afterApplying.signalling().signals();
    telling.add(
        new PostingHappenings(
            ground.jobs(),
            ground.tasks(),
            Set.of(Discovery.TASK, Scoring.TASK),
            Set.of(Intake.BOARD)));
    telling.add(MailHappenings.interviews(signals, ground.jobs()));
    telling.add(MailHappenings.offers(signals, ground.jobs()));
    telling.add(new ReminderHappenings(afterApplying.reminders()));
    telling.add(new BoardHappenings(discovery.sources()));
    telling.add(new TaskHappenings(ground.tasks()));
  }

  /** Sends what is due from now on. */
  void start() {
    delivery.start();
    delivery.wake();
  }

  /** Looks what happened and sends what is due. */
  void tick() {
    try {
      telling.tick();
    } catch (ConfigException unreadable) {
      LOG.debug("Nothing is told while notifications.yaml cannot be read.", unreadable);
    }
    delivery.wake();
  }

  Outbox outbox() {
    return outbox;
  }

  NotificationsFile file() {
    return file;
  }

  Telling telling() {
    return telling;
  }

  Delivery delivery() {
    return delivery;
  }

  Routes routes() {
    return new NotificationsRoutes(file, targets, telling, outbox, clock);
  }

  @Override
  public void close() {
    delivery.close();
  }
}
