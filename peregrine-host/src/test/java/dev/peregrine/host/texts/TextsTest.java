package dev.peregrine.host.texts;

import static dev.peregrine.host.texts.Numbers.money;
import static dev.peregrine.host.texts.Numbers.n;
import static dev.peregrine.host.texts.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  private static final Language GERMAN = Languages.named("de").orElseThrow();
  private static final Currency EURO = Currency.getInstance("EUR");

  private static String in(Language language, Supplier<String> said) {
    return language.calling(said::get);
  }

  @Test
  void aNumberChoosesThePluralAndIsWrittenAsTheLanguageDoes() {
    assertThat(t("times.days-ago", "days", 1)).isEqualTo("1 day ago");
    assertThat(t("times.days-ago", "days", 1200)).isEqualTo("1,200 days ago");
    assertThat(in(GERMAN, () -> t("times.days-ago", "days", 1))).isEqualTo("vor 1 Tag");
    assertThat(in(GERMAN, () -> t("times.days-ago", "days", 1200))).isEqualTo("vor 1.200 Tagen");
  }

  @Test
  void whatIsPutInIsNotReadAsAPattern() {
    assertThat(t("web.no-page", "path", "/{0} it's")).contains("/{0} it's");
  }

  @Test
  void aTextThatIsNowhereShowsItsKeyInsteadOfBreakingThePage() {
    assertThat(t("web." + "nobody-wrote-{this}")).isEqualTo("web.nobody-wrote-this");
  }

  @Test
  void numbersAndMoneyFollowTheLanguage() {
    BigDecimal amount = new BigDecimal("12345.50");
    assertThat(n(12_345)).isEqualTo("12,345");
    assertThat(money(amount, EURO)).isEqualTo("€12,345.50");
    assertThat(in(GERMAN, () -> n(12_345))).isEqualTo("12.345");
    assertThat(in(GERMAN, () -> money(amount, EURO))).isEqualTo("12.345,50\u00a0€");
    assertThat(in(GERMAN, () -> money(new BigDecimal(60_000), new BigDecimal(75_000), EURO)))
        .isEqualTo("60.000–75.000\u00a0€");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|de",
        "de-AT,de;q=0.9,en;q=0.8|de",
        "fr,de;q=0.5|de",
        "fr|en",
        "en-US,en;q=0.9,de;q=0.8|en",
        "''|en",
        "*;q=x,;;|en"
      })
  void theBrowsersWishesChooseAmongTheLanguagesThatThereAre(String asked, String tag) {
    assertThat(Languages.asked(asked).tag()).isEqualTo(tag);
  }

  @Test
  void theMirroredLanguageRunsFromTheRightAndSaysWhatEnglishSays() {
    Language mirrored = Languages.named("ar-XB").orElseThrow();
    assertThat(mirrored.direction()).isEqualTo("rtl");
    assertThat(GERMAN.direction()).isEqualTo("ltr");
    assertThat(in(mirrored, () -> t("web.undo"))).contains("Undo");
    assertThat(in(Languages.named("en-XA").orElseThrow(), () -> t("times.days-ago", "days", 3)))
        .isEqualTo("[3 ðåýš åĝö ~~~~]".replace("ð", "d").replace("å", "á"));
  }
}
