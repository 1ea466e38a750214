package dev.peregrine.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers are read. */
class ViewsTest {

  private static ReadReply reply(String type, byte[] body) {
    return new ReadReply(
        200, HttpUrl.get("http://a.test/x?key=s3cret"), Headers.of("content-type", type), body);
  }

  private static ReadReply reply(String type, String body) {
    return reply(type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Json json(String text) throws ExtensionException {
    return JsonView.of(text, "a.test");
  }

  @Test
  void aStringCanBeTakenWithItsBlanks() {
    Json json = JsonView.within("{\"piece\": \" null \", \"empty\": \"\", \"number\": 7}");

    assertThat(json.at("piece").verbatim()).contains(" null ");
    assertThat(json.at("empty").verbatim()).contains("");
    assertThat(json.at("number").verbatim()).isEmpty();
    assertThat(json.at("absent").verbatim()).isEmpty();
  }

  @Test
  void numbersAreReadFromStringsAndTextFromNumbers() throws Exception {
    Json row = json("{\"pay\": \"75.00\", \"max\": 90.50, \"id\": 17, \"on\": \"True\"}");

    assertThat(row.at("pay").number()).contains(new BigDecimal("75.00"));
    assertThat(row.at("max").text()).contains("90.50");
    assertThat(row.at("id").text()).contains("17");
    assertThat(row.at("on").flag()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "\"null\"", "\"NaN\"", "NaN", "\"  \"", "\"\\u00a0\"", "{}", "[]"})
  void carelessNothingsAreNothing(String value) throws Exception {
    Json row = json("{\"a\": " + value + "}");

    assertThat(row.at("a").text()).isEmpty();
    assertThat(row.at("a").number()).isEmpty();
    assertThat(row.at("a").flag()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "\"1e999999999\"", "1e-999999999"})
  void numbersThatNobodyCouldHandleAreNothing(String value) throws Exception {
    assertThat(json(value).number()).isEmpty();
    assertThat(json(value).at("x").number()).isEmpty();
  }

  @Test
  void aPathSaysWhereAValueIs() throws Exception {
    Json salary = json("{\"jobs\":[{},{\"salary\":{}}]}").at("jobs").at(1).at("salary");

    assertThat(salary.path()).isEqualTo("jobs[1].salary");
    assertThat(salary.isObject()).isTrue();
    assertThat(salary.at("min").at(3).at("x").path()).isEqualTo("jobs[1].salary.min[3].x");
    assertThat(salary.at("min").isPresent()).isFalse();
    assertThat(salary.at(-1).isPresent()).isFalse();
  }

  @Test
  void itemsAreThoseOfArraysAndOfObjects() throws Exception {
    Json row = json("{\"b\":[1,2],\"a\":3}");

    assertThat(row.names()).containsExactly("b", "a");
    assertThat(row.items()).extracting(Json::path).containsExactly("b", "a");
    assertThat(row.at("b").items()).extracting(Json::number).hasSize(2).doesNotContainNull();
    assertThat(row.at("a").items()).isEmpty();
  }

  @Test
  void rawLineBreaksInStringsAreForgiven() throws Exception {
    assertThat(json("{\"a\":\"one\ntwo\"}").at("a").text()).contains("one\ntwo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "hello", "{\"a\":", "{\"a\":1}}", "<data/>"})
  void whatIsNotJsonIsAChange(String body) {
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> reply("application/json", body).json())
        .matches(e -> e.kind() == Kind.CHANGED_REMOTE)
        .withMessageStartingWith("\"a.test\" answered with ");
  }

  @Test
  void aDeepDocumentIsRefusedInsteadOfExhaustingTheStack() {
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> json("[".repeat(100_000)))
        .matches(e -> e.kind() == Kind.CHANGED_REMOTE);
  }

  @Test
  void aDocumentOfTooManyPartsIsRefused() {
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> json("[" + "1,".repeat(3_000_001) + "1]"))
        .matches(e -> e.kind() == Kind.CHANGED_REMOTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Are you human?</body></html>",
        "\n  <html><title>Sign in</title></html>",
        "<!-- x --><?xml version=\"1.0\"?><!doctype HTML><html></html>",
        "<div>Access denied</div>"
      })
  void aPageWhereDataShouldBeIsARefusal(String body) {
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> reply("text/html; charset=utf-8", body).json())
        .matches(e -> e.kind() == Kind.REFUSED)
        .withMessage(
            "\"a.test\" answered with a web page where data was expected: it may be blocking automated access. Open it in a browser to see what it wants.");
  }

  @Test
  void aFeedServedAsAPageIsStillAFeed() throws Exception {
    Markup feed = reply("text/html", "<rss><item><pubDate>x</pubDate></item></rss>").xml();

    assertThat(feed.text("item > pubDate")).contains("x");
    assertThat(feed.first("pubDate").orElseThrow().name()).isEqualTo("pubDate");
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> reply("application/xml", "<!doctype html><p>").xml())
        .matches(e -> e.kind() == Kind.REFUSED);
  }

  @Test
  void textIsReadInTheCharacterSetThatIsDeclared() {
    Charset latin = Charset.forName("windows-1252");
    assertThat(reply("text/plain; charset=ISO-8859-1", "Köln €".getBytes(latin)).text())
        .isEqualTo("Köln €");
    assertThat(reply("text/html", "<meta charset='windows-1252'>Köln".getBytes(latin)).text())
        .endsWith("Köln");
    assertThat(
            reply("text/xml", "<?xml version='1.0' encoding='ISO-8859-1'?>ö".getBytes(latin))
                .text())
        .endsWith("ö");
    assertThat(reply("text/plain; charset=nonsense", "Köln").text()).isEqualTo("Köln");
    assertThat(reply("text/plain", "Köln").text()).isEqualTo("Köln");
  }

  @Test
  void aByteOrderMarkDecidesAndDisappears() throws Exception {
    assertThat(
            reply("application/json; charset=iso-8859-1", "\ufeff{\"a\":\"ö\"}")
                .json()
                .at("a")
                .text())
        .contains("ö");
    byte[] wide = "\ufeffhi".getBytes(StandardCharsets.UTF_16LE);
    assertThat(reply("text/plain", wide).text()).isEqualTo("hi");
  }

  @Test
  void brokenBytesBecomeReplacementCharacters() {
    assertThat(reply("text/plain", new byte[] {'a', (byte) 0xff, 'b'}).text())
        .isEqualTo("a\ufffdb");
  }

  @Test
  void markupIsReadAsBrowsersDo() {
    Markup page = reply("text/html", "<ul><li class=x> one <b>two</b><li>").html();

    assertThat(page.text("li.x")).contains("one two");
    assertThat(page.select("li")).hasSize(2);
    assertThat(page.first("li:last-child").orElseThrow().text()).isEmpty();
    assertThat(page.first("li").orElseThrow().select("li")).isEmpty();
    assertThat(page.first("li").orElseThrow().attribute("class")).contains("x");
    assertThat(page.first("li").orElseThrow().inner()).contains("<b>two</b>");
  }

  @Test
  void aDeepPageIsReadWithoutExhaustingTheStack() {
    Markup page = reply("text/html", "<div>".repeat(100_000) + "deep").html();

    assertThat(page.text()).contains("deep");
    assertThat(page.inner()).contains("deep");
    assertThat(MarkupView.xml("<a>".repeat(100_000) + "deep", "").text()).contains("deep");
  }

  @Test
  void aSelectorThatIsNoneIsABug() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> reply("text/html", "<p>").html().select("p["))
        .withMessage("Selector \"p[\": expected a CSS selector that jsoup knows.");
  }
}
