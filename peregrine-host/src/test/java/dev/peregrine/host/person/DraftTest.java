package dev.peregrine.host.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.texts.Languages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DraftTest {

  static final String ADA =
      """
      {"basics": {"name": "Ada Byron", "email": "ada@example.org", "x-mood": "fine",
          "location": {"city": "London"},
          "profiles": [{"network": "Web", "url": "https://ada.example"}]},
       "work": [
         {"name": "Engine Works", "position": "Analyst", "startDate": "1842-02", "current": true,
          "highlights": ["Wrote the first program", "Found a fault"], "x-desk": 7},
         {"name": "Mill", "position": "Clerk", "startDate": "1840", "endDate": "1841"}],
       "skills": [{"name": "Java", "years": 8, "x-why": "fun"},
         {"name": "Databases", "level": "good", "keywords": ["SQLite", "PostgreSQL"]},
         {"name": "Testing (JUnit)"}],
       "meta": {"theme": "plain"}}
      """;

  static ResumeDocument ada() {
    return ResumeJson.read(ADA).orElseThrow();
  }

  /** The form of a draft, as a browser sends it. */
  private static Draft sent(Draft draft) {
    Map<String, String> form = ResumeViews.hidden(draft);
    return Draft.read(form::get);
  }

  @Test
  void whatIsNotTouchedComesBackAsItWas() {
    Draft draft = Draft.of(ada());
    assertThat(sent(draft)).isEqualTo(draft);
    assertThat(ResumeJson.of(draft.onto(ada()))).isEqualTo(ResumeJson.of(ada()));
  }

  @Test
  void anEntryThatMovesTakesAlongWhatTheFormDoesNotShow() {
    Draft moved = sent(Draft.of(ada()).changed("down", "work", 0));
    String json = ResumeJson.write(moved.onto(ada()));
    assertThat(json.indexOf("Mill")).isLessThan(json.indexOf("Engine Works"));
    assertThat(json.indexOf("x-desk")).isGreaterThan(json.indexOf("Engine Works"));
    assertThat(Draft.of(ada()).changed("up", "work", 0)).isEqualTo(Draft.of(ada()));
    assertThat(Draft.of(ada()).changed("remove", "work", 9)).isEqualTo(Draft.of(ada()));
    assertThat(Draft.of(ada()).changed("remove", "nothing", 0)).isEqualTo(Draft.of(ada()));
  }

  @Test
  void aGermanFormHasGermanWordsAndComesBackAsTheSameResume() throws Exception {
    Draft draft = Draft.of(ada());
    Draft back =
        Languages.named("de")
            .orElseThrow()
            .call(
                () -> {
                  ResumeFormPart form = ResumeForms.plain().part("", 1, 1, false, draft);
                  Map<String, String> typed = new LinkedHashMap<>(ResumeViews.hidden(draft));
                  Stream.concat(
                          form.groups().stream(),
                          form.blocks().stream()
                              .flatMap(block -> block.items().stream())
                              .flatMap(item -> item.fields().stream()))
                      .forEach(field -> typed.put(field.name(), field.value()));
                  assertThat(typed)
                      .containsEntry("work[0].endDate", "heute")
                      .containsEntry(
                          "skills",
                          "Java (8 Jahre)\nDatabases (Niveau: good): SQLite, PostgreSQL\nTesting (JUnit)");
                  return Draft.read(typed::get);
                });
    assertThat(back).isEqualTo(draft);
    assertThat(PlainResume.of(back)).contains("Experience", "to present");
  }

  @Test
  void monthsAndTodayAreUnderstoodInGerman() {
    assertThat(FieldText.date("März 2021").map(Object::toString)).contains("2021-03");
    assertThat(FieldText.date("Dez. 2019").map(Object::toString)).contains("2019-12");
    assertThat(FieldText.isPresent("bis heute")).isTrue();
  }

  @Test
  void skillsAreLines() {
    Draft draft = Draft.of(ada());
    assertThat(draft.value("skills"))
        .isEqualTo("Java (8 years)\nDatabases (level: good): SQLite, PostgreSQL\nTesting (JUnit)");
    var values = new LinkedHashMap<>(draft.values());
    values.put("skills", "Java (9.5 years, level: expert)\n\nGo\n Web: CSS , HTML");
    ResumeDocument changed = new Draft(values, draft.lists()).onto(ada());
    assertThat(changed.skillNames()).containsExactly("Java", "Go", "CSS", "HTML");
    assertThat(changed.skills().getFirst().years()).hasToString("Optional[9.5]");
    assertThat(changed.skills().getFirst().level()).contains("expert");
    assertThat(ResumeJson.write(changed)).contains("x-why");
  }

  @Test
  void datesAreTypedAsPeopleDo() {
    assertThat(
            List.of("1842-02", "02/1842", "2.1842", "Feb 1842", "February 1842", "1842").stream()
                .map(typed -> FieldText.date(typed).orElseThrow().toString())
                .collect(Collectors.joining(" ")))
        .isEqualTo("1842-02 1842-02 1842-02 1842-02 1842-02 1842");
    assertThat(FieldText.date("13/1842")).isEmpty();
    assertThat(FieldText.date("soon")).isEmpty();
    assertThat(FieldText.date("Foo 1842")).isEmpty();
  }

  @Test
  void whatGoesOnHasNoEnd() {
    Draft draft = Draft.of(ada());
    assertThat(draft.lists().get("work").getFirst().value("endDate")).isEqualTo("present");
    Map<String, String> form = ResumeViews.hidden(draft);
    form.put("work[0].endDate", "03/1843");
    form.put("work[1].endDate", "now");
    ResumeDocument changed = Draft.read(form::get).onto(ada());
    assertThat(changed.work().get(0).period().end()).hasToString("Optional[1843-03]");
    assertThat(changed.work().get(0).period().current()).isFalse();
    assertThat(changed.work().get(1).period().current()).isTrue();
  }

  @Test
  void whatIsWrongIsSaidAtTheFieldWithTheValue() {
    Map<String, String> form = ResumeViews.hidden(Draft.of(ada()));
    form.put("basics.email", "ada at home");
    form.put("work[1].startDate", "long ago");
    assertThat(Draft.read(form::get).errors())
        .containsExactly(
            Map.entry(
                "basics.email", "“ada at home” is no e-mail address. ada@example.org is one."),
            Map.entry(
                "work[1].startDate", "“long ago” is no date. 2021-03, 03/2021 and 2021 are."));
  }

  @Test
  void theTextThatIsScoredSaysEverything() {
    assertThat(PlainResume.of(Draft.of(ada())))
        .contains("Ada Byron", "Wrote the first program", "Analyst | Engine Works", "SQLite");
  }
}
