package dev.peregrine.host.research;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.injections.Injections;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.research.BriefClaim.Standing;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tenancy.Gate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a language model word what sources say. Takes nothing from it unseen: a sentence whose
 * sources do not say so is left out, and one that names none is marked as the model's own.
 */
public final class BriefWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_TOKENS = 4_000;
  private static final int MOST_SOURCES = 20;
  private static final int LONG = 3_000;
  private static final int ALL = 32_000;
  private static final int LONGEST = 420;
  private static final int MOST_CLAIMS = 7;
  private static final int MOST_OWN = 2;
  private static final int MOST_TOGETHER = 3;

  private final Llms llms;
  private final Gate gate;

  /**
   * @param gate before models
   */
  public BriefWriter(Llms llms, Gate gate) {
    this.llms = llms;
    this.gate = gate;
    ResearchPrompts.addTo(llms);
  }

  /** Whether there is a model, and the person may ask it for this. */
  public boolean canWrite() {
    return llms.hasOwn() && gate.locked().isEmpty();
  }

  /** Why it may not be asked, as a sentence; empty where it may, or there is none. */
  public Optional<String> locked() {
    return llms.hasOwn() ? gate.locked().map(why -> why.sentence()) : Optional.empty();
  }

  Llms llms() {
    return llms;
  }

  /**
   * The same brief in a model's words. Headings about which it says nothing keep the sources' own.
   *
   * @throws NoAnswerException where no model answered
   */
  Brief write(Brief arranged, Collection<Heading> wanted, boolean german, TaskRun run)
      throws NoAnswerException, InterruptedException {
    List<Source> told = told(arranged);
    LlmAnswer answer =
        llms.complete(
            ResearchPrompts.USE,
            CompletionRequest.of(
                    Message.system(llms.prompts().text(ResearchPrompts.BRIEF)),
                    Message.user(question(arranged, told, wanted, german)))
                .withMaxTokens(MAX_TOKENS)
                .withTemperature(0.2)
                .withJsonSchema(ResearchPrompts.BRIEF_SCHEMA),
            new Counting(run));
    run.step("Holding what it wrote against the sources");
    return checked(arranged, told, wanted, answer);
  }

  /** Those that are used already, then the longest; a model reads only so much. */
  private static List<Source> told(Brief arranged) {
    var used = new HashSet<Long>();
    arranged
        .sections()
        .forEach(section -> section.claims().forEach(claim -> used.addAll(claim.sources())));
    return arranged.sources().stream()
        .filter(source -> !source.text().isBlank())
        .sorted(
            Comparator.comparing((Source source) -> !used.contains(source.id()))
                .thenComparing(source -> -source.text().length()))
        .limit(MOST_SOURCES)
        .sorted(Comparator.comparingLong(Source::id))
        .toList();
  }

  private String question(
      Brief arranged, List<Source> told, Collection<Heading> wanted, boolean german) {
    var text = new StringBuilder();
    if (!arranged.name().isEmpty()) {
      text.append("The company:\n").append(llms.asData(arranged.name())).append("\n\n");
    }
    int left = ALL;
    for (int at = 0; at < told.size() && left > 0; at++) {
      Source source = told.get(at);
      String said = source.title() + "\n" + source.text();
      String cut = said.substring(0, Math.min(said.length(), Math.min(LONG, left)));
      left -= cut.length();
      text.append("Source %d".formatted(at + 1))
          .append(source.published().map(day -> " of " + day).orElse(""))
          .append(":\n")
          .append(llms.asData(cut))
          .append("\n\n");
    }
    text.append("The headings that are asked for: ")
        .append(wanted.stream().sorted().map(Heading::key).collect(Collectors.joining(", ")))
        .append(".\nWrite in ")
        .append(german ? "German" : "English")
        .append('.');
    return text.toString();
  }

  private static Brief checked(
      Brief arranged, List<Source> told, Collection<Heading> wanted, LlmAnswer answer) {
    Map<Heading, List<BriefClaim>> claims = new EnumMap<>(Heading.class);
    Map<Heading, Integer> dropped = new EnumMap<>(Heading.class);
    for (JsonNode node : JSON.readTree(answer.text()).path("sentences")) {
      Optional<Heading> heading =
          Heading.of(node.path("heading").asString("")).filter(wanted::contains);
      String text = tidy(node.path("text").asString(""));
      if (heading.isPresent() && !text.isEmpty()) {
        Optional<BriefClaim> claim = claim(text, numbers(node), told, arranged.name());
        List<BriefClaim> there = claims.computeIfAbsent(heading.get(), any -> new ArrayList<>());
        claim
            .filter(one -> isNew(there, one))
            .ifPresentOrElse(there::add, () -> dropped.merge(heading.get(), 1, Integer::sum));
      }
    }
    return new Brief(
        0,
        arranged.company(),
        arranged.name(),
        arranged.made(),
        Optional.of(answer.backend()),
        arranged.sections().stream()
            .map(
                section ->
                    wanted.contains(section.heading())
                        ? section(
                            section,
                            claims.getOrDefault(section.heading(), List.of()),
                            dropped.getOrDefault(section.heading(), 0))
                        : section)
            .toList(),
        arranged.sources(),
        arranged.looked());
  }

  private static BriefSection section(BriefSection plain, List<BriefClaim> worded, int dropped) {
    boolean says = worded.stream().anyMatch(claim -> claim.standing() == Standing.CITED);
    var claims = new ArrayList<>(says ? List.<BriefClaim>of() : plain.claims());
    claims.addAll(worded);
    return new BriefSection(plain.heading(), claims, plain.made(), dropped);
  }

  private static boolean isNew(List<BriefClaim> there, BriefClaim claim) {
    long alike = there.stream().filter(one -> one.standing() == claim.standing()).count();
    return alike < (claim.standing() == Standing.OWN ? MOST_OWN : MOST_CLAIMS)
        && there.stream().noneMatch(one -> one.text().equals(claim.text()));
  }

  /** Empty where the sources that it names do not say so. */
  private static Optional<BriefClaim> claim(
      String text, List<Integer> numbers, List<Source> told, String company) {
    if (text.length() > LONGEST || !Injections.find(text).isEmpty()) {
      return Optional.empty();
    }
    if (numbers.isEmpty()) {
      return Optional.of(new BriefClaim(text, List.of(), Standing.OWN));
    }
    List<Source> named =
        numbers.stream()
            .filter(number -> number >= 1 && number <= told.size())
            .map(number -> told.get(number - 1))
            .distinct()
            .toList();
    List<Source> alone =
        named.stream().filter(source -> bearing(List.of(source), company).bears(text)).toList();
    List<Source> bearing = alone.isEmpty() ? together(named, text, company) : alone;
    return bearing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BriefClaim(text, bearing.stream().map(Source::id).toList(), Standing.CITED));
  }

  /** Several that say it between them: those that say most of it first, and no more than needed. */
  private static List<Source> together(List<Source> named, String text, String company) {
    var taken = new ArrayList<Source>();
    var left = new ArrayList<>(named);
    long before = 0;
    while (!left.isEmpty() && taken.size() < MOST_TOGETHER) {
      Source best =
          left.stream()
              .max(Comparator.comparingLong(source -> shared(taken, source, text, company)))
              .orElseThrow();
      long with = shared(taken, best, text, company);
      if (with <= before) {
        return List.of();
      }
      before = with;
      taken.add(best);
      left.remove(best);
      if (bearing(taken, company).bears(text)) {
        return taken;
      }
    }
    return List.of();
  }

  private static long shared(List<Source> taken, Source more, String text, String company) {
    var all = new ArrayList<>(taken);
    all.add(more);
    return bearing(all, company).shared(text);
  }

  private static Bearing bearing(List<Source> sources, String company) {
    return new Bearing(
        sources.stream()
            .map(
                source ->
                    source.title()
                        + "\n"
                        + source.text()
                        + source.published().map(day -> "\n" + day).orElse(""))
            .collect(Collectors.joining("\n")),
        company);
  }

  private static List<Integer> numbers(JsonNode node) {
    var numbers = new ArrayList<Integer>();
    for (JsonNode number : node.path("sources")) {
      numbers.add(number.asInt(0));
    }
    return numbers;
  }

  /** Without the marks of lists and of sources that models add. */
  static String tidy(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
        .replaceAll("\\*\\*([^*]+)\\*\\*", "$1")
        .replaceAll("(?:\\s*\\[(?:[Ss]ources? ?)?\\d+(?:, ?\\d+)*])+", "")
        .strip()
        .replaceAll("^(?:[-*•–]|\\d{1,2}[.)])\\s+", "")
        .strip();
  }

  /** Says who is asked and how much is written. */
  static final class Counting implements AnswerPieces {

    private final TaskRun run;
    private String who = "A model";
    private int letters;
    private int told;

    Counting(TaskRun run) {
      this.run = run;
      run.step("Asking a model");
    }

    @Override
    public void asks(String backend, String model) {
      who = backend;
      run.step("%s reads the sources".formatted(who));
    }

    @Override
    public void piece(String text) {
      letters += text.length();
      if (letters - told >= 100) {
        told = letters;
        run.step("%s writes: %,d letters".formatted(who, letters));
      }
    }

    @Override
    public void beginsAnew() {
      letters = 0;
      told = 0;
    }
  }
}
