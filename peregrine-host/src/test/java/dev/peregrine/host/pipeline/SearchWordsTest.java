package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SearchWordsTest {

  @Test
  void allWordsAreWantedInAnyOrder() {
    assertThat(SearchWords.query(" ux  writer ")).isEqualTo("\"ux\" AND \"writer\"");
  }

  @Test
  void phrasesAndUnwantedWordsAreUnderstood() {
    assertThat(SearchWords.query("\"ux writer\" berlin -senior -\"team lead\""))
        .isEqualTo("(\"ux writer\" AND \"berlin\") NOT (\"senior\" OR \"team lead\")");
  }

  @Test
  void nothingAPersonTypesIsAnOperator() {
    assertThat(SearchWords.query("NEAR(a b) OR title:x* ^y \"unclosed"))
        .isEqualTo(
            "\"NEAR(a\" AND \"b)\" AND \"OR\" AND \"title:x*\" AND \"^y\" AND \" unclosed\"");
  }

  @Test
  void whereThereIsNoWordThereIsNoQuery() {
    assertThat(SearchWords.query(" -- !!! \"\" ")).isEmpty();
    assertThat(SearchWords.query("-only")).isEmpty();
  }
}
