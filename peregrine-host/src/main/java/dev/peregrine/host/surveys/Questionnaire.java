package dev.peregrine.host.surveys;

import dev.peregrine.host.resumes.Fold;
import dev.peregrine.host.surveys.Lines.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions of a survey in its text, as it was copied from a page or recognised in a
 * picture: by numbers, question marks and requests; options by letters, boxes, or as the short
 * lines that follow a question.
 */
public final class Questionnaire {

  /** More are not read. */
  public static final int MOST = 80;

  private static final int LONGEST = 2_000;
  private static final int LONGEST_OPTION = 120;
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");

  /** "Please rate the following statements": what it says holds for those that follow. */
  private static final Pattern INTRODUCES =
      Pattern.compile("\\b(?:following|below|statements?|folgende\\w*|aussagen?|unten)\\b");

  private static final Pattern REQUESTS =
      Pattern.compile(
          "^(?:please |bitte )?(?:describe|tell|explain|rate|list|name|share|give|choose|select|pick"
              + "|rank|indicate|write|complete|beschreib\\w*|erzahl\\w*|erlauter\\w*|erklar\\w*|nenn\\w*"
              + "|bewert\\w*|wahl\\w*|gib|geben|schilder\\w*|kreuz\\w*|ordne\\w*)\\b");

  private static final Pattern HINTS =
      Pattern.compile(
          "^\\(?(?:please |bitte )?(?:(?:choose|select|check|pick|mark|tick)\\b.{0,30}\\b(?:one|all|any|following|options?"
              + "|answers?|apply|below)\\b|(?:wahle?n?|markiere?n?|kreuze?n?)\\b.{0,40}\\b(?:an|aus|antworten?|optionen"
              + "|folgenden|zutreffende\\w*)\\b|mehrfach\\w*|mehrere antworten)");

  private final List<Asked> found = new ArrayList<>();
  private @Nullable Building building;
  private List<String> scale = List.of();
  private final List<String> steps = new ArrayList<>();
  private String statement = "";
  private boolean afterBlank = true;
  private boolean wordsCount;
  private String style = "";
  private int lastNumber;
  private int lastOption;

  private Questionnaire() {}

  /** The questions, in their order; a text in which none is told apart is one question. */
  public static List<Asked> read(String text) {
    var reader = new Questionnaire();
    List<Line> lines = Lines.of(text);
    reader.wordsCount = lines.stream().anyMatch(line -> line.mark().equals("question"));
    lines.forEach(reader::take);
    reader.finish();
    List<Asked> found = reader.found.isEmpty() ? paragraphs(text) : reader.found;
    return found.stream().filter(firstOfItsWords()).limit(MOST).toList();
  }

  /** Pictures of a page that is scrolled overlap, and a question stands on two of them. */
  private static Predicate<Asked> firstOfItsWords() {
    var seen = new HashSet<String>();
    return asked -> seen.add(Fold.same(asked.question() + "\n" + asked.options()));
  }

  private static List<Asked> paragraphs(String text) {
    return BLANK_LINE
        .splitAsStream(text.strip())
        .map(part -> part.replaceAll("\\s+", " ").strip())
        .filter(part -> part.chars().anyMatch(Character::isLetter))
        .limit(MOST)
        .map(part -> Asked.text(part.length() > LONGEST ? part.substring(0, LONGEST) : part))
        .toList();
  }

  private void take(Line line) {
    switch (line.kind()) {
      case BLANK -> {
        afterBlank = true;
        return;
      }
      case NUMBERED -> numbered(line);
      case OPTION -> option(line);
      case SCALE -> scaleLine(Scales.inLine(line.text()).orElse(List.of()));
      case PLAIN -> plain(line.text());
    }
    afterBlank = false;
  }

  private void numbered(Line line) {
    Building open = building;
    boolean optionRun = lastOption == 0 ? line.number() == 1 : line.number() == lastOption + 1;
    boolean isOption =
        optionRun
            && !line.text().endsWith("?")
            && (wordsCount && !line.mark().equals("question")
                || !wordsCount && (!line.mark().equals(style) || line.number() <= lastNumber));
    if (open != null && isOption) {
      lastOption = line.number();
      open.marked(line.text());
      return;
    }
    begin(line.text());
    style = style.isEmpty() ? line.mark() : style;
    lastNumber = line.number();
  }

