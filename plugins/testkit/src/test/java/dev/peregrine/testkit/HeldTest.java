package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HeldTest {

  private static final Held HELD =
      Held.json(
              """
              {"jobs": [{"name": "Gardener &amp; more", "firm": {"name": "Gr\u00fcne Wiese"},
                         "at": 1791000000, "pay": 0, "tags": [{"label": "a"}, {"label": "b"}],
                         "level": "N/A"}]}
              """,
              "jobs")
          .value(HeldField.TITLE, "name")
          .value(HeldField.COMPANY, "company", "firm.name")
          .value(HeldField.POSTED, "at")
          .value(HeldField.SALARY_MIN, "pay")
          .value(HeldField.TAGS, "tags.label")
          .value(PostingDetail.LEVEL, "level");

  private static final Posting FAITHFUL =
      Posting.of("1", "Gardener & more", URI.create("https://board.example/1"))
          .withCompany(Optional.of("Gr\u00fcne Wiese"))
          .withPosted(Optional.of(LocalDate.of(2026, 10, 3)))
          .withTags(List.of("a", "b"));

  @Test
  void aPostingThatKeepsWhatItsRowHoldsPasses() {
    Conformance conformance = compared(FAITHFUL);

    conformance.check();
    assertThat(conformance).hasToString("1 rows, 4 fields held, 4 kept");
  }

  @Test
  void aFieldThatTheRowDoesNotHoldIsInvented() {
    Posting invented =
        FAITHFUL
            .withDetail(PostingDetail.LEVEL, Optional.of("Senior"))
            .withSalary(
                Salary.of(Optional.of(BigDecimal.TEN), Optional.empty(), "EUR", PayPeriod.HOUR));

    assertThatThrownBy(compared(invented)::check)
        .hasMessageContaining("LEVEL of https://board.example/1")
        .hasMessageContaining("SALARY_MIN")
        .hasMessageContaining("SALARY_CURRENCY");
  }

  @Test
  void anotherValueIsAltered() {
    assertThatThrownBy(compared(FAITHFUL.withPosted(Optional.of(LocalDate.of(2026, 10, 4))))::check)
        .hasMessageContaining("POSTED")
        .hasMessageContaining("something else");
  }

  @Test
  void aMissingFieldIsLost() {
    assertThatThrownBy(compared(FAITHFUL.withCompany(Optional.empty()))::check)
        .hasMessageContaining("COMPANY")
        .hasMessageContaining("lost");
  }

  @Test
  void everyRowBecomesAPosting() {
    assertThatThrownBy(
            () -> Conformance.of(HELD, new Searched(List.of(), List.of(), Optional.empty())))
        .hasMessageContaining("a posting for each row");
  }

  @Test
  void markupIsReadBySelectorAndAttribute() {
    Held held =
        Held.html("<li><a href='/1'>One</a></li><li class=ad>Ad</li>", "li")
            .where(row -> !row.text("a").isEmpty());

    assertThat(held.rows()).hasSize(1);
    assertThat(held.rows().getFirst().text("b", "a")).isEqualTo("One");
    assertThat(held.rows().getFirst().text("a@href")).isEqualTo("/1");
  }

  private static Conformance compared(Posting posting) {
    return Conformance.of(HELD, new Searched(List.of(posting), List.of(), Optional.empty()));
  }
}
