package dev.peregrine.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchProfilesTest {

  @TempDir Path home;
  private final SearchProfiles profiles = new SearchProfiles();
  private Path file;

  @BeforeEach
  void folder() throws IOException {
    file = home.resolve("config/search_profiles.yaml");
    Files.createDirectories(file.getParent());
  }

  @Test
  void noFileIsNoProfile() throws Exception {
    assertThat(all()).isEmpty();
  }

  @Test
  void everyEntryIsRead() throws Exception {
    write(
        """
        profiles:
          - name: Berlin
            titles: [Backend Engineer, "C# Developer"]
            locations: [Berlin, remote]
            remote: [remote, hybrid]
            country: Deutschland
            boards: [remotive, zip_recruiter]
            employers:
              greenhouse: [gitlab, cloudflare]
            exclude_words:
              - sales
              - {word: intern, in: title}
            results_per_board: 50
            max_age_days: 14
            min_pay: {amount: 60000, currency: eur, period: year}
            employment_types: [full_time]
            resume: Data jobs
            schedule: weekdays at 7:30
            something_of_mine: 3
        """);
    assertThat(all())
        .containsExactly(
            new SearchProfile(
                "Berlin",
                List.of("Backend Engineer", "C# Developer"),
                List.of("Berlin"),
                Set.of(RemoteMode.REMOTE, RemoteMode.HYBRID),
                Optional.of("DE"),
                List.of("remotive", "ziprecruiter"),
                Map.of("greenhouse", List.of("gitlab", "cloudflare")),
                List.of(
                    new ExcludedWord("sales", ExcludedWord.In.BOTH),
                    new ExcludedWord("intern", ExcludedWord.In.TITLE)),
                50,
                Optional.of(Duration.ofDays(14)),
                Optional.of(
                    new MinPay(
                        new BigDecimal("60000"), Currency.getInstance("EUR"), PayPeriod.YEAR)),
                Set.of(EmploymentType.FULL_TIME),
                Optional.of("Data jobs"),
                Timing.parse("weekdays at 07:30")));
  }

  @Test
  void theShapeOfThePythonProgramIsRead() throws Exception {
    write(
        """
        profiles:
          - name: cs leadership
            job_titles: [Customer Success Manager]
            locations: ["Remote", "San Francisco, CA"]
            boards: [linkedin, indeed]
            custom_boards: [adzuna]
            exclude_keywords: [sales]
            hours_old: 72
            remote_preference: onsite
            mission_tags: [animals]
        """);
    SearchProfile profile = all().getFirst();
    assertThat(profile.titles()).containsExactly("Customer Success Manager");
    assertThat(profile.locations()).containsExactly("San Francisco, CA");
    assertThat(profile.remote()).isEmpty();
    assertThat(profile.boards()).containsExactly("linkedin", "indeed", "adzuna");
    assertThat(profile.excludedWords())
        .containsExactly(new ExcludedWord("sales", ExcludedWord.In.BOTH));
    assertThat(profile.maxAge()).contains(Duration.ofHours(72));
  }

  @Test
  void theSingleTopLevelShapeIsRead() throws Exception {
    write(
        """
        default:
          job_titles: [Nurse]
          locations: [Remote]
          job_boards:
            - {name: remotive, enabled: true}
            - {name: indeed, enabled: false}
        """);
    SearchProfile profile = all().getFirst();
    assertThat(profile.name()).isEqualTo("default");
    assertThat(profile.remote()).containsExactly(RemoteMode.REMOTE);
    assertThat(profile.locations()).isEmpty();
    assertThat(profile.boards()).containsExactly("remotive");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          max_age_days: 0                | max age days is "0", expected a whole number from 1 to 365.
          results_per_board: many        | results per board is "many", expected a whole number from 1 to 10,000.
          remote: [remote, moon]         | remote is "moon", expected remote, hybrid or on_site.
          country: Atlantis              | country is "Atlantis", expected a country or its code, such as DE.
          min_pay: 60000                 | min pay is "60000", expected amount, currency and period
          min_pay: {amount: 60000}       | min pay has no currency; add one such as EUR
          employers: {lever: ["../etc"]} | employer is "../etc", expected the short name from the address
          exclude_words: [{word: a, in: salary}] | in is "salary", expected title, description or both.
          titles: {a: b}                 | titles has entries of its own, expected a text.
          name: Second                   | "name" stands twice; take one of the two away
          """)
  void aMistakeIsNamedWithFileAndLine(String line, String message) throws Exception {
    write("profiles:\n  - name: Berlin\n    titles: [Cook]\n    " + line + "\n");
    if (line.startsWith("titles")) {
      write("profiles:\n  - name: Berlin\n    locations: [Berlin]\n    " + line + "\n");
    }
    assertThatThrownBy(this::all)
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("config/search_profiles.yaml, line 4: ")
        .hasMessageContaining(message)
        .hasMessageEndingWith("and save the file.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          profiles:\\n  - name: 'Berlin                        | 3
          profiles:\\n  - name: Berlin\\n   titles: [Cook]     | 3
          profiles:\\n\\t- name: Berlin                        | 2
          profiles: [                                         | 2
          """)
  void whatIsNotYamlIsNamedWithItsLine(String text, int line) throws Exception {
    write(text.replace("\\n", "\n").replace("\\t", "\t") + "\n");
    assertThatThrownBy(this::all)
        .isInstanceOf(ConfigException.class)
        .hasMessageMatching("(?s)config/search_profiles.yaml, line %d: .*".formatted(line));
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirLine() throws Exception {
    Files.write(file, "profiles:\n  - name: Köln\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(this::all)
        .hasMessage(
            "config/search_profiles.yaml, line 2: this is not UTF-8 text. Save the file as UTF-8.");
  }

  @Test
  void aFileThatCannotBeReadIsNeverOverwritten() throws Exception {
    write("profiles:\n  - name: 'Berlin\n");
    assertThatThrownBy(() -> save(SearchProfile.of("Berlin", List.of("Cook"), List.of())))
        .isInstanceOf(ConfigException.class);
    assertThat(file).hasContent("profiles:\n  - name: 'Berlin\n");
  }

  @Test
  void savingChangesOnlyWhatChanged() throws Exception {
    write(
        """
        # my searches
        profiles:
          - name: Berlin          # home
            titles:
              - Cook
              # - Baker, some day
            locations: [Berlin]   # and around
            mission_tags: [animals]

            # not too many
            results_per_board: 50
          - {name: Other, titles: [Nurse]}
        notion: keep
        """);
    SearchProfile berlin = all().getFirst();
    save(
        berlin
            .withLimitPerBoard(20)
            .withRemote(Set.of(RemoteMode.HYBRID))
            .withEmployers(Map.of("lever", List.of("acme"))));
    assertThat(file)
        .hasContent(
            """
            # my searches
            profiles:
              - name: Berlin          # home
                titles:
                  - Cook
                  # - Baker, some day
                locations: [Berlin]   # and around
                mission_tags: [animals]

                # not too many
                results_per_board: 20
                remote: [hybrid]
                employers: {lever: [acme]}
              - {name: Other, titles: [Nurse]}
            notion: keep
            """);
  }

  @Test
  void anOlderNameIsReplacedByTheNewOne() throws Exception {
    write(
        "profiles:\n- job_titles: [Cook]\n  name: Berlin\n  custom_boards: [adzuna]\n  boards: [x-y]\n");
    save(all().getFirst().withTitles(List.of("Baker: early")).withBoards(List.of("lever")));
    assertThat(file)
        .hasContent(
            """
            profiles:
            - titles:
                - "Baker: early"
              name: Berlin
              boards:
                - lever
            """);
  }

  @Test
  void aNewProfileIsAddedBelowTheOthers() throws Exception {
    write("profiles:\n  - name: Berlin\n    titles: [Cook]\n\n# the end\n");
    save(SearchProfile.of("Köln #2", List.of("C++ Developer"), List.of("Köln")));
    assertThat(all()).hasSize(2);
    assertThat(file)
        .content()
        .startsWith(
            "profiles:\n  - name: Berlin\n    titles: [Cook]\n  - name: \"Köln #2\"\n    titles:\n")
        .endsWith("\n\n# the end\n");
  }

  @Test
  void aStyleThatCannotBeEditedByLinesIsWrittenAnewAndTheOldFileKept() throws Exception {
    String before = "{profiles: [{name: Berlin, titles: [Cook]}], mine: 1}\n";
    write(before);
    save(all().getFirst().withTitles(List.of("Baker")));
    assertThat(all().getFirst().titles()).containsExactly("Baker");
    assertThat(file.resolveSibling("search_profiles.yaml.before")).hasContent(before);
  }

  @Test
  void aRemovedProfileTakesOnlyItsLinesAway() throws Exception {
    write("profiles:\n  - name: A\n    titles: [Cook]\n  # about B\n  - name: B\n");
    in(() -> profiles.remove("A"));
    assertThat(file).hasContent("profiles:\n  # about B\n  - name: B\n");
    in(() -> profiles.remove("B"));
    assertThat(all()).isEmpty();
  }

  @Test
  void theFirstFileIsReadAsItWasSaved() throws Exception {
    SearchProfile profile =
        SearchProfile.of("Off", List.of("null", "- a", "say \"hi\" \\ \t"), List.of("Zürich"))
            .withExcludedWords(
                List.of(
                    new ExcludedWord("#1", ExcludedWord.In.BOTH),
                    new ExcludedWord("on", ExcludedWord.In.DESCRIPTION)))
            .withMaxAge(Optional.of(Duration.ofHours(30)));
    save(profile);
    assertThat(all()).containsExactly(profile);
  }

  @Test
  void theCommittedExampleIsReadable() throws Exception {
    Files.copy(Path.of("../config/search_profiles.yaml.example"), file);
    assertThat(all()).extracting(SearchProfile::name).containsExactly("Backend in Berlin");
  }

  private List<SearchProfile> all() throws Exception {
    return new Tenant("t", home).call(profiles::all);
  }

  private void save(SearchProfile profile) {
    in(() -> profiles.save(profile));
  }

  private void in(Runnable work) {
    new Tenant("t", home).run(work);
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }
}