  private void option(Line line) {
    boolean ofRun = line.mark().startsWith("a") && building != null && statement.isEmpty();
    if (line.text().endsWith("?") && !ofRun) {
      begin(line.text());
      return;
    }
    if (!statement.isEmpty()) {
      begin(statement);
    }
    if (building != null) {
      building.marked(line.text());
    } else if (!scale.isEmpty()) {
      begin(line.text());
    }
  }

  private void scaleLine(List<String> line) {
    Building open = building;
    if (open != null && statement.isEmpty() && !INTRODUCES.matcher(Fold.same(open.text())).find()) {
      line.forEach(open::marked);
    } else if (!statement.isEmpty() && !INTRODUCES.matcher(Fold.same(statement)).find()) {
      begin(statement);
      line.forEach(step -> building().marked(step));
    } else {
      drop();
      finish();
      scale = line;
    }
  }

  private void plain(String text) {
    if (Scales.isStep(text)) {
      step(text);
      return;
    }
    Building open = building;
    if (open != null && open.hasNoOptions() && hints(text) || open != null && open.tellsOf(text)) {
      open.goesOn(text);
    } else if (open != null && !afterBlank && open.isUnfinished()) {
      open.goesOn(text);
    } else if (open != null && !afterBlank && open.lastOptionGoesOn(text)) {
      open.optionGoesOn(text);
    } else if (!afterBlank && !statement.isEmpty() && !endsSentence(statement)) {
      statement = statement + " " + text;
      if (statement.endsWith("?")) {
        begin(statement);
      }
    } else if (text.endsWith("?") && !afterBlank && !statement.isEmpty()) {
      begin(statement + " " + text);
    } else if (text.endsWith("?") || requests(Fold.same(text))) {
      ask(text);
    } else if (open != null && open.takesLoose(text, afterBlank)) {
      open.loose(text, afterBlank);
    } else if (!scale.isEmpty() && text.length() <= 300) {
      begin(text);
    } else {
      statement = text;
    }
  }

  private void ask(String text) {
    Optional<List<String>> said = Scales.saidIn(text);
    if (said.isPresent() && INTRODUCES.matcher(Fold.same(text)).find()) {
      finish();
      scale = said.get();
    } else {
      begin(text);
    }
  }

  private void step(String text) {
    if (!statement.isEmpty() && !INTRODUCES.matcher(Fold.same(statement)).find()) {
      begin(statement);
    }
    Building open = building;
    if (open != null && !INTRODUCES.matcher(Fold.same(open.text())).find()) {
      open.marked(text);
      return;
    }
    drop();
    statement = "";
    steps.add(text);
    if (steps.size() >= 3) {
      scale = List.copyOf(steps);
    }
  }

  private static boolean endsSentence(String text) {
    return ".?!:".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private Building building() {
    return Objects.requireNonNull(building);
  }

  private void begin(String text) {
    finish();
    steps.clear();
    statement = "";
    lastOption = 0;
    building = new Building(text, scale);
  }

  /** What only introduced what follows is no question. */
  private void drop() {
    if (building != null && building.hasNoOptions()) {
      building = null;
    }
  }

  private void finish() {
    if (building != null) {
      boolean onlyLeads = building.hasNoOptions() && building.text().endsWith(":");
      building
          .done()
          .filter(asked -> !(onlyLeads && asked.kind() == QuestionKind.TEXT && leads(asked)))
          .ifPresent(found::add);
      if (building.bringsItsOwn()) {
        scale = List.of();
      }
    }
    building = null;
  }

  private static boolean leads(Asked asked) {
    return INTRODUCES.matcher(Fold.same(asked.question())).find();
  }

  /** "Choose one of the following": says how to answer, and asks nothing. */
  private static boolean hints(String text) {
    return HINTS.matcher(Fold.same(text)).find();
  }

  /** Whether a sentence asks for something without a question mark. */
  static boolean requests(String folded) {
    return REQUESTS.matcher(folded).find();
  }

  static boolean isShort(String text) {
    return text.length() <= LONGEST_OPTION;
  }
}
