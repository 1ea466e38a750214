package dev.peregrine.host.account;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.shares.Counted;
import dev.peregrine.host.shares.Meter;
import dev.peregrine.host.shares.Room;
import dev.peregrine.host.shares.Shares;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;

/** What a person has of what many share, and how much of it they may have. */
public final class UsedRoutes implements Routes {

  static final String HERE = "/settings/share";

  private final Shares shares;
  private final Meter meter;
  private final Room room;
  private List<SettingsEntry> entries = List.of();

  public UsedRoutes(Shares shares, Meter meter, Room room) {
    this.shares = shares;
    this.meter = meter;
    this.room = room;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.ACCOUNT, () -> t("account.share"), HERE, 7, this::said));
    routes.findables(
        (words, most) ->
            List.of(
                Findable.at(Findable.Kind.SETTING, t("account.share"), "", Icon.PERSON, HERE)
                    .alsoBy(t("account.share-words"))));
    routes.get(HERE, visit -> visit.show(page(visit)));
  }

  private String said() {
    return used().stream()
        .filter(each -> !each.left().isEmpty())
        .findFirst()
        .map(each -> each.name() + ": " + each.left())
        .or(() -> used().stream().findFirst().map(each -> each.name() + ": " + each.sentence()))
        .orElse("");
  }

  private UsedPage page(Visit visit) {
    return new UsedPage(
        visit.shell(t("account.share"), "settings"),
        SettingsNav.of(entries, HERE),
        used(),
        rules());
  }

  /** What is used of what; only what has a limit. */
  List<Used> used() {
    var all = new ArrayList<Used>();
    if (shares.bytes() > 0) {
      all.add(Used.bytes(t("account.share-storage"), room.used(), shares.bytes()));
    }
    if (shares.modelTokens() > 0 && !shares.models().isEmpty()) {
      all.add(
          Used.number(
              t("account.share-models"), meter.today(Counted.MODEL_TOKENS), shares.modelTokens()));
    }
    if (shares.boardCalls() > 0) {
      all.add(
          Used.number(
              t("account.share-boards"), meter.today(Counted.BOARD_CALLS), shares.boardCalls()));
    }
    return all;
  }

  private List<String> rules() {
    var all = new ArrayList<String>();
    add(all, "account.share-tasks", shares.tasks());
    add(all, "account.share-queued", shares.queued());
    add(all, "account.share-at-once", shares.boards());
    add(all, "account.share-requests", shares.requests());
    return all;
  }

  private static void add(List<String> all, String key, int most) {
    if (most > 0) {
      all.add(t(key, "most", Numbers.n(most)));
    }
  }
}
