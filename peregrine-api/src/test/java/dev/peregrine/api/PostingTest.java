package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingTest {

  private static final URI URL = URI.create("https://jobs.example.org/7");

  @Test
  void whatIsMissingIsSaid() {
    assertThatThrownBy(() -> Posting.of(" ", "Baker", URL))
        .hasMessage("Posting \"https://jobs.example.org/7\": the native id is blank.");
    assertThatThrownBy(() -> Posting.of("7", " ", URL))
        .hasMessage("Posting \"https://jobs.example.org/7\": the title is blank.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "/jobs/7", "ftp://jobs.example.org/7", "https:///7"})
  void anAddressThatNobodyCanOpenIsRejected(String address) {
    assertThatThrownBy(() -> Posting.of("7", "Baker", URI.create(address)))
        .hasMessage(
            "Posting \"Baker\": address \"%s\", expected an absolute http or https address.",
            address);
  }

  @Test
  void anAddressToApplyAtThatIsATrapIsLeftOut() {
    Posting posting = Posting.of("7", "Baker", URL);
    assertThat(applyUrl(posting, "javascript:alert(1)")).isEmpty();
    assertThat(applyUrl(posting, "data:text/html,x")).isEmpty();
    assertThat(applyUrl(posting, "/apply")).isEmpty();
    assertThat(applyUrl(posting, "mailto:jobs@example.org")).isPresent();
    assertThat(applyUrl(posting, "HTTPS://jobs.example.org/7/apply")).isPresent();
  }

  @Test
  void blankTextsAreNoValues() {
    Posting posting =
        Posting.of("7", " Baker ", URL)
            .withCompany(Optional.of("  "))
            .withDescription(Optional.of("\n"))
            .withTags(List.of(" rye ", ""))
            .withDetail(PostingDetail.LEVEL, Optional.of(" "));
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.company()).isEmpty();
    assertThat(posting.description()).isEmpty();
    assertThat(posting.tags()).containsExactly("rye");
    assertThat(posting.details()).isEmpty();
  }

  @Test
  void setsKeepTheOrderOfTheirConstantsAndCannotBeChanged() {
    var types = EnumSet.of(EmploymentType.PERMANENT, EmploymentType.FULL_TIME);
    Posting posting = Posting.of("7", "Baker", URL).withEmploymentTypes(types);
    types.clear();
    assertThat(posting.employmentTypes())
        .containsExactly(EmploymentType.FULL_TIME, EmploymentType.PERMANENT);
    assertThatThrownBy(() -> posting.employmentTypes().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> posting.details().put(PostingDetail.LEVEL, "x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Optional<URI> applyUrl(Posting posting, String address) {
    return posting.withApplyUrl(Optional.of(URI.create(address))).applyUrl();
  }
}
