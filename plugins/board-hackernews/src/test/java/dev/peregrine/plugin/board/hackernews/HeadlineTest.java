package dev.peregrine.plugin.board.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadlineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Acme | Baker Lead | Bern | REMOTE                        ; Acme        ; Baker Lead
          Acme https://acme.example/ | Baking Engineer | Bern      ; Acme        ; Baking Engineer
          Acme (acme.example) - Bread for dogs | Bern | Engineer   ; Acme        ; Engineer
          Acme (YC W21) | Engineers (baking, milling) | Bern       ; Acme        ; Engineers (baking, milling)
          Acme | Oven Developer | Bread Designer | REMOTE          ; Acme        ; Oven Developer, Bread Designer
          acme.example | Remote | Baker Manager                    ; acme.example; Baker Manager
          Senior Baking Developer | Remote | Full-Time             ;             ; Senior Baking Developer
          REMOTE | Acme | Senior Engineer                          ; Acme        ; Senior Engineer
          Bern, Switzerland | Acme | Senior Engineer               ; Acme        ; Senior Engineer
          Recruiter Software | Senior Engineer | Bern              ; Recruiter Software ; Senior Engineer
          Acme is hiring a Baking Engineer | Bern                  ; Acme        ; Baking Engineer
          Acme - Baking Engineer - Bern                            ; Acme        ; Baking Engineer
          Acme | https://acme.example | Bern | Onsite              ; Acme        ;
          Acme | Rust, Clojure | Remote                            ; Acme        ;
          """)
  void companyAndRolesAreTold(String line, String company, String roles) {
    var headline = Headline.of(line);
    assertThat(headline.company().orElse(null)).isEqualTo(company);
    assertThat(headline.roles().isEmpty() ? null : String.join(", ", headline.roles()))
        .isEqualTo(roles);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Acme | Engineer | New York, NY | Onsite          ; New York, NY         ; ON_SITE ;
          Acme | Engineer | Remote (US only)               ; Remote (US only)     ; REMOTE  ; US
          Acme | Engineer | Remote - UK/EU                 ; Remote - UK/EU       ; REMOTE  ; UK/EU
          Acme | Engineer | SF, Remote (North America)     ; SF, Remote (North America) ; REMOTE ; North America
          Acme | Engineer | REMOTE | Worldwide             ; Worldwide            ; REMOTE  ;
          Acme | Engineer | Remote (CET ± 3h)              ;                      ; REMOTE  ;
          Acme | Engineer | Hybrid (2 days on-site in SF)  ; Hybrid (2 days on-site in SF) ; HYBRID ;
          Acme | Engineer | Bern | No remote               ; Bern                 ; ;
          Acme | Engineer (Remote) | Full-time             ;                      ; REMOTE  ;
          Acme | Remote Sensing Engineer | Bern            ; Bern                 ; ;
          Acme | Engineer | Golang / React | Visa possible ;                      ; ;
          Acme | Engineer | Remote-friendly, fully async   ;                      ; REMOTE  ;
          Acme | Engineer | Bern, Switzerland - We wait for cheese ; Bern, Switzerland ; ;
          Acme | Engineer | Remote (although mostly in NYC) ; Remote (although mostly in NYC) ; REMOTE ;
          Acme | Engineer | Onsite (Uppsala, SWE) or remote ; Onsite (Uppsala, SWE) or remote ; REMOTE ;
          Acme | Engineer | Remote (preferred CET ± 3h)    ;                      ; REMOTE  ;
          Acme | Engineer | - We wait for cheese in Bern   ;                      ; ;
          Acme | Engineer | Onsite in Kleinkäsingen        ; Onsite in Kleinkäsingen ; ON_SITE ;
          Acme | Engineer | IT | Biotech                   ;                      ; ;
          """)
  void placesAndModesAreTold(String line, String places, String mode, String from) {
    var headline = Headline.of(line);
    assertThat(headline.places().stream().map(Place::text).collect(Collectors.joining("; ")))
        .isEqualTo(places == null ? "" : places);
    assertThat(headline.remote().map(RemoteMode::name).orElse(null)).isEqualTo(mode);
    assertThat(headline.remoteFrom().orElse(null)).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Acme | Engineer | Full-time | $170-225K + equity       ; FULL_TIME           ; 170000 225000 USD YEAR
          Acme | Engineer | Full time or full time contract      ; FULL_TIME, CONTRACT ;
          Acme | Engineer | FT | €60-100k                        ; FULL_TIME           ; 60000 100000 EUR YEAR
          Acme | Engineering Intern | $40 - $50 per hour         ; INTERNSHIP          ; 40 50 USD HOUR
          Acme | Contract Manager | $5M seed                     ;                     ;
          Acme | Engineer | 150-250k + equity                    ;                     ;
          Acme | Engineer | Series A ($20M raised)               ;                     ;
          Acme | Engineer | Full-time Salary: 45-70 USD per hour ; FULL_TIME           ; 45 70 USD HOUR
          """)
  void employmentAndPayAreTold(String line, String types, String pay) {
    var headline = Headline.of(line);
    assertThat(
            headline.employmentTypes().stream()
                .map(EmploymentType::name)
                .collect(Collectors.joining(", ")))
        .isEqualTo(types == null ? "" : types);
    assertThat(
            headline
                .salary()
                .map(
                    salary ->
                        "%s %s %s %s"
                            .formatted(
                                salary.min().orElse(null),
                                salary.max().orElse(null),
                                salary.currency(),
                                salary.period()))
                .orElse(null))
        .isEqualTo(pay);
  }
}
