package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.programs.ApiToken;
import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.ApiTokens.Making;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs that may act for the person: their tokens are made, shown once, and revoked here. */
public final class ProgramsRoutes implements Routes {

  private static final String HERE = "/settings/programs";

  /** For how many days a token may be made; 0 is for ever. */
  private static final List<Integer> DAYS = List.of(7, 30, 90, 365, 0);

  private static final int USUAL_DAYS = 90;

  private final ApiTokens tokens;
  private List<SettingsEntry> entries = List.of();

  public ProgramsRoutes(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("programs.title"), HERE, 90, this::said));
    routes.get(HERE, visit -> visit.show(page(visit, "", usual(), "")));
    routes.post(HERE, this::make);
    routes.post(HERE + "/revoke", this::revoke);
    routes.post(HERE + "/restore", this::restore);
  }

  private String said() {
    return t("programs.said", "count", tokens.all().size());
  }

  private ProgramsPage page(Visit visit, String made, ProgramsPage.Form form, String problem) {
    Times times = visit.times();
    return new ProgramsPage(
        visit.shell(t("programs.title"), "settings"),
        SettingsNav.of(entries, HERE),
        tokens.all().stream().map(token -> line(token, times)).toList(),
        made,
        form,
        problem,
        visit.root());
  }

  private static ProgramsPage.Line line(ApiToken token, Times times) {
    boolean isOver = token.isOver(times.now());
    String scopes =
        Arrays.stream(Scope.values())
            .filter(token.scopes()::contains)
            .map(ProgramsRoutes::label)
            .collect(Collectors.joining(", "));
    String state =
        Stream.of(
                token
                    .used()
                    .map(when -> t("programs.used", "when", times.ago(when)))
                    .orElseGet(() -> t("programs.unused")),
                token
                    .expires()
                    .map(
                        end ->
                            isOver
                                ? t("programs.ended", "when", times.day(end))
                                : t("programs.ends", "when", times.day(end)))
                    .orElseGet(() -> t("programs.endless")))
            .collect(Collectors.joining(" "));
    return new ProgramsPage.Line(token.id(), token.name(), scopes, state, isOver);
  }

  private static String label(Scope scope) {
    return t("programs.scope", "scope", scope.key());
  }

  private static ProgramsPage.Form usual() {
    return form("", EnumSet.of(Scope.READ), USUAL_DAYS);
  }

  private static ProgramsPage.Form form(String name, Set<Scope> scopes, int days) {
    return new ProgramsPage.Form(
        name,
        Arrays.stream(Scope.values())
            .map(
                scope ->
                    new ProgramsPage.Choice(
                        scope.key(),
                        label(scope),
                        t("programs.scope-about", "scope", scope.key()),
                        scopes.contains(scope)))
            .toList(),
        DAYS.stream()
            .map(
                each ->
                    new ProgramsPage.Choice(
                        Integer.toString(each),
                        each == 0 ? t("programs.for-ever") : t("programs.days", "days", each),
                        "",
                        each == days))
            .toList());
  }

  private void make(Visit visit) {
    String name = visit.value("name").replaceAll("\\s+", " ");
    var scopes = EnumSet.noneOf(Scope.class);
    visit.values("scope").forEach(key -> Scope.of(key).ifPresent(scopes::add));
    int days =
        DAYS.stream()
            .filter(each -> visit.value("days").equals(Integer.toString(each)))
            .findFirst()
            .orElse(USUAL_DAYS);
    ProgramsPage.Form typed = form(name, scopes, days);
    if (name.isEmpty() || name.length() > ApiTokens.LONGEST_NAME) {
      visit.show(
          422, page(visit, "", typed, t("programs.needs-name", "most", ApiTokens.LONGEST_NAME)));
      return;
    }
    if (scopes.isEmpty()) {
      visit.show(422, page(visit, "", typed, t("programs.needs-scope")));
      return;
    }
    Optional<Instant> expires =
        Optional.of(days)
            .filter(each -> each > 0)
            .map(each -> visit.times().now().plus(each, ChronoUnit.DAYS));
    switch (tokens.create(name, scopes, expires)) {
      case Making.Made made -> {
        // Shown in the answer itself: nothing keeps it until a next request could ask for it.
        visit.unkept();
        visit.show(page(visit, made.text(), usual(), ""));
      }
      case Making.NameTaken _ ->
          visit.show(409, page(visit, "", typed, t("programs.name-taken", "name", name)));
      case Making.TooMany _ ->
          visit.show(409, page(visit, "", typed, t("programs.too-many", "most", ApiTokens.MOST)));
    }
  }

  private void revoke(Visit visit) {
    long id = visit.number("id").orElse(0);
    Optional<ApiToken> token = tokens.all().stream().filter(each -> each.id() == id).findFirst();
    visit.go(
        HERE,
        token.isPresent() && tokens.revoke(id)
            ? Toast.undoable(t("programs.revoked"), token.get().name(), HERE + "/restore?id=" + id)
            : Toast.of(t("programs.revoked-already")));
  }

  private void restore(Visit visit) {
    boolean done = tokens.restore(visit.number("id").orElse(0));
    visit.go(HERE, Toast.of(done ? t("programs.restored") : t("programs.not-restored")));
  }
}
