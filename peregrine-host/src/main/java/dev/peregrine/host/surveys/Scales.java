package dev.peregrine.host.surveys;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The steps of scales: "strongly disagree" to "strongly agree", 1 to 5, never to always. */
final class Scales {

  /** Longer ones first, so that "strongly agree" is not read as "agree". */
  private static final List<String> STEPS =
      List.of(
          "neither agree nor disagree",
          "neither disagree nor agree",
          "somewhat disagree",
          "strongly disagree",
          "slightly disagree",
          "completely disagree",
          "totally disagree",
          "somewhat agree",
          "strongly agree",
          "slightly agree",
          "completely agree",
          "totally agree",
          "very dissatisfied",
          "very satisfied",
          "dissatisfied",
          "satisfied",
          "not at all important",
          "slightly important",
          "moderately important",
          "very important",
          "extremely important",
          "not important",
          "important",
          "very unlikely",
          "very likely",
          "unlikely",
          "likely",
          "not at all like me",
          "not much like me",
          "somewhat like me",
          "mostly like me",
          "very much like me",
          "disagree",
          "agree",
          "undecided",
          "unsure",
          "neutral",
          "never",
          "rarely",
          "seldom",
          "sometimes",
          "often",
          "usually",
          "always",
          "stimme uberhaupt nicht zu",
          "stimme gar nicht zu",
          "stimme eher nicht zu",
          "stimme nicht zu",
          "stimme teilweise zu",
          "stimme eher zu",
          "stimme voll und ganz zu",
          "stimme voll zu",
          "stimme vollig zu",
          "stimme zu",
          "teils/teils",
          "teils teils",
          "weder noch",
          "trifft uberhaupt nicht zu",
          "trifft gar nicht zu",
          "trifft eher nicht zu",
          "trifft nicht zu",
          "trifft teilweise zu",
          "trifft eher zu",
          "trifft voll und ganz zu",
          "trifft voll zu",
          "trifft zu",
          "nie",
          "selten",
          "manchmal",
          "haufig",
          "oft",
          "meistens",
          "immer");

  private static final Pattern STEP =
      Pattern.compile(
          "(?<![\\p{L}])(?:"
              + String.join("|", STEPS.stream().map(Pattern::quote).toList())
              + ")(?![\\p{L}])");

  /** "From 1 to 5", "1 (not at all) to 10", "1 = never … 5 = always", "1 2 3 4 5", "0-10". */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?<![\\d.,])([01])\\s*(?:\\([^)]{1,40}\\)|=\\s*[^\\d,;]{1,40}?)?\\s*(?:-|–|—|…|\\.{2,3}|to|bis|through|until|,|;|and|und)+\\s*"
              + "(?:to|bis)?\\s*(4|5|6|7|8|9|10)(?![\\d.,%]\\d|\\d|\\s*(?:years|jahre|people|days|hours|words))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ROW = Pattern.compile("(?:\\d{1,2}\\s+){2,10}\\d{1,2}");
  private static final Pattern ENDS =
      Pattern.compile("(\\D{0,40}?)((?:\\d{1,2}\\s+){2,10}\\d{1,2})(\\D{0,40})");
  private static final Pattern RATING =
      Pattern.compile(
          "\\b(?:scale|rate|rating|skala|bewerte\\w*|einschatz\\w*|agree|stimm\\w+|likely|important)\\b");

  private Scales() {}

  /** The steps that a line is made of; empty where it is made of something else. */
  static Optional<List<String>> inLine(String line) {
    String folded = Fold.same(line);
    Matcher found = STEP.matcher(folded);
    var steps = new ArrayList<String>();
    int covered = 0;
    while (found.find()) {
      steps.add(line.substring(found.start(), found.end()));
      covered += found.end() - found.start();
    }
    long other =
        folded.chars().filter(Character::isLetter).count()
            - steps.stream().flatMapToInt(String::chars).filter(Character::isLetter).count();
    if (steps.size() >= 3 && covered > 0 && other <= 3) {
      return Optional.of(steps);
    }
    return row(line.strip());
  }

  private static Optional<List<String>> row(String line) {
    Matcher ends = ENDS.matcher(line);
    if (ends.matches() && !(ends.group(1) + ends.group(3)).isBlank()) {
      return numbers(ends.group(2)).map(steps -> named(steps, ends.group(1), ends.group(3)));
    }
    return numbers(line);
  }

  /** "not at all 1 2 3 4 5 very much": the ends say what they are. */
  private static List<String> named(List<String> steps, String first, String last) {
    var named = new ArrayList<String>(steps);
    if (!first.isBlank()) {
      named.set(0, steps.getFirst() + " " + first.strip());
    }
    if (!last.isBlank()) {
      named.set(steps.size() - 1, steps.getLast() + " " + last.strip());
    }
    return named;
  }

  private static Optional<List<String>> numbers(String line) {
    if (!ROW.matcher(line).matches()) {
      return Optional.empty();
    }
    List<String> steps = List.of(line.split("\\s+"));
    boolean counts =
        IntStream.range(1, steps.size())
            .allMatch(
                at -> Integer.parseInt(steps.get(at)) == Integer.parseInt(steps.get(at - 1)) + 1);
    return counts ? Optional.of(steps) : Optional.empty();
  }

  /** The scale that a sentence speaks of, such as "on a scale from 1 to 5". */
  static Optional<List<String>> saidIn(String sentence) {
    String folded = Fold.same(sentence);
    if (!RATING.matcher(folded).find()) {
      return Optional.empty();
    }
    Matcher range = RANGE.matcher(folded);
    if (!range.find()) {
      return Optional.empty();
    }
    return Optional.of(
        IntStream.rangeClosed(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
            .mapToObj(Integer::toString)
            .toList());
  }

  /** Whether options are steps of a scale. */
  static boolean are(List<String> options) {
    long known =
        options.stream().filter(option -> STEP.matcher(Fold.same(option)).matches()).count();
    return options.size() >= 3 && known >= options.size() - 1 && known >= 3
        || numbers(String.join(" ", options.stream().map(Scales::number).toList())).isPresent();
  }

  /** The number with which an option begins; the option where it begins with none. */
  private static String number(String option) {
    return option.replaceFirst("^(\\d{1,2})(?:\\s.*)?$", "$1");
  }

  /** Whether one option is a step of some scale. */
  static boolean isStep(String option) {
    return STEP.matcher(Fold.same(option)).matches();
  }
}
