package dev.peregrine.host.stories;

import dev.peregrine.host.resumes.Fold;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What interviewers ask to be told about, again and again. Told by cues of English and German. */
public enum Theme {
  LEADING(
      "led|lead|leading|train(?:ed|ing)|mentor\\w*|coach\\w*|managed|supervis\\w*|leit\\w*|gefuhrt|angeleitet"),
  TEAMWORK("together|team\\w*|cross-functional|with \\d+ \\w+|gemeinsam|zusammen\\w*"),
  CONFLICT(
      "conflict\\w*|disagree\\w*|dispute\\w*|tension\\w*|mediat\\w*|settled|streit\\w*|konflikt\\w*"
          + "|uneinig\\w*|vermittelt"),
  PERSUADING("convinc\\w*|persuad\\w*|negotiat\\w*|pitch\\w*|uberzeugt\\w*|verhandel\\w*"),
  MISTAKE(
      "mistake\\w*|fail(?:ed|ure|ing)?|wrong|outage\\w*|incident\\w*|fehler\\w*|gescheitert|panne\\w*"
          + "|ausfall\\w*"),
  PRESSURE(
      "deadline\\w*|pressure|urgent\\w*|overnight|emergenc\\w*|frist\\w*|druck|dringend\\w*|notfall\\w*"),
  LEARNING(
      "learn(?:ed|t|ing)?|taught|self-taught|new to me|retrain\\w*|gelernt|eingearbeitet|beigebracht"),
  IMPROVING(
      "improv\\w*|reduc\\w*|cut(?:ting)?|sav(?:ed|ing)|faster|automat\\w*|simplif\\w*|verbesser\\w*|gesenkt"
          + "|verkurz\\w*|beschleunig\\w*|eingespart"),
  CUSTOMERS(
      "customer\\w*|client\\w*|patient\\w*|guest\\w*|user research|kund\\w*|gast|gaste\\w*|mandant\\w*"),
  DECIDING(
      "decid\\w*|decision\\w*|chose|prioriti[sz]\\w*|entschied\\w*|entscheid\\w*|priorisier\\w*");

  private final Pattern cues;

  Theme(String cues) {
    this.cues = Pattern.compile("(?<![\\p{L}])(?:" + cues + ")(?![\\p{L}])");
  }

  /** Its word in tables and forms. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme of that word. */
  public static Optional<Theme> of(String key) {
    return Stream.of(values()).filter(theme -> theme.key().equals(key)).findFirst();
  }

  /** What a text seems to be about. */
  public static Set<Theme> in(String text) {
    String plain = Fold.same(text);
    var found = EnumSet.noneOf(Theme.class);
    Stream.of(values()).filter(theme -> theme.cues.matcher(plain).find()).forEach(found::add);
    return found;
  }
}
