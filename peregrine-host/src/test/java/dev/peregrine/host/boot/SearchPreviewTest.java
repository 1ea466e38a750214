package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.ExcludedWord;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.discovery.ProfileTrial;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search would keep is seen while it is typed; places are found; searches are copied. */
class SearchPreviewTest {

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static Posting posting(int number, String title, String text) {
    return Posting.of("p" + number, title, URI.create("https://jobs.example.com/" + number))
        .withCompany(Optional.of("Company " + number))
        .withDescription(Optional.of(text));
  }

  private void store(Posting... postings) throws Exception {
    var found = new ArrayList<Found>();
    for (Posting posting : postings) {
      found.add(new Found(posting, "village", OptionalLong.empty(), Optional.empty()));
    }
    world.as(() -> world.jobs.store(found));
  }

  private void four() throws Exception {
    store(
        posting(1, "Product designer", "Design systems for Salesforce."),
        posting(2, "Senior product designer", "Close to sales and customers."),
        posting(3, "Product designer, intern", "A first step."),
        posting(4, "Baker", "Bread from four in the morning."));
  }

  private Document preview(Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.putIfAbsent("old", "");
    all.putIfAbsent("name", "");
    all.putIfAbsent("schedule", "off");
    HttpResponse<String> answer = browser.submit("/search/preview", all);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  @Test
  void whatASearchWouldKeepAndWhatEachWordHidesIsShownWhileItIsTyped() throws Exception {
    four();
    Document shown =
        preview(
            Map.of(
                "titles", "Product designer",
                "not-title", "intern",
                "not-anywhere", "sales\nunpaid"));
    assertThat(shown.select("#preview p").text()).isEqualTo("It keeps 1 of the 4 stored jobs.");
    assertThat(shown.select("#preview li").eachText())
        .containsExactlyInAnyOrder(
            "“intern” in the title hides 1",
            "“sales” hides 1",
            "“unpaid” hides none of the rest",
            "Another title: 1");
  }

  @Test
  void whatIsNeverShownIsNotKept() throws Exception {
    four();
    java.nio.file.Files.writeString(
        home.resolve("config/blocklist.yaml"), "companies: [Company 1]\n");
    assertThat(preview(Map.of("titles", "Product designer")).select("#preview").text())
        .contains("It keeps 2 of the 4", "Never shown: 1");
  }

  @Test
  void withoutStoredJobsItSaysSo() throws Exception {
    assertThat(preview(Map.of("titles", "Baker")).select("#preview").text())
        .contains("No job is stored yet");
  }

  @Test
  void whatCannotBeUnderstoodYetIsNoError() throws Exception {
    four();
    assertThat(preview(Map.of("pay", "much", "currency", "EUR")).select("#preview").text())
        .contains("once what is marked was corrected");
  }

  @Test
  void ofManyJobsAnEvenSampleIsTriedAndCalledOne() throws Exception {
    var many = new ArrayList<Posting>();
    for (int number = 0; number < 2_400; number++) {
      many.add(
          posting(
              number,
              number % 4 == 0 ? "Baker " + number : "Product designer " + number,
              "Number " + number + " of the village's many, told apart."));
    }
    store(many.toArray(Posting[]::new));
    ProfileTrial.Outcome outcome =
        world.as(
            () ->
                new ProfileTrial(world.jobs, InstantSource.fixed(World.NOW))
                    .of(
                        SearchProfile.of("x", List.of("Product designer"), List.of())
                            .withExcludedWords(
                                List.of(new ExcludedWord("absent", ExcludedWord.In.BOTH))),
                        Blocklist.NONE));
    assertThat(outcome.all()).isEqualTo(2_400);
    assertThat(outcome.tried()).isBetween(550, 600);
    assertThat(outcome.isExact()).isFalse();
    assertThat(outcome.ofAll(outcome.kept())).isBetween(1_650L, 1_950L);
    assertThat(preview(Map.of("titles", "Product designer")).select("#preview p").text())
        .matches("It keeps about 1,[678]00 of the 2,400 stored jobs, by an even sample of [0-9]+.");
  }

  @Test
  void aJobThatComesIsCountedAtOnce() throws Exception {
    four();
    preview(Map.of("titles", "Baker"));
    store(posting(5, "Baker", "Rolls."));
    assertThat(preview(Map.of("titles", "Baker")).select("#preview p").text())
        .isEqualTo("It keeps 2 of the 5 stored jobs.");
  }

  @Test
  void placesAreFoundAsTheyAreTyped() throws Exception {
    Document found = browser.open("/search/places?place=m%C3%BCnch");
    assertThat(found.select("[role=option]").first().attr("data-value"))
        .isEqualTo("München, Germany");
    assertThat(found.select("[role=option]").first().text()).contains("Munich");
    assertThat(
            browser.open("/search/places?place=xqzzy").select("[role=listbox]").attr("data-said"))
        .contains("can be added all the same");
  }

  @Test
  void withoutScriptAPlaceIsAddedWhenTheSearchIsSaved() throws Exception {
    browser.submit(
        "/search",
        Map.of(
            "old",
            "",
            "seen",
            "",
            "name",
            "South",
            "titles",
            "Baker",
            "locations",
            "Ulm",
            "place",
            "München, Germany",
            "board",
            "village",
            "schedule",
            "off"));
    assertThat(world.as(() -> world.profiles.find("South")).orElseThrow().locations())
        .containsExactly("Ulm", "München, Germany");
  }

  @Test
  void aSearchIsCopiedUnderANameOfItsOwn() throws Exception {
    world.as(
        () -> {
          world.profiles.save(SearchProfile.of("South", List.of("Baker"), List.of("Ulm")));
          return true;
        });
    Document copy = browser.open("/search?copy=South");
    assertThat(copy.select("[name=name]").attr("value")).isEqualTo("South, copy");
    assertThat(copy.select("[name=titles]").text()).isEqualTo("Baker");
    assertThat(copy.select("[name=old]").attr("value")).isEmpty();
  }

  @Test
  void payKeepsItsPeriod() throws Exception {
    browser.submit(
        "/search",
        Map.of(
            "old",
            "",
            "seen",
            "",
            "name",
            "South",
            "pay",
            "25.50",
            "currency",
            "eur",
            "period",
            "hour",
            "board",
            "village",
            "schedule",
            "off"));
    assertThat(java.nio.file.Files.readString(home.resolve("config/search_profiles.yaml")))
        .contains("min_pay: {amount: 25.50, currency: EUR, period: hour}");
    Document page = browser.open("/search");
    assertThat(page.select("[name=pay]").attr("value")).isEqualTo("25.5");
    assertThat(page.select("[name=period] [selected]").attr("value")).isEqualTo("hour");
  }

  @Test
  void kindsOfContractAreChosenAndKept() throws Exception {
    world.as(
        () -> {
          world.profiles.save(
              SearchProfile.of("Bakers", List.of("Baker"), List.of())
                  .withEmploymentTypes(Set.of(EmploymentType.VOLUNTEER)));
          return null;
        });
    Document form = browser.open("/search");
    assertThat(form.select("input[name=type][checked]").eachAttr("value"))
        .containsExactly("volunteer");
    var fields = new LinkedHashMap<String, List<String>>();
    form.select("form[action=/search] input[type=hidden]")
        .forEach(input -> fields.put(input.attr("name"), List.of(input.attr("value"))));
    fields.put("name", List.of("Bakers"));
    fields.put("schedule", List.of("off"));
    fields.put("board", List.of("village"));
    fields.put("type", List.of("part-time", "working-student", "nonsense"));
    String body =
        fields.entrySet().stream()
            .flatMap(field -> field.getValue().stream().map(v -> Map.of(field.getKey(), v)))
            .map(Browser::encoded)
            .collect(Collectors.joining("&"));
    assertThat(browser.send("/search", body).statusCode()).isEqualTo(303);
    assertThat(world.as(() -> world.profiles.all().getFirst().employmentTypes()))
        .containsExactlyInAnyOrder(EmploymentType.PART_TIME, EmploymentType.WORKING_STUDENT);
    assertThat(browser.open("/search").select("input[name=type]")).hasSize(8);
  }

  @Test
  void villagesOfStoredJobsAreSuggestedAfterTheCities() throws Exception {
    store(
        posting(1, "Baker", "Bread")
            .withPlaces(List.of(Place.parse("Bad Fallingbostel").orElseThrow())),
        posting(2, "Cook", "Soup").withPlaces(List.of(Place.parse("Berlin").orElseThrow())));
    Document found = browser.open("/search/places?place=fall");
    assertThat(found.select("[role=option]").eachText()).contains("Bad Fallingbostel1 job here");
    assertThat(
            browser
                .open("/search/places?place=berli")
                .select("[role=option]")
                .eachAttr("data-value"))
        .contains("Berlin, Germany")
        .doesNotContain("Berlin");
    assertThat(browser.open("/search/places?place=%25").select("[role=option]")).isEmpty();
  }
}
