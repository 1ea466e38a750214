package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ChangedMeanwhileException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.Keyword;
import dev.peregrine.host.config.KeywordsFile;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.Skill;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.settings.KeywordsPage.Row;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words that raise or lower match scores. */
public final class KeywordRoutes implements Routes {

  static final String HERE = "/settings/keywords";

  private static final int EMPTY_ROWS = 5;
  private static final int SUGGESTED = 15;
  private static final int LONGEST_SKILL = 40;
  private static final int USUAL = 5;

  private final KeywordsFile file;
  private final Resumes resumes;
  private final Scoring scoring;

  private List<SettingsEntry> entries = List.of();

  public KeywordRoutes(KeywordsFile file, Resumes resumes, Scoring scoring) {
    this.file = file;
    this.resumes = resumes;
    this.scoring = scoring;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(
            SettingsGroup.SEARCH, () -> t("settings.keywords"), HERE, 30, this::said));
    routes.get(
        HERE,
        visit ->
            visit.show(page(visit, rows(file.current()), file.mark(), file.problem().orElse(""))));
    routes.post(HERE, this::save);
  }

  private String said() {
    Optional<String> problem = file.problem();
    if (problem.isPresent()) {
      return problem.get();
    }
    List<Keyword> now = file.current();
    long wanted = now.stream().filter(keyword -> keyword.weight() > 0).count();
    return now.isEmpty()
        ? t("settings.no-word-moves")
        : t("settings.wanted-unwanted", "wanted", wanted, "unwanted", now.size() - wanted);
  }

  private KeywordsPage page(Visit visit, List<Row> rows, String seen, String problem) {
    var all = new ArrayList<Row>(rows);
    for (int i = 0; i < EMPTY_ROWS; i++) {
      all.add(new Row("", ""));
    }
    return new KeywordsPage(
        visit.shell(t("settings.keywords"), "settings"),
        SettingsNav.of(entries, HERE),
        all,
        suggested(rows),
        seen,
        problem);
  }

  private static List<Row> rows(List<Keyword> keywords) {
    return keywords.stream()
        .map(keyword -> new Row(keyword.word(), Integer.toString(keyword.weight())))
        .toList();
  }

  /** Skills of all résumés, the main one's first. */
  private List<String> suggested(List<Row> rows) {
    List<String> taken = rows.stream().map(row -> row.word().toLowerCase(Locale.ROOT)).toList();
    var skills = new LinkedHashMap<String, String>();
    resumes.all().stream()
        .flatMap(resume -> ResumeJson.read(resume.document()).stream())
        .flatMap(document -> document.skills().stream())
        .flatMap(KeywordRoutes::names)
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_SKILL)
        .forEach(name -> skills.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    return skills.entrySet().stream()
        .filter(skill -> !taken.contains(skill.getKey()))
        .map(Map.Entry::getValue)
        .limit(SUGGESTED)
        .toList();
  }

  /** The skills of a group, or the skill that stands alone. */
  private static Stream<String> names(Skill skill) {
    return skill.keywords().isEmpty() ? skill.name().stream() : skill.keywords().stream();
  }

  private void save(Visit visit) {
    List<String> words = visit.values("word");
    List<String> weights = visit.values("weight");
    var rows = new ArrayList<Row>();
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isBlank()) {
        rows.add(new Row(words.get(i).strip(), i < weights.size() ? weights.get(i).strip() : ""));
      }
    }
    // A suggestion is taken with whatever else was typed.
    if (!visit.value("add").isEmpty()) {
      rows.add(new Row(visit.value("add"), Integer.toString(USUAL)));
    }
    String problem;
    int status = 422;
    String seen = visit.value("seen");
    try {
      file.save(keywords(rows), seen);
      scoring.soon();
      visit.go(HERE, Toast.of(t("settings.saved-scored")));
      return;
    } catch (IllegalArgumentException wrong) {
      problem = wrong.getMessage() + " " + t("settings.nothing-saved");
    } catch (ChangedMeanwhileException other) {
      problem = other.sentence();
      status = 409;
      seen = file.mark();
    } catch (ConfigException broken) {
      problem = broken.sentence() + " " + t("settings.nothing-saved");
      status = 409;
    }
    visit.show(status, page(visit, rows, seen, problem));
  }

  private static List<Keyword> keywords(List<Row> rows) {
    var keywords = new LinkedHashMap<String, Keyword>();
    for (Row row : rows) {
      var keyword = new Keyword(row.word(), weight(row));
      if (keywords.put(keyword.word().toLowerCase(Locale.ROOT), keyword) != null) {
        throw new IllegalArgumentException(t("settings.keyword-twice", "word", row.word()));
      }
    }
    return List.copyOf(keywords.values());
  }

  private static int weight(Row row) {
    if (row.weight().isEmpty()) {
      return USUAL;
    }
    // A minus as people and pages write it.
    String plain = row.weight().replace('−', '-').replace("+", "");
    if (!plain.matches("-?\\d{1,3}")) {
      throw new IllegalArgumentException(
          t("settings.keyword-weight", "word", row.word(), "weight", row.weight()));
    }
    return Integer.parseInt(plain);
  }
}
