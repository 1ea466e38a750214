package dev.peregrine.host.notifications;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.integrations.Doings;
import dev.peregrine.host.notices.Outbox;
import dev.peregrine.host.notices.Targets;
import dev.peregrine.host.notices.Trouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** How many notices a notifier was told of late, or why they wait. */
public final class NoticeDoings implements Doings {

  private static final Duration OF_LATE = Duration.ofDays(7);

  private final Outbox outbox;
  private final Targets targets;
  private final InstantSource clock;

  public NoticeDoings(Outbox outbox, Targets targets, InstantSource clock) {
    this.outbox = outbox;
    this.targets = targets;
    this.clock = clock;
  }

  @Override
  public List<Doing> of(String key) {
    if (targets.find(key).isEmpty()) {
      return List.of();
    }
    long waiting = outbox.waiting().getOrDefault(key, 0L);
    Optional<Trouble> trouble =
        outbox.troubles().stream().filter(each -> each.target().equals(key)).findFirst();
    if (trouble.isPresent()) {
      return List.of(
          Doing.trouble(
              trouble.get().until().isPresent()
                  ? t("notifications.doing-later", "count", waiting)
                  : t("notifications.doing-paused", "count", waiting),
              NotificationsRoutes.HERE));
    }
    long told = outbox.since(key, clock.instant().minus(OF_LATE)).notices();
    return List.of(Doing.of(t("notifications.doing", "count", told), NotificationsRoutes.HERE));
  }
}
