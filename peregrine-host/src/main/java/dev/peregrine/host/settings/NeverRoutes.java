package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.HttpCall;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.ChangedMeanwhileException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.discovery.RuleTrial;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.HiddenCount;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is never shown: the rules, what they hide, and how it is shown again. */
public final class NeverRoutes implements Routes {

  static final String HERE = "/settings/never";
  private static final int MOST = 5_000;
  private static final int REASONS = 8;

  private final BlocklistFile blocklist;
  private final Jobs jobs;
  private final RuleTrial trial;

  private List<SettingsEntry> entries = List.of();

  public NeverRoutes(BlocklistFile blocklist, Jobs jobs, RuleTrial trial) {
    this.blocklist = blocklist;
    this.jobs = jobs;
    this.trial = trial;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(
            SettingsGroup.SEARCH, () -> t("settings.never-show"), HERE, 20, this::said));
    routes.get(
        HERE, visit -> visit.show(page(visit, values(blocklist.current()), blocklist.mark(), "")));
    routes.post(HERE, this::save);
    routes.post(HERE + "/try", visit -> visit.parts(would(typed(visit), false)));
    routes.post(HERE + "/reject", this::reject);
    routes.post(HERE + "/show", this::showAgain);
  }

  private String said() {
    Optional<String> problem = blocklist.problem();
    if (problem.isPresent()) {
      return problem.get();
    }
    Blocklist now = blocklist.current();
    String lists =
        Stream.of(
                t("settings.blocked-companies", "count", now.companies().size()),
                t("settings.blocked-words", "count", now.industries().size()),
                t("settings.blocked-places", "count", now.locations().size()),
                t("settings.blocked-postings", "count", now.postings().size()),
                now.agencies() ? t("settings.blocked-agencies") : "")
            .filter(text -> !text.isEmpty())
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    return lists.isEmpty() ? t("settings.nothing-blocked") : t("settings.blocked", "lists", lists);
  }

  private NeverPage page(Visit visit, Map<String, String> values, String seen, String problem) {
    Blocklist stored = blocklist.current();
    boolean isStored = values.equals(values(stored));
    return new NeverPage(
        visit.shell(t("settings.never-show"), "settings"),
        SettingsNav.of(entries, HERE),
        values,
        seen,
        would(isStored ? stored : typed(visit), isStored),
        jobs.hiddenBy().stream().map(NeverRoutes::count).toList(),
        problem.isEmpty() ? blocklist.problem().orElse("") : problem);
  }

  private static Map<String, String> values(Blocklist list) {
    return Map.of(
        "companies", String.join("\n", list.companies()),
        "words", String.join("\n", list.industries()),
        "places", String.join("\n", list.locations()),
        "postings", String.join("\n", list.postings()),
        "agencies", list.agencies() ? "yes" : "");
  }

  private static NeverPage.Count count(HiddenCount count) {
    boolean byWords = count.rule().equals("blocklist") || count.rule().equals("excluded-word");
    return new NeverPage.Count(
        count.rule(),
        count.detail(),
        byWords ? count.detail() : other(count.rule()),
        Numbers.n(count.jobs()),
        "/review?view=list&stage=hidden&rule="
            + URLEncoder.encode(count.rule(), StandardCharsets.UTF_8),
        byWords);
  }

  private static String other(String rule) {
    return switch (rule) {
      case "title" -> t("settings.title-none-those-you");
      case "location" -> t("settings.place-none-those-you");
      case "remote" -> t("settings.another-place-work-than");
      case "age" -> t("settings.too-old");
      case "pay" -> t("settings.pays-less-than-you");
      case "type" -> t("settings.another-kind-contract");
      default -> t("settings.hidden-by", "rule", rule);
    };
  }

  private WouldPart would(Blocklist list, boolean isStored) {
    RuleTrial.Outcome outcome = trial.of(list, List.of());
    int hidden = outcome.hidden().size();
    String sentence =
        outcome.tried() == 0
            ? t("settings.nothing-waits-review-try")
            : (isStored
                ? t("settings.it-fits", "hidden", hidden, "tried", outcome.tried())
                : t("settings.it-would-hide", "hidden", hidden, "tried", outcome.tried()));
    List<String> reasons =
        outcome.why().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(REASONS)
            .map(entry -> Numbers.n(entry.getValue()) + ": " + entry.getKey())
            .toList();
    return new WouldPart(sentence, reasons, isStored ? hidden : 0);
  }

  private static Blocklist typed(Visit visit) {
    return new Blocklist(
        visit.value("companies").lines().toList(),
        visit.value("words").lines().toList(),
        visit.value("places").lines().toList(),
        visit.has("agencies"),
        visit.value("postings").lines().toList());
  }

  private void save(Visit visit) {
    Blocklist typed = typed(visit);
    Optional<String> noAddress =
        typed.postings().stream().filter(text -> HttpCall.address(text).isEmpty()).findFirst();
    if (noAddress.isPresent()) {
      visit.show(
          422,
          page(
              visit,
              values(typed),
              visit.value("seen"),
              t("settings.no-address-posting-expected", "noAddress", noAddress.get())));
      return;
    }
    try {
      blocklist.save(typed, visit.value("seen"));
      visit.go(HERE, Toast.of(t("settings.saved-holds-for-what")));
    } catch (ChangedMeanwhileException other) {
      visit.show(409, page(visit, values(typed), blocklist.mark(), other.sentence()));
    } catch (ConfigException broken) {
      visit.show(
          409,
          page(
              visit,
              values(typed),
              visit.value("seen"),
              broken.sentence() + " " + t("settings.nothing-saved-stands")));
    }
  }

  /** What waits in review already, by the rules as they are stored. */
  private void reject(Visit visit) {
    List<Long> hidden = trial.of(blocklist.current(), List.of()).hidden();
    Move move = jobs.move(hidden, Stage.REJECTED, Optional.of(t("settings.never-show")));
    visit.go(
        HERE,
        move.id() == 0
            ? Toast.of(t("settings.there-was-nothing-reject"))
            : Toast.undoable(move.label(), "", "/review/undo?move=" + move.id()));
  }

  private void showAgain(Visit visit) {
    Move move =
        jobs.show(jobs.hiddenFor(new Hidden(visit.value("rule"), visit.value("detail")), MOST));
    visit.go(
        HERE,
        move.id() == 0
            ? Toast.of(t("settings.there-was-nothing-show"))
            : Toast.undoable(move.label(), "", "/review/undo?move=" + move.id()));
  }
}
