package dev.peregrine.host.employers;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an employer of some name may be called in the address of its career page. */
final class SlugGuesses {

  private static final int MOST = 4;
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?i)\\b(?:gmbh|ag|se|kg|ug|mbh|co|inc|llc|ltd|limited|corp|corporation|company|plc|bv|nv|ab|as|oy|sa|sas|srl|spa|pty|group|holding|technologies)\\b\\.?");

  private SlugGuesses() {}

  static List<String> of(String name) {
    String plain =
        Normalizer.normalize(
                name.replace("ä", "ae")
                    .replace("ö", "oe")
                    .replace("ü", "ue")
                    .replace("Ä", "Ae")
                    .replace("Ö", "Oe")
                    .replace("Ü", "Ue")
                    .replace("ß", "ss")
                    .replace("&", " and "),
                Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("['’.]", "");
    Set<String> guesses = new LinkedHashSet<>();
    String bare = words(LEGAL_FORM.matcher(plain).replaceAll(" "));
    for (String words : List.of(bare.isEmpty() ? words(plain) : bare, words(plain))) {
      guesses.add(words.replace(" ", ""));
      guesses.add(words.replace(' ', '-'));
    }
    guesses.removeIf(String::isEmpty);
    return guesses.stream().limit(MOST).toList();
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
