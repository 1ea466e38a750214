package dev.peregrine.host.employers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.Posting;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.discovery.BoardJar;
import dev.peregrine.host.discovery.SearchHome;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmployersTest {

  private static final String STARTERS =
      "BoardDescriptor.employers(about, List.of(Employer.of(\"famous\")))";

  /** Knows acme and nobody else. */
  private static final String ACME_ONLY =
      """
      Handover.ofEmployers(query, context, found, (employer, handover) -> {
        if (!employer.slug().equals("acme")) {
          throw new ExtensionException(ExtensionException.Kind.BAD_SETTINGS,
              "Nobody here is called \\"" + employer.slug() + "\\".");
        }
        handover.take(List.of("1", "2"), id -> Optional.of(
            Posting.of(id, "Cook", URI.create("https://pages.example/acme/" + id))
                .withCompany(Optional.of("Acme Bakery"))));
      });
      """;

  private static final String RECOGNISES =
      """
      public Optional<Employer> employer(URI address) {
        return "pages.example".equals(address.getHost())
            ? Optional.of(Employer.of(address.getPath().split("/")[1])) : Optional.empty();
      }
      """;

  private static final String DOWN =
      "throw new ExtensionException(ExtensionException.Kind.UNAVAILABLE, \"It is down.\");";

  private SearchHome home;
  private Employers employers;

  @BeforeEach
  void open(@TempDir Path folder) {
    new BoardJar()
        .board("pages", STARTERS, ACME_ONLY, RECOGNISES)
        .board("down", "BoardDescriptor.employers(about, List.of())", DOWN)
        .feed("feed")
        .into(folder.resolve("shipped"));
    home = new SearchHome(folder);
    home.save(SearchProfile.of("Cooks", List.of("Cook"), List.of()));
    home.save(SearchProfile.of("Bakers", List.of("Baker"), List.of()));
    employers = new Employers(home.plugins, home.profiles, home.jobs);
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void anAddressOfAPageOrAPostingIsRecognised() {
    assertThat(home.in(() -> employers.recognise(URI.create("https://pages.example/acme/jobs/7"))))
        .hasValueSatisfying(
            known -> {
              assertThat(known.board()).isEqualTo("pages");
              assertThat(known.slug()).isEqualTo("acme");
            });
    assertThat(home.in(() -> employers.recognise(URI.create("https://other.example/acme"))))
        .isEmpty();
    assertThat(home.in(() -> employers.recognise(URI.create("email://pages.example/acme"))))
        .as("a posting that came by mail")
        .isEmpty();
  }

  @Test
  void aWatchedEmployerJoinsTheOnesThatTheBoardBeginsWithInEverySearch() {
    watch("acme");
    watch("acme");

    assertThat(home.in(() -> home.profiles.all()))
        .hasSize(2)
        .allSatisfy(
            profile ->
                assertThat(profile.employers().get("pages")).containsExactly("famous", "acme"));
  }

  @Test
  void anEmployerThatIsNotWatchedAnyMoreIsInNoSearch() {
    watch("acme");

    home.in(
        () -> {
          employers.unwatch("pages", "ACME");
          return 0;
        });

    assertThat(home.in(() -> employers.watched()))
        .extracting(KnownEmployer::slug)
        .containsExactly("famous");
  }

  @Test
  void aBoardThatReadsNoEmployersIsASentence() {
    assertThatThrownBy(
            () ->
                home.in(
                    () -> {
                      employers.watch("feed", "acme");
                      return 0;
                    }))
        .hasMessageContaining("\"feed\"");
  }

  @Test
  void employersBehindPostingsThatWereFoundAreSuggestedUnlessWatched() {
    store("1", "https://pages.example/globex/1", "Globex");
    store("2", "https://pages.example/globex/2", "Globex");
    store("3", "https://pages.example/acme/1", "Acme");
    store("4", "https://elsewhere.example/4", "Nobody");
    watch("acme");

    List<KnownEmployer> seen = home.in(() -> employers.seen());

    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().name()).isEqualTo("Globex");
    assertThat(seen.getFirst().jobs()).isEqualTo(2);
  }

  @Test
  void aNameIsLookedForOnEveryBoardAndASilentOneIsNamed() {
    var lookUp = new EmployerLookUp(employers, home.contexts, home.tasks, new Live());
    home.in(
        () -> {
          lookUp.start("Acme GmbH");
          return 0;
        });
    home.quiet();

    EmployerLookUp.Result result = home.in(lookUp::result).orElseThrow();

    assertThat(result.employers())
        .containsExactly(new KnownEmployer("pages", "Board pages", "acme", "Acme Bakery", 2));
    assertThat(result.silent()).containsExactly("Board down");
    assertThat(home.in(() -> employers.watched()))
        .as("shown, not watched: another company may have the name")
        .noneMatch(known -> known.slug().equals("acme"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Acme                  | acme
          Acme GmbH             | acme, acmegmbh, acme-gmbh
          Müller & Söhne        | muellerandsoehne, mueller-and-soehne
          O'Reilly Media, Inc.  | oreillymedia, oreilly-media, oreillymediainc, oreilly-media-inc
          """)
  void aNameGivesTheShortNamesThatItMayHave(String name, String guesses) {
    assertThat(SlugGuesses.of(name)).containsExactly(guesses.split(", "));
  }

  private void watch(String slug) {
    home.in(
        () -> {
          employers.watch("pages", slug);
          return 0;
        });
  }

  private void store(String id, String url, String company) {
    Posting posting =
        Posting.of(id, "Cook " + id, URI.create(url)).withCompany(Optional.of(company));
    home.in(
        () ->
            home.jobs.store(
                List.of(new Found(posting, "feed", OptionalLong.empty(), Optional.empty()))));
  }
}
