package dev.peregrine.host.letters;

import dev.peregrine.host.resumes.Work;
import java.util.List;

/** In German. */
record GermanPhrases(LetterStyle.Tone tone) implements Phrases {

  @Override
  public String salutation(Recipient recipient) {
    return recipient
        .person()
        .map(name -> "Guten Tag " + name + ",")
        .orElse(tone == LetterStyle.Tone.FORMAL ? "Sehr geehrte Damen und Herren," : "Guten Tag,");
  }

  @Override
  public String opening(Recipient recipient) {
    String title = recipient.vacancy().title();
    String at =
        recipient.agency().isPresent()
            ? recipient
                .employer()
                .map(name -> " bei Ihrem Kunden " + name)
                .orElse(" bei Ihrem Kunden")
            : recipient.employer().map(name -> " bei " + name).orElse("");
    String begin =
        switch (tone) {
          case PLAIN -> "ich bewerbe mich auf die Stelle „%s“%s.";
          case WARM ->
              "über Ihre Anzeige habe ich mich gefreut: Ich bewerbe mich auf die Stelle „%s“%s.";
          case FORMAL -> "hiermit bewerbe ich mich auf die ausgeschriebene Stelle „%s“%s.";
        };
    return begin.formatted(title, at)
        + " [Warum diese Arbeit und dieser Arbeitgeber: ein oder zwei Sätze in eigenen Worten.]";
  }

  @Override
  public String first(Work work, String bullet) {
    String where = work.name().map(name -> " bei " + name).orElse("");
    String as = work.position().map(title -> " als " + title).orElse("");
    return "Aus meiner Arbeit" + as + where + ": " + bullet + end(bullet);
  }

  @Override
  public String next(String bullet) {
    return "Ebenso: " + bullet + end(bullet);
  }

  private static String end(String bullet) {
    return bullet.matches("(?s).*[.!?]\\s*") ? "" : ".";
  }

  @Override
  public String answered(List<String> skills) {
    return "Von dem, was Sie suchen, bringe ich mit: " + EnglishPhrases.list(skills, " und ") + ".";
  }

  @Override
  public String nothingFound() {
    return "[Was du getan hast, das dieser Arbeitgeber braucht: zwei oder drei Sätze. Nichts in deinem"
        + " Lebenslauf verwendet die Wörter der Anzeige.]";
  }

  @Override
  public String ending() {
    return switch (tone) {
      case PLAIN -> "Ich freue mich auf ein Gespräch.";
      case WARM -> "Ich freue mich sehr darauf, Sie und das Team kennenzulernen.";
      case FORMAL -> "Über die Einladung zu einem Gespräch freue ich mich.";
    };
  }

  @Override
  public String closing() {
    return tone == LetterStyle.Tone.WARM ? "Herzliche Grüße" : "Mit freundlichen Grüßen";
  }

  @Override
  public String ownName() {
    return "[Dein Name]";
  }
}
