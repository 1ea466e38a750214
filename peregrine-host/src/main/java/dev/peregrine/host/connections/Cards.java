package dev.peregrine.host.connections;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.integrations.Trouble;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Times;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says how integrations stand. */
final class Cards {

  private final Integrations integrations;

  Cards(Integrations integrations) {
    this.integrations = integrations;
  }

  Card of(Connection connection, Times times) {
    List<Doing> doings = integrations.doings(connection.key());
    Optional<Trouble> trouble = connection.trouble();
    State state = state(connection, doings);
    return new Card(
        connection.id(),
        connection.name(),
        connection.path(),
        connection.isConnected(),
        t("connections.state-" + state.name().toLowerCase(Locale.ROOT)),
        state.tag,
        state.icon(),
        connection.isConnected() ? connection.reached() : connection.descriptor().about().summary(),
        doings,
        trouble.map(why -> said(why, times)).orElse(""),
        state == State.BROKEN,
        connection.locked());
  }

  private static String said(Trouble trouble, Times times) {
    return t(
        trouble.passes() ? "connections.passes" : "connections.stays",
        "sentence",
        trouble.sentence(),
        "since",
        times.momentWithin(trouble.since()));
  }

  private static State state(Connection connection, List<Doing> doings) {
    if (connection.locked().isPresent()) {
      return State.LOCKED;
    }
    if (!connection.isConnected()) {
      return State.FREE;
    }
    if (connection.trouble().isPresent()) {
      return connection.trouble().get().passes() ? State.WAITING : State.BROKEN;
    }
    return doings.stream().anyMatch(Doing::trouble) ? State.WAITING : State.CONNECTED;
  }

  private enum State {
    CONNECTED("positive"),
    WAITING("caution"),
    BROKEN("danger"),
    LOCKED(""),
    FREE("");

    private final String tag;

    State(String tag) {
      this.tag = tag;
    }

    private Icon icon() {
      return switch (this) {
        case CONNECTED -> Icon.CHECK;
        case WAITING, BROKEN -> Icon.WARN;
        case LOCKED -> Icon.LOCK;
        case FREE -> Icon.PLUG;
      };
    }
  }
}
