package dev.peregrine.api.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmployerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/b",
        "a\\b",
        "",
        ".",
        "..",
        "a..b",
        ".a",
        "-a",
        "a?b",
        "a#b",
        "a%2fb",
        "a@b",
        "a:80",
        "a\nb",
        "a\u0000",
        "a\u202eb"
      })
  void shortNamesThatWouldLeadElsewhereAreRejected(String slug) {
    assertThatThrownBy(() -> new Employer(slug, Optional.empty()))
        .hasMessage(
            "Employer \"%s\": expected the short name from the address of its career page, such as gitlab.",
            slug);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gitlab", "GitLab", "acme-2", "acme.co", "Acme Inc", "müller", "a_b", "7"})
  void shortNamesOfEmployersAreKept(String slug) {
    assertThat(Employer.of(" " + slug + " ").slug()).isEqualTo(slug);
  }

  @Test
  void theLabelIsTheNameWhereThereIsOne() {
    assertThat(new Employer("acme", Optional.of(" Acme Inc ")).label()).isEqualTo("Acme Inc");
    assertThat(new Employer("acme", Optional.of(" ")).label()).isEqualTo("acme");
  }

  @Test
  void veryLongShortNamesAreRejected() {
    assertThatThrownBy(() -> Employer.of("a".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failuresNameTheEmployerAndWhatToDo() {
    Employer acme = Employer.of("acme");

    assertThat(acme.unknownTo("Lever", "spotify in jobs.lever.co/spotify"))
        .hasMessage(
            "Employer \"acme\" is not known to Lever. Expected the short name from the address of its career page, such as spotify in jobs.lever.co/spotify.");
    assertThat(acme.tookDown("17", "Lever"))
        .hasMessage("Posting \"17\" of \"acme\" is no longer on Lever. It was taken down.");
    assertThat(acme.changed("Lever", "list of postings"))
        .hasMessage(
            "The answer of Lever for employer \"acme\" has no list of postings. Look for an update of the plugin.");
  }
}
