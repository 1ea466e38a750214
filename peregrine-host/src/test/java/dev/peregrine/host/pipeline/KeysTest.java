package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeysTest {

  @ParameterizedTest
  @CsvSource({
    "ACME GmbH, acme, true",
    "'Acme, Inc.', Acme, true",
    "Müller & Söhne GmbH & Co. KG, Mueller, false",
    "Müller & Söhne GmbH & Co. KG, Muller & Sohne, true",
    "AS Roma, AS Roma SpA, true",
    "Bankhaus Lau AG, bankhaus lau, true",
    "Acme Labs, Acme, false",
  })
  void companiesAreTheSameWithoutCaseAccentsAndLegalForm(String one, String other, boolean same) {
    assertThat(CompanyKey.of(Optional.of(one)).equals(CompanyKey.of(Optional.of(other))))
        .isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "Senior UX Writer (m/w/d), senior ux writer, true",
    "UX Writer (all genders), UX Writer m/f/x, true",
    "'Software Engineer, Backend', Backend Software Engineer, true",
    "Sr. Software Engineer (Remote), Senior Software Engineer, true",
    "Entwickler:in Java (w/m/d), Entwickler Java, true",
    "Projektleiter/-in Bau, Projektleiter Bau, true",
    "Senior Backend Engineer Payments Platform, Senior Backend Engineer Payments Platform Team, true",
    "Senior Software Engineer, Software Engineer, false",
    "Senior Backend Engineer Payments Platform, Backend Engineer Payments Platform, false",
    "Software Engineer II, Software Engineer III, false",
    "UX Writer, UX Designer, false",
    "C++ Developer, C# Developer, false",
    "C Developer, C++ Developer, false",
  })
  void titlesAreAlikeButForWhatSaysNothingAboutTheWork(String one, String other, boolean alike) {
    assertThat(TitleKey.of(one).isLike(TitleKey.of(other))).isEqualTo(alike);
    assertThat(TitleKey.of(other).isLike(TitleKey.of(one))).isEqualTo(alike);
    assertThat(TitleKey.parse(TitleKey.of(one).text())).isEqualTo(TitleKey.of(one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Berlin, Germany; ; Berlin; ; true",
        "München; ; Munich, Germany; ; true",
        "Greater Berlin Area; ; Berlin; ; true",
        "Berlin; ; Hamburg; ; false",
        "Berlin, Germany; ; Germany; ; true",
        "Germany; ; France; ; false",
        "Cambridge, United Kingdom; ; Cambridge, United States; ; false",
        "; ; Berlin; ; true",
        "Remote; REMOTE; Berlin; REMOTE; true",
        "Remote, Germany; REMOTE; Remote, France; REMOTE; false",
        "; REMOTE; Berlin; ON_SITE; false",
        "; REMOTE; Berlin; ; true",
        "Berlin|Hamburg; ; Hamburg|Köln; ; true",
      })
  void placesMayBeTheSameUnlessBothAreKnownAndDiffer(
      String one, RemoteMode remote, String other, RemoteMode otherRemote, boolean same) {
    assertThat(place(one, remote).couldBe(place(other, otherRemote))).isEqualTo(same);
    assertThat(place(other, otherRemote).couldBe(place(one, remote))).isEqualTo(same);
    PlaceKey key = place(one, remote);
    assertThat(PlaceKey.parse(key.text(), key.remote())).isEqualTo(key);
  }

  @Test
  void aCutTextTellsTheSameAsTheWholeOneAndAnotherDoesNot() {
    String whole = words(1, 400);
    assertThat(Shingles.of(whole).tellTheSameAs(Shingles.of(words(1, 60)))).isTrue();
    assertThat(Shingles.of(whole).tellTheSameAs(Shingles.of(words(200, 600)))).isFalse();
    assertThat(Shingles.of(words(200, 600)).tellTheSameAs(Shingles.of(whole))).isFalse();
    assertThat(Shingles.of(whole).areNearly(Shingles.of(words(1, 60)))).isFalse();
    assertThat(Shingles.of("Too few words to say anything").areFew()).isTrue();
    assertThat(Shingles.of("").areFew()).isTrue();
  }

  @Test
  void aTitleWithoutAWordIsStillOneLine() {
    assertThat(TitleKey.of("-\n*\r?").text()).isEqualTo("* - ?");
  }

  @Test
  void descriptionsBecomeLinesOfText() {
    assertThat(
            PlainText.of(
                "<h2>Your  job</h2><p>Write&nbsp;texts &amp; <b>test</b> them.</p><ul><li><p>One</p></li><li>Two</li></ul>"
                    + "<script>alert('x')</script><style>p {}</style>Line<br>break"))
        .isEqualTo("Your job\n\nWrite texts & test them.\n\n- One\n\n- Two\n\nLine\nbreak");
    assertThat(PlainText.of("no markup, 3 > 2")).isEqualTo("no markup, 3 > 2");
    assertThat(PlainText.of("<div>".repeat(20_000) + "deep")).isEqualTo("deep");
  }

  private static String words(int from, int to) {
    var text = new StringBuilder();
    for (int at = from; at <= to; at++) {
      text.append("word").append(at).append(' ');
    }
    return text.toString();
  }

  private static PlaceKey place(String text, RemoteMode remote) {
    List<Place> places =
        text == null
            ? List.of()
            : Arrays.stream(text.split("\\|")).flatMap(part -> Place.of(part).stream()).toList();
    return PlaceKey.of(places, Optional.ofNullable(remote));
  }
}
