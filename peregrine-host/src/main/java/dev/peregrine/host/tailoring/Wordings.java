package dev.peregrine.host.tailoring;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.evidence.Strength;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.llm.PromptSpec;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Unnamed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a model for other words, and takes nothing from it unseen: what loses a number is thrown
 * away, what claims too much is asked for once more.
 */
final class Wordings {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_TOKENS = 2_000;
  private static final int POSTING = 6_000;
  private static final int MOST_BULLETS = 12;
  private static final int LONGEST = 600;
  private static final int LONGEST_WHY = 200;
  private static final int STRENGTHS = 10;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

  private final Llms llms;
  private final ResumeDocument resume;
  private final ChangeCheck check;
  private final Vacancy vacancy;
  private final String posting;
  private final Unnamed unnamed;

  /**
   * @param resume without any change
   * @param check against it
   * @param unnamed whom the model is not told
   */
  Wordings(Llms llms, ResumeDocument resume, ChangeCheck check, Vacancy vacancy, Unnamed unnamed) {
    this.llms = llms;
    this.resume = resume;
    this.check = check;
    this.vacancy = vacancy;
    this.unnamed = unnamed;
    String text = vacancy.title() + "\n" + vacancy.company() + "\n" + vacancy.description();
    this.posting = llms.asData(text.substring(0, Math.min(text.length(), POSTING)));
  }

  /** A bullet and its place. */
  record Bullet(String place, String text) {}

  private record Said(String text, String why) {}

  /**
   * Proposals for the bullets of a position.
   *
   * @param position what it is called; not whose it was, which the model need not know
   */
  List<NewChange> bullets(String position, List<Bullet> all)
      throws NoAnswerException, InterruptedException {
    List<Bullet> bullets = all.subList(0, Math.min(all.size(), MOST_BULLETS));
    String numbered =
        IntStream.range(0, bullets.size())
            .mapToObj(i -> "%d. %s".formatted(i + 1, unnamed.in(bullets.get(i).text())))
            .collect(Collectors.joining("\n"));
    Message question =
        question(
            Asked.BULLETS,
            Map.of(
                "position",
                unnamed.in(position),
                "bullets",
                numbered,
                "skills",
                unnamed.in(String.join(", ", resume.skillNames())),
                "posting",
                posting));
    LlmAnswer answer = ask(Asked.BULLETS_SCHEMA, question);
    List<NewChange> first = bullets(answer, bullets);
    List<String> doubts = first.stream().flatMap(change -> doubts(change).stream()).toList();
    if (doubts.isEmpty()) {
      return first;
    }
    LlmAnswer second =
        ask(Asked.BULLETS_SCHEMA, question, Message.assistant(answer.text()), correction(doubts));
    return better(first, bullets(second, bullets));
  }

  /** A proposal for the summary; none where there is no summary to start from. */
  List<NewChange> summary() throws NoAnswerException, InterruptedException {
    if (resume.basics().summary().isEmpty()) {
      return List.of();
    }
    String summary = resume.basics().summary().get();
    String strengths =
        Strength.of(check.facts(), vacancy).stream()
            .limit(STRENGTHS)
            .map(strength -> "- " + unnamed.in(strength.fact().text()))
            .collect(Collectors.joining("\n"));
    Message question =
        question(
            Asked.SUMMARY,
            Map.of("summary", unnamed.in(summary), "strengths", strengths, "posting", posting));
    LlmAnswer answer = ask(Asked.SUMMARY_SCHEMA, question);
    List<NewChange> first = summary(answer, summary);
    List<String> doubts = first.stream().flatMap(change -> doubts(change).stream()).toList();
    if (doubts.isEmpty()) {
      return first;
    }
    LlmAnswer second =
        ask(Asked.SUMMARY_SCHEMA, question, Message.assistant(answer.text()), correction(doubts));
    return better(first, summary(second, summary));
  }

  private Message question(PromptSpec spec, Map<String, String> values) {
    return Message.user(llms.prompts().filled(spec, values));
  }

  private LlmAnswer ask(String schema, Message... messages)
      throws NoAnswerException, InterruptedException {
    return llms.complete(
        Asked.USE,
        CompletionRequest.of(messages).withMaxTokens(MAX_TOKENS).withJsonSchema(schema),
        AnswerPieces.NONE);
  }

  private static Message correction(List<String> doubts) {
    return Message.user(
        "The résumé does not bear these out: \"%s\". Give the whole answer again without them, saying only what stands there."
            .formatted(String.join("\", \"", new HashSet<>(doubts))));
  }

  // --- answers

  private List<NewChange> bullets(LlmAnswer answer, List<Bullet> bullets) {
    var changes = new ArrayList<NewChange>();
    for (JsonNode one : JSON.readTree(answer.text()).path("bullets")) {
      int number = one.path("number").asInt(0);
      if (number >= 1 && number <= bullets.size()) {
        Bullet bullet = bullets.get(number - 1);
        change(bullet.place(), bullet.text(), said(one), changes);
      }
    }
    return changes;
  }

  private List<NewChange> summary(LlmAnswer answer, String summary) {
    var changes = new ArrayList<NewChange>();
    change("basics/summary", summary, said(JSON.readTree(answer.text())), changes);
    return changes;
  }

  private static Said said(JsonNode one) {
    return new Said(tidy(one.path("text").asString("")), tidy(one.path("why").asString("")));
  }

  /** Models add the marks of lists and of emphasis, which are no part of a résumé. */
  private static String tidy(String text) {
    return text.replaceAll("[\\p{Cc}\\s]+", " ")
        .strip()
        .replaceAll("^(?:[-*•–]|\\d{1,2}[.)])\\s+", "")
        .replaceAll("\\*\\*([^*]+)\\*\\*", "$1")
        .replaceAll("^\"(.*)\"$", "$1")
        .strip();
  }

  private void change(String place, String before, Said answered, List<NewChange> changes) {
    var said = new Said(unnamed.back(answered.text(), before), answered.why());
    boolean usable =
        !said.text().isEmpty()
            && said.text().length() <= LONGEST
            && !said.text().equals(before)
            && numbers(said.text()).containsAll(numbers(place.startsWith("basics") ? "" : before))
            && changes.stream().noneMatch(other -> other.before().contains(before));
    if (usable) {
      String why = said.why().substring(0, Math.min(said.why().length(), LONGEST_WHY));
      changes.add(NewChange.wording(place, before, said.text(), why, Change.Origin.MODEL));
    }
  }

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private List<String> doubts(NewChange change) {
    return check.doubts(change.kind(), change.place(), change.before(), change.after()).stream()
        .map(
            doubt ->
                switch (doubt) {
                  case ChangeCheck.Doubt.Unsupported unsupported -> unsupported.claim().text();
                  case ChangeCheck.Doubt.SaidElsewhere elsewhere -> elsewhere.claim().text();
                  case ChangeCheck.Doubt.NotChosenFrom chosen -> chosen.text();
                })
        .toList();
  }

  /** Of each bullet the wording with fewer doubts, the second one where it has none. */
  private List<NewChange> better(List<NewChange> first, List<NewChange> second) {
    var best = new ArrayList<NewChange>();
    for (NewChange one : first) {
      best.add(
          second.stream()
              .filter(other -> other.before().equals(one.before()))
              .filter(other -> doubts(other).size() < doubts(one).size())
              .findFirst()
              .orElse(one));
    }
    return best;
  }
}
