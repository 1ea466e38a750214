package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.Cadence;
import dev.peregrine.host.config.CadenceFile;
import dev.peregrine.host.config.ChangedMeanwhileException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** When the person is reminded of what. */
public final class CadenceRoutes implements Routes {

  static final String HERE = "/settings/cadence";

  private static final int MOST_TIMES = 10;

  private final CadenceFile file;
  private List<SettingsEntry> entries = List.of();

  /** A number of the form, as it is read from a cadence. */
  private record Asked(
      String name,
      Supplier<String> label,
      Supplier<String> help,
      int most,
      ToIntFunction<Cadence> now) {}

  private static final List<Asked> FIELDS =
      List.of(
          new Asked(
              "follow-up",
              () -> t("reminders.follow-up"),
              () -> t("reminders.follow-up-help"),
              Cadence.MOST_DAYS,
              Cadence::followUp),
          new Asked(
              "in-talks",
              () -> t("reminders.in-talks"),
              () -> t("reminders.in-talks-help"),
              Cadence.MOST_DAYS,
              Cadence::inTalks),
          new Asked(
              "again",
              () -> t("reminders.again"),
              () -> t("reminders.again-help"),
              Cadence.MOST_DAYS,
              Cadence::again),
          new Asked(
              "most-follow-ups",
              () -> t("reminders.most-follow-ups"),
              () -> t("reminders.most-follow-ups-help"),
              MOST_TIMES,
              Cadence::mostFollowUps),
          new Asked(
              "reply",
              () -> t("reminders.reply"),
              () -> t("reminders.reply-help"),
              Cadence.MOST_DAYS,
              Cadence::reply),
          new Asked(
              "thanks",
              () -> t("reminders.thanks"),
              () -> t("reminders.thanks-help"),
              Cadence.MOST_DAYS,
              Cadence::thanks),
          new Asked(
              "ghosted",
              () -> t("reminders.ghosted"),
              () -> t("reminders.ghosted-help"),
              Cadence.MOST_DAYS,
              Cadence::ghosted));

  public CadenceRoutes(CadenceFile file) {
    this.file = file;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("reminders.title"), HERE, 30, this::said));
    routes.get(
        HERE,
        visit -> {
          Cadence now = file.current();
          List<CadencePage.Field> fields =
              FIELDS.stream()
                  .map(each -> field(each, Integer.toString(each.now().applyAsInt(now)), false))
                  .toList();
          visit.show(page(visit, fields, file.mark(), file.problem().orElse("")));
        });
    routes.post(HERE, this::save);
  }

  private String said() {
    Cadence now = file.current();
    return file.problem()
        .orElseGet(() -> t("reminders.said", "first", now.followUp(), "ghosted", now.ghosted()));
  }

  private CadencePage page(
      Visit visit, List<CadencePage.Field> fields, String seen, String problem) {
    return new CadencePage(
        visit.shell(t("reminders.title"), "settings"),
        SettingsNav.of(entries, HERE),
        fields,
        seen,
        problem);
  }

  private static CadencePage.Field field(Asked asked, String typed, boolean isWrong) {
    String error =
        isWrong
            ? t(
                "reminders.not-whole",
                "typed",
                typed,
                "most",
                asked.most(),
                "usual",
                asked.now().applyAsInt(Cadence.USUAL))
            : "";
    String unit = asked.most() == MOST_TIMES ? t("reminders.times") : t("reminders.days");
    return new CadencePage.Field(
        asked.name(), asked.label().get(), asked.help().get(), unit, typed, asked.most(), error);
  }

  private static Optional<Integer> whole(Visit visit, Asked asked) {
    String typed = visit.value(asked.name());
    return Optional.of(typed)
        .filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .filter(number -> number <= asked.most());
  }

  private void save(Visit visit) {
    List<CadencePage.Field> typed =
        FIELDS.stream()
            .map(each -> field(each, visit.value(each.name()), whole(visit, each).isEmpty()))
            .toList();
    if (typed.stream().anyMatch(field -> !field.error().isEmpty())) {
      visit.show(422, page(visit, typed, visit.value("seen"), ""));
      return;
    }
    List<Integer> numbers = FIELDS.stream().map(each -> whole(visit, each).orElseThrow()).toList();
    var cadence =
        new Cadence(
            numbers.get(0),
            numbers.get(1),
            numbers.get(2),
            numbers.get(3),
            numbers.get(4),
            numbers.get(5),
            numbers.get(6));
    try {
      file.save(cadence, visit.value("seen"));
      visit.go(HERE, Toast.of(t("reminders.saved")));
    } catch (ChangedMeanwhileException overtaken) {
      visit.show(409, page(visit, typed, file.mark(), overtaken.sentence()));
    } catch (ConfigException broken) {
      visit.show(
          409,
          page(
              visit,
              typed,
              visit.value("seen"),
              broken.sentence() + " " + t("settings.nothing-saved")));
    }
  }
}
