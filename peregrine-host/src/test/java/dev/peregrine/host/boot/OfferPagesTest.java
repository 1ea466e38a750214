package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offers, noted and compared, without script. */
class OfferPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;
  private List<Long> ids;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    ids = world.seed();
    world.as(() -> world.jobs.move(ids.subList(0, 3), Stage.OFFER, Optional.empty()));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String path(int number) {
    return "/interviews/%d/offer".formatted(ids.get(number));
  }

  private HttpResponse<String> save(int number, Map<String, String> fields) throws Exception {
    var all = new HashMap<String, String>();
    Document form = browser.open(path(number));
    form.select("form[action$=/offer] [name]")
        .forEach(field -> all.put(field.attr("name"), field.val()));
    all.putAll(fields);
    return browser.submit(path(number), all);
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void anOfferIsNotedShownAsAYearAndTakenBack() throws Exception {
    Document page = after(save(0, Map.of("amount", "5,500", "currency", "EUR", "period", "MONTH")));
    assertThat(page.select(".note.positive").text()).contains("€66,000 a year");
    assertThat(page.select(".worktabs [aria-current]").text()).contains("Offer noted");
    Document back = after(browser.submit(page.select("#toasts form").attr("action"), Map.of()));
    assertThat(back.select(".note.positive")).isEmpty();
  }

  @Test
  void offersStandBesideEachOtherAndSayInWhatEachIsTheBetterOne() throws Exception {
    assertThat(browser.open("/interviews/offers").text()).contains("No offer yet");
    save(0, Map.of("amount", "66000", "currency", "EUR", "period", "YEAR", "holidays", "30"));
    save(1, Map.of("amount", "6000", "currency", "EUR", "period", "MONTH", "holidays", "28"));
    save(2, Map.of("amount", "120000", "currency", "USD", "period", "YEAR", "holidays", ""));
    Document page = browser.open("/interviews/offers");
    assertThat(page.select(".offers thead th")).hasSize(3);
    assertThat(page.text()).contains("The offers are in 2 currencies");
    assertThat(page.select("tr:contains(A year) .tag").eachText()).containsExactly("pays most");
    assertThat(page.select("tr:contains(A year) td:has(.tag)").text()).contains("€72,000");
    assertThat(page.select("tr:contains(Days of holiday) td:has(.tag)").text()).contains("30 days");
  }

  @Test
  void theSecondWindowIsToldAndBothWordingsAreThere() throws Exception {
    var stale = Map.of("version", "0", "amount", "70000", "currency", "EUR", "notes", "mine");
    save(0, Map.of("amount", "66000", "currency", "EUR", "notes", "theirs"));
    HttpResponse<String> answer = browser.submit(path(0), stale);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Another window saved").contains("theirs").contains("mine");
    Document form = org.jsoup.Jsoup.parse(answer.body());
    var again = new HashMap<>(stale);
    again.put("version", form.select("form[action$=/offer] [name=version]").val());
    assertThat(after(browser.submit(path(0), again)).select("[name=notes]").val())
        .isEqualTo("mine");
  }

  @Test
  void whatIsNoAmountIsSaidAndTheFormKeepsWhatWasTyped() throws Exception {
    HttpResponse<String> answer =
        save(0, Map.of("amount", "a lot", "currency", "EUR", "benefits", "a bicycle"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("a lot").contains("is no amount").contains("a bicycle");
  }

  @Test
  void theDayToAnswerStandsOnTheBoardAndIsRemindedOf() throws Exception {
    save(0, Map.of("amount", "66000", "currency", "EUR", "answer_by", "2026-03-15"));
    assertThat(browser.open("/interviews").select(".tiles[data-lane=offer]").text())
        .contains("3 days to think")
        .contains("€66,000 a year");
    assertThat(browser.open("/today").text()).contains("3 days are left to answer the offer");
  }

  @Test
  void anOfferThatIsTakenAwayComesBackByUndo() throws Exception {
    Document page = after(save(0, Map.of("amount", "66000", "currency", "EUR")));
    String version = page.select("form[action$=/remove] [name=version]").val();
    Document gone = after(browser.submit(path(0) + "/remove", Map.of("version", version)));
    assertThat(gone.select("form[action$=/remove]")).isEmpty();
    Document back = after(browser.submit(gone.select("#toasts form").attr("action"), Map.of()));
    assertThat(back.select(".note.positive").text()).contains("€66,000");
  }
}
