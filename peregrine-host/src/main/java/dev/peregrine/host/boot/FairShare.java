package dev.peregrine.host.boot;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.account.UsedRoutes;
import dev.peregrine.host.http.Toll;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.llm.LlmShare;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.shares.Counted;
import dev.peregrine.host.shares.Meter;
import dev.peregrine.host.shares.Room;
import dev.peregrine.host.shares.Shares;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.TaskLimits;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Crowd;
import dev.peregrine.host.web.Routes;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives each tenant their share and no more, wherever something is shared. */
final class FairShare implements AutoCloseable {

  private static final String BOARD = "board/";

  /** Tasks that bring something in, and stop where there is no room for it. */
  static final Set<String> BRINGING =
      Set.of(
          "discovery",
          "mail-sync",
          "mail-files",
          "import",
          "import-list",
          "digest-links",
          "add-link",
          "backup");

  private final Shares shares;
  private final Meter meter;
  private final Room room;

  FairShare(Shares shares, Databases databases, InstantSource clock) {
    this.shares = shares;
    this.meter = new Meter(databases, clock);
    this.room = new Room(shares.bytes(), databases, clock);
  }

  /** What tasks may have. One scoring at a time: the second would only slow the first. */
  TaskLimits tasks() {
    return new TaskLimits(
        Map.of(Scoring.TASK, 1, Liveness.TASK, 1),
        shares.tasks(),
        shares.queued(),
        type -> {
          if (BRINGING.contains(type)) {
            room.need(0);
          }
        });
  }

  /** What calls of boards may have. */
  Toll toll() {
    return shares.boardCalls() == 0 ? Toll.NONE : new BoardToll();
  }

  /** What questions to models may have. */
  LlmShare models() {
    return shares.modelTokens() == 0 ? LlmShare.ALL : new LentModels();
  }

  /** What visitors may have. */
  Crowd crowd() {
    return new Crowd(shares, room::need);
  }

  /** Forgets whoever leaves. */
  void join(Tenants tenants) {
    tenants.atLeaving(meter::leave);
    tenants.atLeaving(room::leave);
  }

  /** The page that says what is used of what, where anything is limited. */
  List<Routes> routes() {
    return shares.areAny() ? List.of(used()) : List.of();
  }

  UsedRoutes used() {
    return new UsedRoutes(shares, meter, room);
  }

  @Override
  public void close() {
    meter.close();
  }

  private final class BoardToll implements Toll {

    @Override
    public void ask(String caller) throws ExtensionException {
      if (caller.startsWith(BOARD) && meter.today(Counted.BOARD_CALLS) >= shares.boardCalls()) {
        throw ExtensionException.rateLimited(
            t("shares.board-calls", "most", Numbers.n(shares.boardCalls())), meter.untilTomorrow());
      }
    }

    @Override
    public void pay(String caller) {
      if (caller.startsWith(BOARD)) {
        meter.add(Counted.BOARD_CALLS, 1);
      }
    }
  }

  private final class LentModels implements LlmShare {

    @Override
    public Optional<String> refusal(URI model) {
      return shares.isLent(model) && meter.today(Counted.MODEL_TOKENS) >= shares.modelTokens()
          ? Optional.of(t("shares.model-tokens", "most", Numbers.n(shares.modelTokens())))
          : Optional.empty();
    }

    @Override
    public void used(URI model, long tokens) {
      if (shares.isLent(model)) {
        meter.add(Counted.MODEL_TOKENS, tokens);
      }
    }
  }
}
