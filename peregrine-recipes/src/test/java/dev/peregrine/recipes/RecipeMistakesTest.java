package dev.peregrine.recipes;

import static dev.peregrine.recipes.SampleRecipe.with;
import static dev.peregrine.recipes.SampleRecipe.withFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake is named with its line, its field, what was expected and what to do. */
class RecipeMistakesTest {

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("", 0, "", "it is empty, expected a recipe."),
        Arguments.of("- a\n- b", 1, "", "the recipe is a list, expected entries"),
        Arguments.of("id: [acme", 1, "", "is not YAML here"),
        Arguments.of(with("id: acme\n", ""), 1, "", "\"id\" is missing."),
        Arguments.of(with("id: acme", "id: ACME"), 1, "", "Extension id \"ACME\": expected"),
        Arguments.of(with("rows:", "row:"), 8, "row", "\"row\" is not known here"),
        Arguments.of(with("rows: /jobs\n", ""), 1, "", "\"rows\" is missing."),
        Arguments.of(
            with("    title: title\n".substring(2), ""), 10, "fields", "\"title\" is missing"),
        Arguments.of(
            withFields("employer: company"),
            13,
            "fields/employer",
            "\"employer\" is not known here"),
        Arguments.of(withFields("id: other"), 13, "fields/id", "\"id\" stands twice."),
        Arguments.of(
            with("{title}", "{titel}"),
            6,
            "request/query/q",
            "expected a name in braces that is one of"),
        Arguments.of(
            withFields("company: $firm"),
            13,
            "fields/company",
            "expected a name in braces that is one of"),
        Arguments.of(
            with("get: https", "get: ftp"), 5, "request/get", "expected an address such as"),
        Arguments.of(
            with("/jobs\n  query", "/jobs?a=b\n  query"),
            5,
            "request/get",
            "with parameters below \"query\""),
        Arguments.of(with("  get:", "  fetch:"), 5, "request/fetch", "expected basic, form, get"),
        Arguments.of(
            with("size: 2", "size: many"),
            7,
            "pages/size",
            "is \"many\", expected a whole number from 1 to 10,000"),
        Arguments.of(
            with(", page: \"{page}\"", ""), 7, "pages", "has no {page}, {offset} or {cursor}"),
        Arguments.of(with("size: 2", "next: next"), 7, "pages", "belong together"),
        Arguments.of(
            with("{page}", "{offset}").replace("size: 2", "most: 2"),
            7,
            "pages",
            "needs the size of a page"),
        Arguments.of(
            withFields("company: {from: a, match: \"(\"}"),
            13,
            "fields/company/match",
            "is no regular expression"),
        Arguments.of(
            withFields("company: {match: a}"), 13, "fields/company", "\"from\" is missing"),
        Arguments.of(
            withFields("company: {from: a, all: [b]}"), 13, "fields/company", "stand side by side"),
        Arguments.of(
            withFields("company: \"{id|shout}\""),
            13,
            "fields/company",
            "base64, dashes, lower, number or upper"),
        Arguments.of(
            withFields("posted: {from: a, date: oops}"),
            13,
            "fields/posted/date",
            "expected the order of a date"),
        Arguments.of(
            withFields("salary: {min: a, period: =year}"),
            13,
            "fields/salary",
            "\"currency\" is missing"),
        Arguments.of(
            withFields("salary: {min: a, currency: =EUR, period: {by-size: {0: eon}}}"),
            13,
            "fields/salary/period/by-size/0",
            "expected hour, day, week, month or year"),
        Arguments.of(
            with("rows:", "rate: {gap: soon}\nrows:"),
            8,
            "rate/gap",
            "expected a time such as 500ms"),
        Arguments.of(
            with("rows:", "rate: {deadline: 1h}\nrows:"), 8, "rate/deadline", "expected 1s to 10m"),
        Arguments.of(
            with("rows:", "format: csv\nrows:"),
            8,
            "format",
            "is \"csv\", expected one of html, json"),
        Arguments.of(
            with("rows:", "employers: {careers: jobs.acme.example}\nrows:"),
            8,
            "employers/careers",
            "expected an address with one \"{employer}\""),
        Arguments.of(
            with(
                "rows:",
                "detail: {get: \"https://a.example/{id}\", page: \"a.example/{id}\", fields: {tags: a}}\nrows:"),
            8,
            "detail",
            "needs a \"title\""),
        Arguments.of(
            with("rows:", "settings: {API: {secret: Key}}\nrows:"),
            8,
            "settings/API",
            "Setting key \"API\": expected"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamed(String recipe, int line, String field, String problem) {
    RecipeException mistake =
        catchThrowableOfType(RecipeException.class, () -> Recipes.read(recipe, "board-acme.yaml"));

    assertThat(mistake).isNotNull();
    assertThat(mistake.line()).as(mistake.sentence()).isEqualTo(line);
    assertThat(mistake.field()).as(mistake.sentence()).isEqualTo(field);
    assertThat(mistake.sentence())
        .startsWith(line > 0 ? "board-acme.yaml, line " + line + ": " : "board-acme.yaml: ")
        .contains(problem)
        .endsWith(".");
  }

  @Test
  void aRecipeOfAnyLengthOrDepthIsReadOrRefused() {
    for (String odd :
        new String[] {
          "a: " + "x".repeat(200_000),
          "[".repeat(5000),
          "&a [*a]",
          with("title: title", "title: &t [*t]")
        }) {
      assertThat(catchThrowableOfType(RecipeException.class, () -> Recipes.read(odd, "odd")))
          .as(odd.substring(0, 5))
          .isNotNull();
    }
  }
}
