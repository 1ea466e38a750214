package dev.peregrine.host.letters;

import dev.peregrine.host.resumes.Work;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** In English. */
record EnglishPhrases(LetterStyle.Tone tone) implements Phrases {

  /** A verb in the past, as bullets begin: with "I" before it, it is a sentence. */
  private static final Pattern PAST =
      Pattern.compile(
          "^(?:\\p{L}+ly )?(?:\\p{L}{2,}ed|built|cut|led|ran|won|wrote|grew|drove|made|taught|sold|set|"
              + "brought|held|kept|oversaw|took|spoke|gave|found|rebuilt|rewrote|began|chose)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public String salutation(Recipient recipient) {
    String to =
        recipient
            .person()
            .or(() -> recipient.agency().map(agency -> agency + " Recruiting Team"))
            .or(() -> recipient.employer().map(name -> "Hiring Team at " + name))
            .orElse("Hiring Team");
    return "Dear " + to + ",";
  }

  @Override
  public String opening(Recipient recipient) {
    String title = recipient.vacancy().title();
    String at =
        recipient.agency().isPresent()
            ? recipient
                .employer()
                .map(name -> " with your client " + name)
                .orElse(" with your client")
            : recipient.employer().map(name -> " at " + name).orElse("");
    String begin =
        switch (tone) {
          case PLAIN -> "I am applying for the position of %s%s.";
          case WARM -> "I was glad to find your posting and would like to apply as %s%s.";
          case FORMAL -> "Please accept this letter as my application for the position of %s%s.";
        };
    return begin.formatted(title, at)
        + " [Why this work and this employer: one or two sentences in your own words.]";
  }

  @Override
  public String first(Work work, String bullet) {
    Optional<String> where = work.name().map(name -> "At " + name);
    String as = work.position().map(title -> " as " + title).orElse("");
    String start =
        where
            .map(at -> at + as)
            .orElse(work.position().map(title -> "As " + title).orElse("In my work"));
    return PAST.matcher(bullet).matches()
        ? start + ", I " + lower(bullet) + end(bullet)
        : start + ", my work included this: " + bullet + end(bullet);
  }

  @Override
  public String next(String bullet) {
    return PAST.matcher(bullet).matches()
        ? "I also " + lower(bullet) + end(bullet)
        : "It included this, too: " + bullet + end(bullet);
  }

  private static String lower(String bullet) {
    return bullet.substring(0, 1).toLowerCase(Locale.ENGLISH) + bullet.substring(1);
  }

  private static String end(String bullet) {
    return bullet.matches("(?s).*[.!?]\\s*") ? "" : ".";
  }

  @Override
  public String answered(List<String> skills) {
    return "Of what you ask for, I bring " + list(skills, " and ") + ".";
  }

  static String list(List<String> names, String and) {
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + and + names.getLast();
  }

  @Override
  public String nothingFound() {
    return "[What you did that this employer needs: two or three sentences. Nothing in your résumé"
        + " uses the words of the posting.]";
  }

  @Override
  public String ending() {
    return switch (tone) {
      case PLAIN -> "I would be glad to talk about it.";
      case WARM -> "I would love to hear more about the team and am happy to talk at any time.";
      case FORMAL -> "I should welcome the opportunity to discuss my application with you.";
    };
  }

  @Override
  public String closing() {
    return tone == LetterStyle.Tone.FORMAL ? "Yours sincerely," : "Kind regards,";
  }

  @Override
  public String ownName() {
    return "[Your name]";
  }
}
