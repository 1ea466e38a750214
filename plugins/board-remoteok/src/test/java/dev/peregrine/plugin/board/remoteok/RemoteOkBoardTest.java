package dev.peregrine.plugin.board.remoteok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.Searched;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteOkBoardTest extends JobBoardContract {

  private static final String NOTICE =
      "{\"last_updated\": 1790000000, \"legal\": \"Link back, please\"}";

  @Override
  protected JobBoard board() {
    return new RemoteOkBoard();
  }

  @Override
  protected String path() {
    return "/api";
  }

  @Override
  protected String row(int number) {
    return """
        {"slug": "remote-beekeeper-%1$d", "id": "%1$d", "epoch": 1785704722,
         "date": "2026-08-02T21:05:22+00:00", "company": "Bienenstock ÄG", "company_logo": "",
         "position": "Beekeeper %1$d", "tags": ["golang", "ops"],
         "description": "Mind the bees.", "location": "Graz, Austria",
         "apply_url": "https://remoteOK.com/remote-jobs/beekeeper-%1$d",
         "salary_min": 60000, "salary_max": 90000, "logo": "",
         "url": "https://remoteOK.com/remote-jobs/beekeeper-%1$d"}"""
        .formatted(9_000_000 + number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "[" + String.join(",", rows) + "]";
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "")
            .where(row -> row.text("legal").isEmpty())
            .value(HeldField.TITLE, "position")
            .value(HeldField.COMPANY, "company")
            .value(HeldField.PLACES, "location")
            .always(HeldField.REMOTE, "REMOTE")
            .value(HeldField.POSTED, "date", "epoch")
            .salary("salary_min", "salary_max", "currency", "period")
            .some(HeldField.DESCRIPTION, "description")
            .value(HeldField.TAGS, "tags")
            .value(PostingDetail.COMPANY_LOGO, "company_logo", "logo"));
  }

  @Test
  void theLegalNoticeIsNoPosting() throws InterruptedException {
    serveRows(NOTICE, row(1), row(2));

    Searched searched = search(query(10));

    assertThat(searched.ids()).containsExactly("9000001", "9000002");
    assertThat(searched.skipped()).isEmpty();
  }

  @Test
  void onlyTheLegalNoticeMeansNothingFound() throws InterruptedException {
    serveRows(NOTICE);

    Searched searched = search(query(10));

    assertThat(searched.postings()).isEmpty();
    assertThat(searched.failure()).isEmpty();
  }

  @Test
  void aRowBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo("9000007");
    assertThat(posting.title()).isEqualTo("Beekeeper 9000007");
    assertThat(posting.company()).contains("Bienenstock ÄG");
    assertThat(posting.url()).hasToString("https://remoteok.com/remote-jobs/beekeeper-9000007");
    assertThat(posting.applyUrl()).as("the same as the posting's address").isEmpty();
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 8, 2));
    assertThat(posting.places())
        .containsExactly(
            new Place("Graz, Austria", Optional.empty(), Optional.empty(), Optional.of("AT")));
    assertThat(posting.tags()).containsExactly("golang", "ops");
    assertThat(posting.details()).doesNotContainKey(PostingDetail.COMPANY_LOGO);
    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.annualMin().orElseThrow()).isEqualByComparingTo("60000");
    assertThat(salary.annualMax().orElseThrow()).isEqualByComparingTo("90000");
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("USD");
  }

  @Test
  void aRowNeedsOnlyIdTitleAndAddress() throws InterruptedException {
    Posting posting =
        only(
            """
            {"id": 12, "position": "Keeper", "url": "https://remoteok.com/remote-jobs/12",
             "salary_min": 0, "salary_max": "0", "location": ", ", "tags": null, "date": null,
             "description": "", "apply_url": "no address"}""");

    assertThat(posting)
        .isEqualTo(
            Posting.of("12", "Keeper", posting.url()).withRemote(Optional.of(RemoteMode.REMOTE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Leeds, '|Leeds",
        "'🌏 Worldwide'|Worldwide",
        "'Lyon, , France'|Lyon, France",
        "'null, Peru'|Peru"
      })
  void aPlaceIsCleaned(String written, String text) throws InterruptedException {
    assertThat(only(row(1).replace("Graz, Austria", written)).places())
        .extracting(Place::text)
        .containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Portland, ME|", "Atlanta, Georgia|", "Leeds, UK|GB", "Peru|PE", "Portland, USA|US"})
  void aCountryIsReadOnlyWhereItCanBeNothingElse(String written, String country)
      throws InterruptedException {
    assertThat(only(row(1).replace("Graz, Austria", written)).places().getFirst().country())
        .isEqualTo(Optional.ofNullable(country));
  }

  @Test
  void theEpochServesWhereTheDateIsMissing() throws InterruptedException {
    assertThat(only(row(1).replace("2026-08-02T21:05:22+00:00", "")).posted())
        .contains(LocalDate.of(2026, 8, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "Caf\u00c3\u00a9, Café",
    "It\u00e2\u0080\u0099s, It’s",
    "Café, Café",
    "Zürich, Zürich"
  })
  void utf8ReadAsLatin1IsRepairedAndOtherTextIsLeft(String sent, String meant)
      throws InterruptedException {
    assertThat(only(row(1).replace("Bienenstock ÄG", sent)).company()).contains(meant);
  }

  @Test
  void partsOfAMixedTextAreRepaired() {
    assertThat(RemoteOkText.repaired("It\u00e2\u0080\u0099s ’fine’ in Köln"))
        .isEqualTo("It’s ’fine’ in Köln");
    assertThat(RemoteOkText.repaired("cut off \u00e2\u0080")).isEqualTo("cut off \u00e2\u0080");
  }

  @Test
  void entitiesInATitleAreResolved() throws InterruptedException {
    assertThat(only(row(1).replace("Beekeeper", "R&amp;D &#8211; bees&nbsp;&lt;3")).title())
        .isEqualTo("R&D – bees <3 9000001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<br/><br/>Please mention the word **HONEY** and tag RQUJD== when applying to show you read"
            + " the job post completely (#RQUJD==). This is a beta feature to avoid spam applicants."
            + " Companies can search these words to find applicants that read this and see they're"
            + " human.",
        "\\n\\nPlease mention the word **HONEY** when applying to show you read the job post.",
        " please mention the word HONEY and tag RQUJD when applying to show you've read the job post"
            + " completely (#RQUJD)."
      })
  void theSentenceWithTheCodeWordIsTakenOut(String sentence) throws InterruptedException {
    assertThat(only(row(1).replace("Mind the bees.", "<p>Mind the bees." + sentence + "</p>")))
        .extracting(posting -> posting.description().orElseThrow())
        .isEqualTo("<p>Mind the bees.</p>");
  }

  @Test
  void anEmployersOwnWishStays() throws InterruptedException {
    String wish = "Please mention the word bee in your letter.";

    assertThat(only(row(1).replace("Mind the bees.", wish)).description()).contains(wish);
  }

  @Test
  void anAmountThatCannotBeAYearsIsNoSalary() throws InterruptedException {
    assertThat(only(row(1).replace("60000", "60").replace("90000", "90")).salary()).isEmpty();
  }

  @Test
  void itLooksLikeABrowserAndSaysWhoItIs() throws InterruptedException {
    only(row(1));

    assertThat(server().requests().getFirst().headers().get("user-agent"))
        .startsWith("Mozilla/5.0")
        .contains("Peregrine");
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
