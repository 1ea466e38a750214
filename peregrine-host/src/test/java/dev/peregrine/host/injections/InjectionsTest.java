package dev.peregrine.host.injections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.injections.Injection.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of postings that speak to machines is found, and what of others is not. */
class InjectionsTest {

  static List<HostilePosting> hostile() {
    return HostilePosting.all();
  }

  static List<String> ordinary() {
    return HostilePosting.ordinary();
  }

  @Test
  void theCorpusIsLargeAndOfManyLanguages() {
    assertThat(hostile()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(hostile().stream().map(HostilePosting::language).distinct())
        .hasSizeGreaterThanOrEqualTo(15);
    assertThat(hostile().stream().map(HostilePosting::kind).distinct())
        .containsExactlyInAnyOrderElementsOf(Stream.of(Kind.values()).map(Kind::key).toList());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatSpeaksToAMachineIsFound(HostilePosting posting) {
    assertThat(Injections.find(posting.text()))
        .anySatisfy(
            found -> {
              assertThat(found.kind().key()).isEqualTo(posting.kind());
              assertThat(found.unseen() || !posting.unseen()).as("unseen").isTrue();
              assertThat(found.excerpt()).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("ordinary")
  void whatSpeaksToPeopleIsNot(String sentence) {
    assertThat(Injections.find(sentence)).isEmpty();
  }
}
