package dev.peregrine.recipes;

import static dev.peregrine.recipes.SampleRecipe.withFields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.Searched;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recipe can say of a field. */
class RecipeFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "firm | 'Acme & Co'",
        "/nested/name | Inner",
        "nested/list/1 | two",
        "list/name | 'A'",
        "[missing, firm] | 'Acme & Co'",
        "=Fixed | Fixed",
        "Firm {nested/name} ({id}) | Firm Inner (7)",
        "Firm {missing} ({id}) | ",
        "{from: firm, absent: 'ACME & co'} | ",
        "{from: firm, match: '^\\S+'} | Acme",
        "{from: firm, match: '& (\\S+)'} | Co",
        "{from: firm, match: 'zzz'} | ",
        "{from: firm, replace: {'\\W+': '-'}} | Acme-Co",
        "{from: firm, replace: {'(A)': '$9'}} | 'Acme & Co'",
        "{from: commas, split: ','} | a",
        "{from: firm, split: '&', only: co} | Co",
        "{from: id, map: {7: Seven}} | Seven",
        "{from: firm, map: {7: Seven}} | ",
        "{from: firm, map: {7: Seven, '*': Other}} | Other",
        "{from: firm, map: {7: Seven, '*': '*'}} | 'Acme & Co'",
        "{from: missing, default: '{firm}'} | 'Acme & Co'",
        "{all: [id, firm], join: ' / '} | '7 / Acme & Co'",
        "{from: escaped, unescape: true} | <b>Bold</b>",
        "{from: site, without: [key]} | 'https://acme.example/?a=b#c'",
        "{from: id, steps: [5, 10]} | 10",
        "{from: missing, steps: [5, 10]} | ",
        "{from: backtracking, match: '^(a+)+$'} | ",
      })
  void anExpressionSaysWhatAValueIs(String expression, String value) throws Exception {
    assertThat(posting("company: " + expression).company().orElse(null)).isEqualTo(value);
  }

  @Test
  void severalValuesMakeSeveralTagsAndOneDetail() throws Exception {
    Posting posting = posting("tags: list/name", "department: list/name");

    assertThat(posting.tags()).containsExactly("A", "B");
    assertThat(posting.details()).containsEntry(PostingDetail.DEPARTMENT, "A, B");
  }

  @Test
  void aDateCanBeMonthFirst() throws Exception {
    assertThat(posting("posted: day").posted()).contains(LocalDate.of(2026, 12, 3));
    assertThat(posting("posted: {from: day, date: MM/dd/yyyy}").posted())
        .contains(LocalDate.of(2026, 3, 12));
  }

  @Test
  void addressesAreMadeAbsoluteAndOthersAreLeftOut() throws Exception {
    Posting posting = posting("apply-url: path", "company-site: path", "company-logo: script");

    assertThat(posting.applyUrl().orElseThrow().getPath()).isEqualTo("/apply/7");
    assertThat(posting.details().get(PostingDetail.COMPANY_SITE)).startsWith("http://");
    assertThat(posting.details()).doesNotContainKey(PostingDetail.COMPANY_LOGO);
  }

  @Test
  void aPlaceThatSaysHowTheWorkIsDoneIsNoPlace() throws Exception {
    Posting posting = posting("places: model");

    assertThat(posting.places()).isEmpty();
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
  }

  @Test
  void whatARowDoesNotSayStaysEmpty() throws Exception {
    Posting posting =
        posting(
            "company: no",
            "places: {city: no, country: no}",
            "remote: no",
            "posted: no",
            "closes: no",
            "employment-types: no",
            "description: no",
            "tags: no",
            "level: no",
            "salary: [{min: no, max: no, currency: =EUR, period: =year}, no]");

    for (PostingField field : PostingField.ofPosting()) {
      assertThat(field.filled().test(posting))
          .as(field.name())
          .isEqualTo(Set.of("id", "title", "url").contains(field.name()));
    }
  }

  private static Posting posting(String... fields) throws Exception {
    RecipeBoard board = Recipes.read(withFields(fields), "test");
    try (var server = RecordedServer.start()) {
      server.answer("/jobs", RecordedAnswer.json("{\"jobs\": [%s]}".formatted(ROW)));
      Searched searched =
          Searched.by(board, BoardQuery.all(10), FakeBoardContext.at(server, board.descriptor()));
      assertThat(searched.skipped()).isEmpty();
      return searched.postings().getFirst();
    }
  }

  private static final String ROW =
      """
      {"id": 7, "title": "Engineer", "url": "https://acme.example/7", "firm": "Acme & Co",
       "nested": {"name": "Inner", "list": ["one", "two"]}, "list": [{"name": "A"}, {"name": "B"}],
       "commas": "a, b", "escaped": "&lt;b&gt;Bold&lt;/b&gt;", "day": "03/12/2026",
       "site": "https://acme.example/?key=x&a=b#c", "path": "/apply/7",
       "script": "javascript:alert(1)", "model": "Hybrid",
       "backtracking": "%s!"}"""
          .formatted("a".repeat(60));
}
