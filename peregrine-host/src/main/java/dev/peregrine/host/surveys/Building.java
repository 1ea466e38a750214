package dev.peregrine.host.surveys;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question of which more may come. */
final class Building {

  private static final int LONGEST = 2_000;
  private static final int LONGEST_OPTION = 300;
  private static final int MOST_OPTIONS = 15;
  private static final Pattern YES_NO_SAID =
      Pattern.compile(
          "\\s*[\\[(]?\\s*\\b(yes\\s*(?:/|or)\\s*no|ja\\s*(?:/|oder)\\s*nein|y/n|j/n)\\b\\s*[\\])]?\\s*[.?]?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern YES_OR_NO = Pattern.compile("(?:yes|no|ja|nein)[.!]?");
  private static final Pattern ASKS_YES_NO =
      Pattern.compile(
          "^(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should|may"
              + "|hast|haben|bist|sind|ist|war|kannst|konnen|willst|wollen|mochtest|mochten|wurdest"
              + "|wurden|magst|mogen|arbeitest|arbeiten)\\b");
  private static final Pattern WANTS_WORDS =
      Pattern.compile(
          "\\b(?:why|how|what|which|describe|explain|tell|example|if so|if yes|please|warum|wieso|wie"
              + "|was|welche\\w*|beschreib\\w*|erklar\\w*|erzahl\\w*|beispiel|wenn ja|falls ja|or|oder)\\b");
  private static final Pattern GERMAN =
      Pattern.compile("\\b(?:du|sie|dein\\w*|ihr\\w*|nicht|und|oder|mit|der|die|das|ein\\w*)\\b");
  private static final Pattern ALL_THAT_APPLY =
      Pattern.compile(
          "all that apply|select all|check all|choose all|mark all|multiple answers"
              + "|(?:choose|select|pick|up to|bis zu|wahle?n? (?:sie )?) ?(?:up to |bis zu |any )?(?:two|three|four|zwei|drei|vier|[2-9])\\b"
              + "|mehrere|mehrfach\\w*|alles? zutreffende\\w*|alle,? die (?:zutreffen|passen)");
  private static final Pattern OTHER = Pattern.compile("(?:other|sonstiges|andere\\w*|anderes):");
  private static final Pattern PARTS = Pattern.compile("\\s+[/|]\\s+");

  private final StringBuilder question;
  private final List<String> scale;
  private final List<String> marked = new ArrayList<>();
  private final List<String> loose = new ArrayList<>();
  private boolean spaced;

  /**
   * @param scale of the block that it stands in; none where it stands in none
   */
  Building(String question, List<String> scale) {
    this.question = new StringBuilder(question);
    this.scale = scale;
  }

  String text() {
    return question.toString();
  }

  boolean hasNoOptions() {
    return marked.isEmpty() && loose.isEmpty();
  }

  /** Whether what follows stands outside the block of a scale. */
  boolean bringsItsOwn() {
    return marked.size() >= 2 || loose.size() >= 2 || Scales.saidIn(text()).isPresent();
  }

  /** Whether the question itself goes on on the next line. */
  boolean isUnfinished() {
    return hasNoOptions()
        && !question.isEmpty()
        && ".?!:)".indexOf(question.charAt(question.length() - 1)) < 0
        && scale.isEmpty();
  }

  /** Whether a question is what comes of a case that is told first: "A customer is angry." */
  boolean tellsOf(String text) {
    return hasNoOptions()
        && scale.isEmpty()
        && text().endsWith(".")
        && !Questionnaire.requests(Fold.same(text()))
        && text.endsWith("?");
  }

  void goesOn(String text) {
    question.append(' ').append(text);
  }

  boolean lastOptionGoesOn(String text) {
    return !marked.isEmpty()
        && Character.isLowerCase(text.codePointAt(0))
        && !Scales.isStep(marked.getLast());
  }

  void optionGoesOn(String text) {
    marked.set(marked.size() - 1, marked.getLast() + " " + text);
  }

  void marked(String option) {
    if (!option.isEmpty()) {
      marked.add(option);
    }
  }

  /** Whether a line without a mark may be an option: a short one, spaced as those before it. */
  boolean takesLoose(String text, boolean afterBlank) {
    return marked.isEmpty()
        && scale.isEmpty()
        && Questionnaire.isShort(text)
        && (text().endsWith("?") || text().endsWith(":"))
        && (!text.endsWith(":") || OTHER.matcher(Fold.same(text)).matches())
        && (loose.isEmpty() || loose.size() == 1 && !spaced || afterBlank == spaced)
        && !(afterBlank && loose.size() >= 2 && !spaced);
  }

  void loose(String text, boolean afterBlank) {
    String[] parts = PARTS.split(text);
    if (loose.isEmpty() && parts.length >= 2 && parts.length <= 8) {
      marked.addAll(List.of(parts));
      return;
    }
    if (loose.size() == 1) {
      spaced = afterBlank;
    }
    loose.add(text.endsWith(":") ? text.substring(0, text.length() - 1) : text);
  }

  Optional<Asked> done() {
    String text = question.toString().replaceAll("\\s+", " ").strip();
    if (text.isEmpty() || text.chars().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    List<String> options = options();
    if (options.isEmpty() && !loose.isEmpty()) {
      text = text + " " + loose.getFirst();
    }
    if (options.size() == 1) {
      text = text + " " + options.getFirst();
      options = List.of();
    }
    return Optional.of(asked(text.length() > LONGEST ? text.substring(0, LONGEST) : text, options));
  }

  private List<String> options() {
    List<String> all = !marked.isEmpty() ? marked : loose.size() >= 2 ? loose : List.<String>of();
    return new LinkedHashSet<>(all)
        .stream()
            .map(
                option ->
                    option.length() > LONGEST_OPTION ? option.substring(0, LONGEST_OPTION) : option)
            .limit(MOST_OPTIONS)
            .toList();
  }

  private Asked asked(String text, List<String> options) {
    String folded = Fold.same(text);
    if (!options.isEmpty()) {
      QuestionKind kind =
          options.size() == 2
                  && options.stream().allMatch(each -> YES_OR_NO.matcher(Fold.same(each)).matches())
              ? QuestionKind.YES_NO
              : ALL_THAT_APPLY.matcher(folded).find()
                  ? QuestionKind.SEVERAL
                  : Scales.are(options) ? QuestionKind.SCALE : QuestionKind.CHOICE;
      return new Asked(text, kind, options);
    }
    Matcher said = YES_NO_SAID.matcher(text);
    if (said.find() && said.start() > 0) {
      String asked = text.substring(0, said.start()).strip();
      return new Asked(asked, QuestionKind.YES_NO, yesNo(folded));
    }
    Optional<List<String>> range = Scales.saidIn(text);
    if (range.isPresent()) {
      return new Asked(text, QuestionKind.SCALE, range.get());
    }
    boolean wantsWords = WANTS_WORDS.matcher(folded).find();
    boolean inWords = Questionnaire.requests(folded) || wantsWords && text.endsWith("?");
    if (!scale.isEmpty() && !inWords) {
      return new Asked(text, QuestionKind.SCALE, scale);
    }
    if (ASKS_YES_NO.matcher(folded).find() && text.endsWith("?") && !wantsWords) {
      return new Asked(text, QuestionKind.YES_NO, yesNo(folded));
    }
    return Asked.text(text);
  }

  private static List<String> yesNo(String folded) {
    boolean german = GERMAN.matcher(folded).find() && !folded.contains(" you ");
    return german ? List.of("Ja", "Nein") : List.of("Yes", "No");
  }
}
