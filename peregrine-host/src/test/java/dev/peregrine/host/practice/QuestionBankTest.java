package dev.peregrine.host.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionBankTest {

  private static final QuestionBank BANK = QuestionBank.SHIPPED;

  @Test
  void thereAreEnoughQuestionsForEachKindOfRoundInBothLanguages() {
    assertThat(BANK.size()).isGreaterThanOrEqualTo(150);
    for (RoundKind kind : RoundKind.values()) {
      List<BankQuestion> fit = BANK.all().stream().filter(one -> one.isFor(kind)).toList();
      assertThat(fit).as("questions for %s", kind).hasSizeGreaterThanOrEqualTo(8);
      assertThat(BANK.toAsk(kind, Locale.GERMAN)).as("to ask %s", kind).isNotEmpty();
    }
    assertThat(Stream.concat(BANK.all().stream(), BANK.toAsk().stream()))
        .allSatisfy(
            question -> {
              assertThat(question.english()).isNotBlank().isNotEqualTo(question.german());
              assertThat(question.german()).isNotBlank();
              assertThat(question.kinds()).isNotEmpty();
              assertThat(question.german().contains(BankQuestion.DEMAND))
                  .as(question.id())
                  .isEqualTo(question.isMadeOfDemand());
              assertThat(question.english().length()).isLessThan(240);
            });
  }

  @Test
  void whatIsAskedIsOfAThemeThatHasItsWords() {
    assertThat(BANK.all().stream().map(BankQuestion::theme).collect(Collectors.toSet()))
        .allSatisfy(theme -> assertThat(Theme.of(theme)).as(theme).isPresent());
    for (Theme theme : Theme.values()) {
      assertThat(theme.title()).isNotBlank();
      assertThat(theme.hint()).isNotBlank();
    }
    for (Criterion criterion : Criterion.values()) {
      assertThat(List.of(criterion.title(), criterion.asks(), criterion.advice()))
          .doesNotContain("");
    }
    assertThat(BANK.toAsk().stream().map(BankQuestion::theme).distinct())
        .allSatisfy(about -> assertThat(Texts.t("practice.about-" + about)).isNotBlank());
  }

  @Test
  void anOccupationIsKnownByWordsOfTheTitle() {
    assertThat(BANK.families("Senior Backend Engineer (m/w/d)")).contains("engineering");
    assertThat(BANK.families("Pflegefachkraft im Nachtdienst")).containsExactly("care");
    assertThat(BANK.families("Teamleitung Einkauf")).contains("leading");
    assertThat(BANK.families("Lagerhelferin")).containsExactly("making");
    assertThat(BANK.families("Ärztin in Weiterbildung")).containsExactly("care");
    assertThat(BANK.families("Product Designer, Booking")).containsExactly("design");
    assertThat(BANK.families("Falconer")).isEmpty();
  }

  @Test
  void aBrokenFileSaysWhereItIsBroken() {
    assertThatThrownBy(() -> QuestionFile.parsed("x", "a | craft | technical\nen: What?\n"))
        .hasMessage(
            "practice/x.txt: after \"en: What?\" expected a line that begins with \"de:\".");
    assertThatThrownBy(
            () -> QuestionFile.parsed("x", "a | craft | tecnical\nen: What?\nde: Was?\n"))
        .hasMessage("practice/x.txt: kind of round \"tecnical\", expected one of RoundKind.");
  }
}
